import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import { type Drawn, operatorMarks } from "./grammar.ts";
import { colours } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { type ChartSpec, halo, labelledTicks, type Size, textSize, widths } from "./spec.ts";

/** One row of the ladder. */
export interface LadderRow extends Omit<Drawn, "y"> {
  /** Heading that the row stands under. */
  readonly group: string;
  readonly label: string;
  /** The number with its sign, `< 100,000`. */
  readonly signs: string;
  /** What is counted, and over which hours: one short line. */
  readonly detail: string;
}

/** Log decades from 100 to 1,000,000, or a linear axis from 0; both with ticks in full. */
const scales = {
  log: { type: "log", domain: [100, 1_000_000], ticks: [100, 1_000, 10_000, 100_000, 1_000_000] },
  linear: { type: "linear", domain: [0, 400_000], ticks: [0, 100_000, 200_000, 300_000, 400_000] },
} as const;

interface Placed extends LadderRow {
  readonly y: number;
}

/** Positions of headings and rows, in pixels from the top. */
function place(rows: readonly LadderRow[], rowHeight: number, headHeight: number): { readonly heads: readonly { group: string; y: number }[]; readonly placed: readonly Placed[]; readonly height: number } {
  let y = 0;
  const heads: { group: string; y: number }[] = [];
  const placed: Placed[] = [];
  for (const row of rows) {
    if (heads.at(-1)?.group !== row.group) {
      y += headHeight;
      heads.push({ group: row.group, y: y - headHeight * 0.28 });
    }
    placed.push({ ...row, y: y + rowHeight / 2 });
    y += rowHeight;
  }
  return { heads, placed, height: y };
}

/**
 * A ladder of statements: one row a statement, grouped by the question it answers, the mark chosen from its operator.
 * @param rows in drawing order; rows of one group stand together
 * @param scale `log` (each step ten times) or `linear` (from zero)
 */
export function ladderChart(rows: readonly LadderRow[], scale: keyof typeof scales, size: Size): ChartSpec {
  const wide = size === "wide";
  // A phone has no room for the details at the right: they stand below each label, once, on the scale that opens the figure.
  const detailed = !wide && scale === "log";
  // The plain scale repeats the rows of the one above it: on a wide sheet it is a strip, without headings or details.
  const strip = wide && scale === "linear";
  const { heads, placed, height } = strip ? place(rows, 22, 9) : place(rows, wide ? 31 : detailed ? 68 : 50, wide ? 34 : 30);
  const marginLeft = wide ? 236 : 12;
  const marginRight = strip ? 48 : wide ? 232 : 22;
  const marginTop = 30;
  const font = textSize[size];
  const { type, domain, ticks } = scales[scale];
  const [least, most] = domain;
  const markShift = wide ? 0 : detailed ? 21 : 12;
  const labelShift = detailed ? -18 : -10;
  const drawn = placed.map((row) => ({ ...row, y: row.y + markShift }));
  const fadeEnd = (x: number, direction: "left" | "right"): number =>
    scale === "log" ? (direction === "left" ? Math.max(least, x / 8) : Math.min(most, x * 3)) : direction === "left" ? Math.max(least, x - 80_000) : Math.min(most, x + 80_000);
  const tick = (value: number): string => (wide || value < 1_000_000 ? numberWords(value) : "1 million");
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop, marginBottom: 12, marginLeft, marginRight }),
      x: { type, domain: [least, most], axis: null },
      marks: [
        Plot.ruleX(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(scale === "log" ? ticks : labelledTicks(ticks, size), { x: (value: number) => value, text: tick, frameAnchor: "top", dy: -marginTop + 12, fill: colours.secondInk, fontSize: font }),
        ...(strip ? [] : heads).map((head) => Plot.text([head], { frameAnchor: "left", dx: -marginLeft, y: head.y, text: () => head.group, textAnchor: "start", fontWeight: 600, fill: colours.ink, fontSize: font })),
        ...heads.slice(1).map((head) => Plot.ruleY([head], { y: head.y - (strip ? 2 : wide ? 20 : 18), insetLeft: -marginLeft, insetRight: -marginRight, stroke: colours.hairline, strokeOpacity: 0.6 })),
        ...operatorMarks(drawn, fadeEnd, 10),
        ...(wide
          ? [
              Plot.text(placed, { frameAnchor: "left", dx: -marginLeft, y: "y", text: "label", textAnchor: "start", fill: colours.ink, fontSize: font }),
              ...(strip ? [] : [Plot.text(placed, { frameAnchor: "right", dx: marginRight, y: "y", text: "detail", textAnchor: "end", fill: colours.secondInk, fontSize: 12.5 })]),
              Plot.text(placed.filter((row) => row.operator === "gt"), { x: "value", y: "y", dx: -10, text: "signs", textAnchor: "end", fontWeight: 600, fill: colours.ink, fontSize: font }),
              Plot.text(placed.filter((row) => row.operator !== "gt"), { x: "value", y: "y", dx: 12, text: "signs", textAnchor: "start", fontWeight: 600, fill: colours.ink, fontSize: font }),
            ]
          : [
              Plot.text(placed, { frameAnchor: "left", dx: -marginLeft, y: "y", dy: labelShift, text: "label", textAnchor: "start", fill: colours.ink, ...halo, fontSize: font }),
              Plot.text(placed, { frameAnchor: "right", dx: marginRight, y: "y", dy: labelShift, text: "signs", textAnchor: "end", fontWeight: 600, fill: colours.ink, ...halo, fontSize: font }),
              ...(detailed ? [Plot.text(placed, { frameAnchor: "left", dx: -marginLeft, y: "y", dy: -2, text: "detail", textAnchor: "start", fill: colours.secondInk, ...halo, fontSize: 12 })] : []),
            ]),
      ],
    },
  };
}
