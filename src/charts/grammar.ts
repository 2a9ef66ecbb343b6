import * as Plot from "@observablehq/plot";
import { isNumeric, type Operator } from "../schema/operator.ts";
import { definitions, fade } from "./defs.ts";
import { organisationColour, organisationSymbol } from "./palette.ts";
import { says } from "./says.ts";

/** A value to draw, with the operator that decides its mark. `x` values are in data units, `y` in pixels or any y unit. */
export interface Drawn {
  readonly key: string;
  readonly organisation: string;
  readonly operator: Operator;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly y: number;
}

/** How far a bound fades: the x at which the fade of a bound at `x` ends, towards smaller (`lt`, `denied`) or larger (`gt`) values. */
export type FadeEnd = (x: number, direction: "left" | "right") => number;

const direction = (operator: Operator): "left" | "right" => (operator === "gt" ? "right" : "left");

/**
 * The marks of values along x, chosen from the operator and nothing else: the one place where a number becomes a mark.
 * exact = filled shape · approximate = open shape · range = thick bar · bound = a stop with an arrow and a fade, never a dot ·
 * denied = the same, dashed. Rows without a number draw nothing here.
 * @param rows values with their operators
 * @param fadeEnd where the fade of a bound ends, in data units
 * @param half half the height of a stop, in y units
 */
export function operatorMarks(rows: readonly Drawn[], fadeEnd: FadeEnd, half: number): Plot.Markish[] {
  const withValue = rows.filter((row) => isNumeric(row.operator));
  const of = (...wanted: readonly Operator[]): (Drawn & { readonly value: number })[] => withValue.filter((row): row is Drawn & { readonly value: number } => wanted.includes(row.operator) && row.value !== null);
  const colour = (row: Drawn): string => organisationColour(row.organisation);
  const said = (row: Drawn): ReturnType<typeof says> => says(row.operator, row.key);
  const ranges = withValue.filter((row): row is Drawn & { readonly low: number; readonly high: number } => row.operator === "range" && row.low !== null && row.high !== null);
  const bounds = of("lt", "gt", "denied");
  const end = (row: Drawn & { readonly value: number }): number => fadeEnd(row.value, direction(row.operator));
  const points = of("eq", "approx");
  return [
    definitions(bounds.map((row) => fade(`fade-${row.key}`, colour(row), direction(row.operator) === "left" ? "right" : "left"))),
    ...bounds.map((row) => Plot.rect([row], { x1: Math.min(row.value, end(row)), x2: Math.max(row.value, end(row)), y1: row.y - half * 0.6, y2: row.y + half * 0.6, fill: `url(#fade-${row.key})`, ...said(row) })),
    ...bounds.map((row) => Plot.link([row], { x1: row.value, x2: row.value, y1: row.y - half, y2: row.y + half, stroke: colour(row), strokeWidth: 3, ...said(row), ...(row.operator === "denied" ? { strokeDasharray: "3,2" } : {}) })),
    ...bounds.map((row) => Plot.arrow([row], { x1: row.value, x2: end(row), y1: row.y, y2: row.y, stroke: colour(row), strokeWidth: 1.5, headLength: 7, ...said(row), ...(row.operator === "denied" ? { strokeDasharray: "3,2" } : {}) })),
    ...ranges.map((row) => Plot.rect([row], { x1: row.low, x2: row.high, y1: row.y - half * 0.55, y2: row.y + half * 0.55, fill: colour(row), ...said(row) })),
    ...points.map((row) =>
      Plot.dot([row], {
        x: row.value,
        y: row.y,
        r: 6,
        symbol: organisationSymbol(row.organisation),
        stroke: colour(row),
        strokeWidth: 2,
        fill: row.operator === "eq" ? colour(row) : "var(--paper)",
        ...said(row),
      }),
    ),
  ];
}
