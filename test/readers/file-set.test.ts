import { describe, expect, it } from "vitest";
import { z } from "zod";
import { FileSet } from "../../src/readers/file-set.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const schema = z.object({ id: z.string().min(1, { error: "an id" }) });

describe("a set of input files", () => {
  it("gives the rows of a table and no problem", () => {
    const set = new FileSet(new Map([["data/a.csv", bytes("id\nx\ny\n")]]));
    expect(set.table("data/a.csv", schema, { idColumn: "id" }).rows).toEqual([{ id: "x" }, { id: "y" }]);
    expect(set.problems).toEqual([]);
  });

  it("says that a file is missing, and who asked for it", () => {
    const set = new FileSet(new Map());
    expect(set.text("data/a.csv", "data/cards.json")).toBeNull();
    expect(set.problems.map((problem) => problem.expected)).toEqual(["this file to exist; restore it, or take its entry out of data/cards.json"]);
  });

  it("marks the table of an unreadable file as faulty, so that nothing is concluded from its emptiness", () => {
    const set = new FileSet(new Map([["data/a.csv", new Uint8Array([0xff])]]));
    expect(set.table("data/a.csv", schema).problems).toHaveLength(1);
  });

  it("marks a table with an id that stands twice as faulty", () => {
    const set = new FileSet(new Map([["data/a.csv", bytes("id\nx\nx\n")]]));
    expect(set.table("data/a.csv", schema, { idColumn: "id" }).problems).toEqual([{ file: "data/a.csv", line: 3, column: "id", value: "x", expected: "an id used once; line 2 has it already" }]);
  });

  it("lists the files of a folder that nothing asked for", () => {
    const set = new FileSet(new Map([["data/records/a.csv", bytes("id\nx\n")], ["data/records/b.csv", bytes("")], ["other/c.csv", bytes("")]]));
    set.text("data/records/a.csv");
    expect(set.unread("data/records/")).toEqual(["data/records/b.csv"]);
  });
});
