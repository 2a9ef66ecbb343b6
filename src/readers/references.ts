import type { Problem } from "../schema/problem.ts";
import type { Table } from "./table.ts";

/** A table, and where it stands. */
export interface Placed<Row> {
  readonly file: string;
  readonly table: Table<Row>;
}

/**
 * Problems for every id in a column that is not an id of another table. Where that table has faults of its own, nothing is said:
 * a row that was refused there would be missed here, and one fault is one problem.
 * @param idsOf the ids a row names; none where the cell is empty
 */
export function unknownIds<Row, Other>(from: Placed<Row>, column: string, idsOf: (row: Row) => readonly string[], to: Placed<Other>, idOf: (row: Other) => string): Problem[] {
  if (to.table.problems.length > 0) return [];
  const known = new Set(to.table.rows.map(idOf));
  return from.table.rows.flatMap((row, index) =>
    idsOf(row)
      .filter((id) => !known.has(id))
      .map((id) => ({ file: from.file, line: from.table.lines[index] ?? 0, column, value: id, expected: `the id of a row of ${to.file}` })),
  );
}

/** Problems for every row that no row of another table speaks of; nothing where that table has faults of its own. */
export function unmentioned<Row, Other>(noun: string, rows: Placed<Row>, column: string, idOf: (row: Row) => string, by: Placed<Other>, mentions: (row: Other) => string): Problem[] {
  if (by.table.problems.length > 0) return [];
  const mentioned = new Set(by.table.rows.map(mentions));
  return rows.table.rows.flatMap((row, index) => (mentioned.has(idOf(row)) ? [] : [{ file: rows.file, line: rows.table.lines[index] ?? 0, column, value: idOf(row), expected: `a row for this ${noun} in ${by.file}` }]));
}
