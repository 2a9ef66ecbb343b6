import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import { definitions, fade } from "./defs.ts";
import { colours, organisationColour } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { says } from "./says.ts";
import { type ChartSpec, labelledTicks, type Size, textSize, widths } from "./spec.ts";

/** A share taken of one organisation's total. */
export interface ConditionalRow {
  readonly key: string;
  readonly organisation: string;
  /** `SANS Institute`, and below it the total. */
  readonly label: string;
  readonly totalText: string;
  readonly low: number;
  readonly high: number;
  /** The total is an upper bound, and so is the result. */
  readonly bound: boolean;
  readonly words: string;
}

/** Plain scale from zero, in addresses or machines. */
const scale = { domain: [0, 200_000], ticks: [0, 50_000, 100_000, 150_000, 200_000] } as const;

/** Open bars for ranges computed under a condition, a stop with a fade for a bound, on a plain scale from zero. */
export function conditionalShares(rows: readonly ConditionalRow[], size: Size): ChartSpec {
  const wide = size === "wide";
  const font = textSize[size];
  const step = wide ? 52 : 74;
  const marginTop = 28;
  const marginLeft = wide ? 200 : 12;
  const marginRight = wide ? 150 : 24;
  const height = rows.length * step;
  const placed = rows.map((row, index) => ({ ...row, y: index * step + step * (wide ? 0.5 : 0.7), top: index * step + 14 }));
  const bounds = placed.filter((row) => row.bound);
  const ranges = placed.filter((row) => !row.bound);
  const end = (row: { readonly high: number }): number => row.high * 0.25;
  const half = 11;
  const under = (row: ConditionalRow): ReturnType<typeof says> => says("lt", row.key);
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop, marginBottom: 8, marginLeft, marginRight }),
      x: { type: "linear", domain: [...scale.domain], axis: null },
      marks: [
        definitions(bounds.map((row) => fade(`fade-${row.key}`, organisationColour(row.organisation), "right", 0.4))),
        Plot.ruleX(scale.ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(labelledTicks(scale.ticks, size), { x: (value: number) => value, frameAnchor: "top", dy: -marginTop + 12, text: (tick: number) => numberWords(tick), fill: colours.secondInk, fontSize: font }),
        ...bounds.map((row) => Plot.rect([row], { x1: end(row), x2: row.high, y1: row.y - half * 0.6, y2: row.y + half * 0.6, fill: `url(#fade-${row.key})`, ...under(row) })),
        ...bounds.map((row) => Plot.arrow([row], { x1: row.high, x2: end(row), y1: "y", y2: "y", stroke: organisationColour(row.organisation), strokeWidth: 1.5, headLength: 7, ...under(row) })),
        ...bounds.map((row) => Plot.link([row], { x1: row.high, x2: row.high, y1: row.y - half, y2: row.y + half, stroke: organisationColour(row.organisation), strokeWidth: 3, ...under(row) })),
        ...ranges.map((row) => Plot.rect([row], { x1: row.low, x2: row.high, y1: row.y - half, y2: row.y + half, fill: colours.paper, stroke: organisationColour(row.organisation), strokeWidth: 1.4, ...says("supposed", row.key) })),
        ...(wide
          ? [
              Plot.text(placed, { frameAnchor: "left", dx: -marginLeft, y: "y", dy: -9, text: "label", textAnchor: "start", fontWeight: 600, fill: colours.ink, fontSize: font }),
              Plot.text(placed, { frameAnchor: "left", dx: -marginLeft, y: "y", dy: 9, text: "totalText", textAnchor: "start", fill: colours.secondInk, fontSize: 12.5 }),
              Plot.text(placed, { x: "high", dx: 10, y: "y", text: "words", textAnchor: "start", fontWeight: 600, fill: colours.ink, stroke: colours.paper, strokeWidth: 4, fontSize: font }),
            ]
          : [
              Plot.text(placed, { frameAnchor: "left", dx: 6, y: "top", text: "label", textAnchor: "start", fontWeight: 600, fill: colours.ink, stroke: colours.paper, strokeWidth: 4, fontSize: font }),
              Plot.text(placed, { frameAnchor: "right", dx: marginRight, y: "top", text: "words", textAnchor: "end", fontWeight: 600, fill: colours.ink, stroke: colours.paper, strokeWidth: 4, fontSize: font }),
              Plot.text(placed, { frameAnchor: "left", dx: 6, y: "top", dy: 16, text: "totalText", textAnchor: "start", fill: colours.secondInk, stroke: colours.paper, strokeWidth: 4, fontSize: font }),
            ]),
      ],
    },
  };
}
