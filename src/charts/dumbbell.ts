import * as Plot from "@observablehq/plot";
import { operatorMarks } from "./grammar.ts";
import { colours } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";

/** One thing measured twice: two exact values in one unit. */
export interface DumbbellRow {
  readonly key: string;
  readonly label: string;
  /** Below the label: the counts behind the two values. */
  readonly detail: string;
  readonly organisation: string;
  readonly less: { readonly value: number; readonly words: string };
  readonly more: { readonly value: number; readonly words: string };
  /** Beside the row: how far apart they are. */
  readonly gap: string;
}

/** Words of the two measures, above their marks in the first row. */
export interface DumbbellHeads {
  readonly less: string;
  readonly more: string;
}

/** Pairs of exact values on one plain scale from zero, a line between the two of a pair. @param top end of the axis */
export function dumbbellChart(rows: readonly DumbbellRow[], heads: DumbbellHeads, top: number, ticks: readonly number[], tickText: (value: number) => string, size: Size): ChartSpec {
  const wide = size === "wide";
  const font = textSize[size];
  const step = wide ? 54 : 86;
  const head = 22;
  const marginTop = 30;
  const marginLeft = wide ? 230 : 16;
  const marginRight = wide ? 130 : 20;
  const height = head + rows.length * step;
  const placed = rows.map((row, index) => ({ ...row, top: head + index * step, y: head + index * step + (wide ? step / 2 : 56) }));
  const ends = placed.flatMap(({ key, organisation, y, less, more }) => [
    { key: `${key}-less`, organisation, operator: "eq" as const, value: less.value, low: null, high: null, y },
    { key: `${key}-more`, organisation, operator: "eq" as const, value: more.value, low: null, high: null, y },
  ]);
  const [first] = placed;
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop, marginBottom: 8, marginLeft, marginRight }),
      x: { type: "linear", domain: [0, top], axis: null },
      marks: [
        Plot.ruleX(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(ticks, { x: (tick: number) => tick, frameAnchor: "top", dy: -18, text: tickText, fill: colours.secondInk, fontSize: font }),
        ...placed.slice(1).map((row) => Plot.ruleY([row], { y: "top", insetLeft: -marginLeft, insetRight: -marginRight, stroke: colours.hairline, strokeOpacity: 0.4 })),
        ...placed.map((row) => Plot.link([row], { x1: row.less.value, x2: row.more.value, y1: row.y, y2: row.y, stroke: colours.secondInk, strokeWidth: 2 })),
        ...operatorMarks(ends, (x) => x, 10),
        ...(first === undefined
          ? []
          : (["less", "more"] as const).map((side) => Plot.text([first], { x: first[side].value, y: first.y + (wide ? -24 : 17), textAnchor: side === "less" ? "end" : "start", dx: side === "less" ? 6 : -6, text: () => heads[side], fill: colours.secondInk, ...halo, fontSize: font }))),
        ...(["less", "more"] as const).map((side) => Plot.text(placed, { x: (row: DumbbellRow) => row[side].value, y: "y", dx: side === "less" ? -12 : 12, textAnchor: side === "less" ? "end" : "start", text: (row: DumbbellRow) => row[side].words, fontWeight: 600, fill: colours.ink, ...halo, fontSize: font })),
        Plot.text(placed, { frameAnchor: "left", dx: -marginLeft, y: (row: { y: number; top: number }) => (wide ? row.y - 9 : row.top + 13), textAnchor: "start", text: "label", fontWeight: 600, fill: colours.ink, ...halo, fontSize: font }),
        Plot.text(placed, { frameAnchor: "left", dx: -marginLeft, y: (row: { y: number; top: number }) => (wide ? row.y + 9 : row.top + 29), textAnchor: "start", text: "detail", fill: colours.secondInk, ...halo, fontSize: 12 }),
        Plot.text(placed, { frameAnchor: "right", dx: marginRight, y: (row: { y: number; top: number }) => (wide ? row.y : row.top + 13), textAnchor: "end", text: "gap", fill: colours.ink, ...halo, fontSize: font }),
      ],
    },
  };
}
