import { describe, expect, it } from "vitest";
import { unknownIds, unmentioned } from "../../src/readers/references.ts";
import type { Table } from "../../src/readers/table.ts";

interface Row {
  readonly id: string;
}
const table = (ids: readonly string[], faults = 0): Table<Row> => ({
  rows: ids.map((id) => ({ id })),
  lines: ids.map((_, index) => index + 2),
  header: ["id"], problems: Array.from({ length: faults }, () => ({ file: "f", line: 1, column: "", value: "", expected: "better" })),
});
const at = (file: string, ids: readonly string[], faults = 0): { file: string; table: Table<Row> } => ({ file, table: table(ids, faults) });
const idOf = (row: Row): string => row.id;

describe("references between tables", () => {
  it("name the row whose id the other table does not have", () => {
    expect(unknownIds(at("readings.csv", ["a", "b"]), "claim", (row) => [row.id], at("claims.csv", ["a"]), idOf)).toEqual([{ file: "readings.csv", line: 3, column: "claim", value: "b", expected: "the id of a row of claims.csv" }]);
  });

  it("name the row that nobody speaks of", () => {
    expect(unmentioned("claim", at("claims.csv", ["a", "b"]), "id", idOf, at("readings.csv", ["b"]), idOf)).toEqual([{ file: "claims.csv", line: 2, column: "id", value: "a", expected: "a row for this claim in readings.csv" }]);
  });

  it("say nothing where the other table has faults of its own, for one fault is one problem", () => {
    expect(unknownIds(at("readings.csv", ["a", "b"]), "claim", (row) => [row.id], at("claims.csv", [], 1), idOf)).toEqual([]);
    expect(unmentioned("claim", at("claims.csv", ["a"]), "id", idOf, at("readings.csv", [], 1), idOf)).toEqual([]);
  });
});
