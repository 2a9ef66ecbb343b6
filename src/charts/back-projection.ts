import * as Plot from "@observablehq/plot";
import type { Operator } from "../schema/operator.ts";
import { definitions, missingPattern } from "./defs.ts";
import { operatorMarks } from "./grammar.ts";
import { colours, organisationColour } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { says } from "./says.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";

/** One set of assumptions: the totals it leads to, one a rate; none where nothing can be inferred. */
export interface ProjectionRow {
  readonly key: string;
  readonly label: string;
  readonly why: string;
  readonly totals: readonly { readonly ratePerMinute: number; readonly hosts: number; readonly low: number; readonly high: number }[];
  /** The range in words, or why there is none. */
  readonly words: string;
}

/** A number of somebody else that the drawing is read against: its operator decides the mark at the head of its line. */
export interface ProjectionWall {
  /** The claim it is. */
  readonly key: string;
  readonly organisation: string;
  readonly operator: Operator;
  readonly value: number;
  readonly text: string;
}

const domain = [5_000, 2_000_000] as const;
const ticks = [10_000, 100_000, 1_000_000] as const;
const tickWords: Readonly<Record<number, string>> = { 10_000: "10,000", 100_000: "100,000", 1_000_000: "1 million" };

/**
 * Totals implied by one count under several assumptions: an outlined bar over the band of rates with a stroke at each rate, never a dot.
 * @param walls two numbers drawn across all rows, the smaller first, each with its mark and its words at the head of its line
 */
export function backProjectionChart(rows: readonly ProjectionRow[], walls: readonly ProjectionWall[], size: Size): ChartSpec {
  const wide = size === "wide";
  const rowHeight = wide ? 46 : 74;
  const marginTop = 30;
  // Room for the marks and the words of the walls, above the rows.
  const head = 44;
  const marginLeft = wide ? 232 : 8;
  const marginRight = wide ? 150 : 8;
  const height = head + rows.length * rowHeight;
  const font = textSize[size];
  const half = 9;
  const placed = rows.map((row, index) => ({ ...row, top: head + index * rowHeight, y: head + index * rowHeight + (wide ? rowHeight / 2 : 54) }));
  const inferred = placed.flatMap(({ totals, y }) => {
    const lows = totals.map(({ low }) => low);
    const highs = totals.map(({ high }) => high);
    return totals.length === 0 ? [] : [{ y, low: Math.min(...lows), high: Math.max(...highs) }];
  });
  const strokes = placed.flatMap(({ totals, y }) => totals.map(({ hosts }) => ({ hosts, y })));
  const refused = placed.filter(({ totals }) => totals.length === 0);
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop, marginBottom: 8, marginLeft, marginRight }),
      x: { type: "log", domain: [...domain], axis: null },
      marks: [
        definitions([missingPattern("not_published", "refused", colours.hairline, colours.paper)]),
        Plot.ruleX(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(ticks, { x: (tick: number) => tick, frameAnchor: "top", dy: -14, text: (tick: number) => tickWords[tick] ?? "", fill: colours.secondInk, ...halo, fontSize: font }),
        ...placed.map((row) => Plot.ruleY([row], { y: "top", insetLeft: -marginLeft, insetRight: -marginRight, stroke: colours.hairline, strokeOpacity: 0.4 })),
        ...walls.map((wall) => Plot.ruleX([wall], { x: "value", y1: 30, y2: height, stroke: organisationColour(wall.organisation), strokeWidth: 1.25 })),
        // An exact number needs no point of its own here: its line is the mark, and starts in a stop. A bound's stop fades, with an arrow.
        ...walls.filter(({ operator }) => operator === "eq").map((wall) => Plot.link([wall], { x1: "value", x2: "value", y1: 22, y2: 38, stroke: organisationColour(wall.organisation), strokeWidth: 3, ...says(wall.operator, wall.key) })),
        ...operatorMarks(walls.filter(({ operator }) => operator !== "eq").map((wall) => ({ ...wall, low: null, high: null, y: 30 })), (x, direction) => (direction === "left" ? x / 2 : x * 2), 8),
        ...walls.map((wall, index) => Plot.text([wall], { x: "value", y: 10, dx: index === 0 ? 3 : -6, textAnchor: index === 0 ? "end" : "start", text: "text", fontWeight: 600, fill: colours.ink, ...halo, fontSize: font })),
        ...refused.map((row) => Plot.rect([row], { x1: domain[0], x2: domain[1], y1: row.y - half, y2: row.y + half, fill: "url(#refused)", stroke: colours.hairline })),
        Plot.text(refused, { x: 100_000, y: "y", text: "words", fontWeight: 600, fill: colours.ink, stroke: colours.paper, strokeWidth: 10, strokeLinejoin: "round", fontSize: font }),
        Plot.rect(inferred, { x1: "low", x2: "high", y1: (row: { y: number }) => row.y - half, y2: (row: { y: number }) => row.y + half, fill: colours.paper, stroke: colours.xs4all, strokeWidth: 1.75 }),
        Plot.link(strokes, { x1: "hosts", x2: "hosts", y1: (row: { y: number }) => row.y - half, y2: (row: { y: number }) => row.y + half, stroke: colours.xs4all, strokeWidth: 1.25 }),
        Plot.text(placed, { frameAnchor: "left", dx: -marginLeft, y: (row: { y: number; top: number }) => (wide ? row.y - 9 : row.top + 12), text: "label", textAnchor: "start", fontWeight: 600, fill: colours.ink, ...halo, fontSize: font }),
        Plot.text(placed, { frameAnchor: "left", dx: -marginLeft, y: (row: { y: number; top: number }) => (wide ? row.y + 9 : row.top + 29), text: "why", textAnchor: "start", fill: colours.secondInk, ...halo, fontSize: font }),
        Plot.text(
          placed.filter(({ totals }) => totals.length > 0),
          { frameAnchor: "right", dx: marginRight, y: (row: { y: number; top: number }) => (wide ? row.y : row.top + 12), text: "words", textAnchor: "end", fill: colours.ink, ...halo, fontSize: font },
        ),
      ],
    },
  };
}
