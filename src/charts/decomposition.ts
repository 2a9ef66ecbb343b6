import * as Plot from "@observablehq/plot";
import { colours } from "./palette.ts";
import { pixelFrame } from "./plot-frame.ts";
import { type ChartSpec, type Size, textSize, widths } from "./spec.ts";
import { wrapText } from "./typeface.ts";

/** Which way a count strays from the machines infected at one time. */
export type Stray = "more" | "fewer" | "either";

/** One way in which an honest count strays. Words without digits: nobody measured how far. */
export interface StrayItem {
  readonly way: Stray;
  /** Lines as drawn, at most 30 characters each. */
  readonly lines: readonly string[];
}

/** One reason, with the ways in which it acts. */
export interface StrayColumn {
  readonly head: string;
  readonly question: string;
  readonly items: readonly StrayItem[];
}

const lineHeight = 17;
const headHeight = 72;
const itemGap = 20;

const heightOf = ({ items }: StrayColumn): number => headHeight + items.reduce((sum, { lines }) => sum + Math.max(1, lines.length) * lineHeight + itemGap, 0);

/** Space between neighbouring columns, and left of an item's words for its mark, px. */
const [gutter, indent] = [20, 26];

/** Width of a drawing of two columns beside each other, px. */
const pairWidth = 440;

/**
 * Four reasons, each with arrows: up counts more, down counts fewer, a diamond either.
 * @param beside how many stand side by side: four, or one on a phone; two in a square
 */
export function decompositionChart(columns: readonly StrayColumn[], size: Size, beside: 1 | 2 | 4 = size === "wide" ? 4 : 1): ChartSpec {
  const width = beside === 2 ? pairWidth : widths[size];
  const slot = width / beside;
  const lineWidth = slot - (beside > 1 ? gutter : 0) - indent;
  // Lines are set for four columns; a single one has room for longer ones.
  const set = columns.map((column) => (beside > 1 ? column : { ...column, items: column.items.map((item) => ({ ...item, lines: wrapText(item.lines.join(" "), "sans", textSize[size], lineWidth) })) }));
  const rows = Array.from({ length: Math.ceil(set.length / beside) }, (_, row) => Math.max(...set.slice(row * beside, (row + 1) * beside).map(heightOf)));
  const topOf = (row: number): number => rows.slice(0, row).reduce((sum, each) => sum + each, 0);
  const height = topOf(rows.length);
  const font = textSize[size];
  const heads = set.map((column, index) => ({ ...column, x: (index % beside) * slot, y: topOf(Math.floor(index / beside)) }));
  const items = heads.flatMap(({ items: own, x, y }) => {
    let top = y + headHeight;
    return own.map((item) => {
      const placed = { ...item, x, y: top };
      top += item.lines.length * lineHeight + itemGap;
      return placed;
    });
  });
  const lines = items.flatMap(({ lines: own, x, y }) => own.map((text, index) => ({ text, x: x + indent, y: y + index * lineHeight })));
  const arrow = (way: Stray): typeof items => items.filter((item) => item.way === way);
  const mark = { x: (item: { x: number }) => item.x + 11, y: (item: { y: number }) => item.y, r: 7 } as const;
  return {
    plot: {
      ...pixelFrame(width, height),
      marks: [
        Plot.link(heads, { x1: "x", x2: (head: { x: number }) => head.x + slot - (beside > 1 ? gutter : 0), y1: (head: { y: number }) => head.y + 4, y2: (head: { y: number }) => head.y + 4, stroke: colours.ink, strokeWidth: 2 }),
        Plot.text(heads, { x: "x", y: (head: { y: number }) => head.y + 22, text: "head", textAnchor: "start", fontWeight: 600, fill: colours.ink, fontSize: font + 3 }),
        Plot.text(heads, { x: "x", y: (head: { y: number }) => head.y + 40, text: "question", textAnchor: "start", fill: colours.secondInk, fontSize: font }),
        Plot.dot(arrow("more"), { ...mark, symbol: "triangle", fill: colours.ink }),
        Plot.dot(arrow("fewer"), { ...mark, symbol: "triangle", rotate: 180, fill: colours.paper, stroke: colours.ink, strokeWidth: 1.75 }),
        Plot.dot(arrow("either"), { ...mark, symbol: "diamond", fill: colours.hairline, stroke: colours.ink, strokeWidth: 1.25 }),
        Plot.text(lines, { x: "x", y: "y", text: "text", textAnchor: "start", fill: colours.ink, fontSize: font }),
      ],
    },
  };
}
