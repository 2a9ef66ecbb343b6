import fs from "node:fs";
import type { CurvePoint } from "../../src/model/fit-logistic.ts";

const hoursSince = (midnight: string, instant: string): number => (Date.parse(instant) - Date.parse(midnight)) / 3_600_000;

/**
 * Rows of one measure of a recorded series, hours since a midnight (`2001-07-19T00:00Z`). Values that are bounds are left out.
 * windows: counts of a window keep its edges; otherwise the value stands at the end, as a running total does.
 */
export function recorded(series: string, measure: string, midnight: string, windows: boolean): CurvePoint[] {
  const lines = fs.readFileSync(new URL(`../../data/records/series/${series}.csv`, import.meta.url), "utf8").trim().split("\n").slice(1);
  return lines
    .map((line) => line.split(","))
    .filter(([, , name, operator]) => name === measure && (operator === "eq" || operator === "approx"))
    .map(([start = "", end = "", , , value]) => ({ fromHour: hoursSince(midnight, windows ? start : end), toHour: hoursSince(midnight, end), value: Number(value) }));
}
