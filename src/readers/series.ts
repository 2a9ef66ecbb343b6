import type { Problem } from "../schema/problem.ts";
import type { SeriesRow } from "../schema/series.ts";
import type { Table } from "./table.ts";

/** Problems of rows that give one measure a second value for the same time. */
export function repeatedValues(file: string, table: Table<SeriesRow>): Problem[] {
  const first = new Map<string, number>();
  return table.rows.flatMap(({ measure, window_start_utc: start, window_end_utc: end }, index) => {
    const line = table.lines[index] ?? 0;
    const time = `${start ?? "no start"} to ${end ?? "no end"}`;
    const before = first.get(`${measure} ${time}`);
    if (before !== undefined) return [{ file, line, column: "measure", value: measure, expected: `one value of a measure for one time; line ${before} has it for ${time} already` }];
    first.set(`${measure} ${time}`, line);
    return [];
  });
}
