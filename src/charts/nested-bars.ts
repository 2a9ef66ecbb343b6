import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import type { Operator } from "../schema/operator.ts";
import { definitions, fade } from "./defs.ts";
import { colours } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { says } from "./says.ts";
import { type ChartSpec, halo, labelledTicks, type Size, textSize, widths } from "./spec.ts";

/** A number with the operator that decides how its bar ends. */
export interface Length {
  /** The claim it is, where it is one. */
  readonly key: string;
  readonly operator: Operator;
  readonly value: number;
  /** With its sign, for the label. */
  readonly signs: string;
  /** Error of reading to either end; equal to the value where it is printed. */
  readonly low: number;
  readonly high: number;
}

/** What one instrument had ever seen by a moment, and the part of it that it saw then. */
export interface NestedRow {
  readonly key: string;
  /** The moment. */
  readonly label: string;
  readonly ever: Length;
  readonly now: Length;
  readonly colour: string;
}

/** Words above the two columns of numbers. */
export interface NestedHeads {
  readonly ever: string;
  readonly now: string;
}

/** How far a bound fades beyond its stop, in data units. */
const fadeLength = 26_000;

/** The inner bar: solid to its value; an approximate end is dashed; a bound ends in a stop and fades on. */
function nowMarks({ key, now, colour }: NestedRow, y: number): Plot.Markish[] {
  const said = says(now.operator, now.key);
  const bar = Plot.rect([now], { x1: 0, x2: now.value, y1: y - 5, y2: y + 5, fill: colour, ...said });
  const stop = (dashes: object): Plot.Markish => Plot.link([now], { x1: now.value, x2: now.value, y1: y - 9, y2: y + 9, stroke: colour, strokeWidth: 2, ...dashes, ...said });
  if (now.operator === "approx") return [bar, stop({ strokeDasharray: "3,2" })];
  if (now.operator !== "gt") return [bar];
  return [
    definitions([fade(`on-${key}`, colour, "left", 0.6)]),
    bar,
    Plot.rect([now], { x1: now.value, x2: now.value + fadeLength, y1: y - 5, y2: y + 5, fill: `url(#on-${key})`, ...said }),
    stop({}),
    Plot.arrow([now], { x1: now.value, x2: now.value + fadeLength, y1: y, y2: y, stroke: colour, strokeWidth: 1.5, headLength: 6, ...said }),
  ];
}

/** The outer bar: pale, since much of it is past; an approximate end is open, a read-off end carries its error. */
function everMarks({ ever, colour }: NestedRow, y: number): Plot.Markish[] {
  return [
    Plot.rect([ever], { x1: 0, x2: ever.value, y1: y - 11, y2: y + 11, fill: colour, fillOpacity: 0.2 }),
    Plot.link([ever], { x1: ever.value, x2: ever.value, y1: y - 11, y2: y + 11, stroke: colour, strokeWidth: 2, ...says(ever.operator, ever.key), ...(ever.operator === "eq" ? {} : { strokeDasharray: "3,2" }) }),
    ...(ever.high > ever.low ? [Plot.rect([ever], { x1: ever.low, x2: ever.high, y1: y - 11, y2: y + 11, fill: colour, fillOpacity: 0.25 })] : []),
  ];
}

/**
 * One row a moment: a pale bar for all that had ever been seen, inside it a solid bar for what was seen then.
 * @param top end of the axis, shared by the charts that stand together
 */
export function nestedBars(rows: readonly NestedRow[], heads: NestedHeads, top: number, ticks: readonly number[], size: Size): ChartSpec {
  const wide = size === "wide";
  const rowHeight = wide ? 40 : 58;
  const [left, right] = wide ? [196, 196] : [12, 24];
  const marginTop = 30;
  const font = textSize[size];
  const height = rows.length * rowHeight;
  const shift = wide ? 0 : 11;
  const placed = rows.map((row, index) => ({ ...row, y: (index + 0.5) * rowHeight }));
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop, marginBottom: 30, marginLeft: left, marginRight: right }),
      x: { type: "linear", domain: [0, top], axis: null },
      marks: [
        Plot.ruleX(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.ruleX([0], { stroke: colours.hairline }),
        Plot.text(labelledTicks(ticks, size), { x: (value: number) => value, frameAnchor: "bottom", dy: 18, text: (tick: number) => numberWords(tick), fill: colours.secondInk, fontSize: font }),
        ...placed.flatMap((row) => [...everMarks(row, row.y + shift), ...nowMarks(row, row.y + shift)]),
        ...(wide
          ? [
              Plot.text([heads.ever], { frameAnchor: "top-right", dx: 96, dy: -marginTop + 8, textAnchor: "end", text: (head: string) => head, fill: colours.secondInk, fontSize: font }),
              Plot.text([heads.now], { frameAnchor: "top-right", dx: right, dy: -marginTop + 8, textAnchor: "end", text: (head: string) => head, fill: colours.secondInk, fontSize: font }),
              Plot.text(placed, { frameAnchor: "left", dx: -left, y: "y", textAnchor: "start", text: "label", fill: colours.ink, fontSize: font }),
              Plot.text(placed, { frameAnchor: "right", dx: 96, y: "y", textAnchor: "end", text: (row: NestedRow) => row.ever.signs, fill: colours.ink, fontSize: font }),
              Plot.text(placed, { frameAnchor: "right", dx: right, y: "y", textAnchor: "end", text: (row: NestedRow) => row.now.signs, fontWeight: 600, fill: colours.ink, fontSize: font }),
            ]
          : [
              Plot.text([`${heads.ever} / ${heads.now}`], { frameAnchor: "top-right", dx: right, dy: -marginTop + 8, textAnchor: "end", text: (head: string) => head, fill: colours.secondInk, fontSize: font }),
              Plot.text(placed, { frameAnchor: "left", dx: 6, y: "y", dy: -13, textAnchor: "start", text: "label", fill: colours.ink, ...halo, strokeWidth: 8, fontSize: font }),
              Plot.text(placed, { frameAnchor: "right", dx: right, y: "y", dy: -13, textAnchor: "end", text: (row: NestedRow) => `${row.ever.signs} / ${row.now.signs}`, fontWeight: 600, fill: colours.ink, ...halo, fontSize: font }),
            ]),
      ],
    },
  };
}
