import type { ContextPairRow } from "../schema/context-pair.ts";
import type { Problem } from "../schema/problem.ts";
import type { Table } from "./table.ts";

/** Problems of rows that do not make pairs: a side missing or given twice, two sides that differ in what they must share, a larger side that is not larger. */
export function contextPairProblems(file: string, table: Table<ContextPairRow>): Problem[] {
  // A refused row leaves its pair with one side: one fault is one problem.
  if (table.problems.length > 0) return [];
  const placed = table.rows.map((row, index) => ({ row, line: table.lines[index] ?? 0 }));
  return [...Map.groupBy(placed, ({ row }) => row.pair)].flatMap(([pair, sides]): Problem[] => {
    const problem = (line: number, column: string, value: string, expected: string): Problem => ({ file, line, column, value, expected });
    const again = sides.flatMap(({ row, line }, index) => {
      const before = sides.slice(0, index).find((other) => other.row.side === row.side);
      return before === undefined ? [] : [problem(line, "side", row.side, `each side of ${pair} once; line ${before.line} has it already`)];
    });
    if (again.length > 0) return again;
    const larger = sides.find(({ row }) => row.side === "larger");
    const smaller = sides.find(({ row }) => row.side === "smaller");
    if (larger === undefined || smaller === undefined) return [problem(sides[0]?.line ?? 0, "pair", pair, `a second row of this pair, whose side is ${larger === undefined ? "larger" : "smaller"}; add it, or take this row out`)];
    return [
      ...(larger.row.population === smaller.row.population ? [] : [problem(smaller.line, "population", smaller.row.population, `the population of the other side of ${pair}, in line ${larger.line}`)]),
      ...(larger.row.like_with_like === smaller.row.like_with_like ? [] : [problem(smaller.line, "like_with_like", smaller.row.like_with_like ? "yes" : "no", `the same as the other side of ${pair}, in line ${larger.line}`)]),
      ...(larger.row.value > smaller.row.value ? [] : [problem(larger.line, "value", String(larger.row.value), `a number above ${smaller.row.value}, that of the smaller side of ${pair}; or the sides exchanged`)]),
    ];
  });
}
