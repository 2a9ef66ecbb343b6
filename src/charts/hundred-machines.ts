import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import { colours } from "./palette.ts";
import { pixelFrame } from "./plot-frame.ts";
import { type ChartSpec, textSize, widths } from "./spec.ts";

/** One sensor, and how many of a hundred machines it meets: at the fitted rate, and at the ends of the band of rates. */
export interface HundredRow {
  readonly addresses: number;
  readonly met: number;
  readonly low: number;
  readonly high: number;
}

/** Blocks in a row, px across the drawing, and px a square. A square picture is wider than a phone's drawing for its height. */
const layouts = {
  wide: { columns: 6, width: widths.wide, cell: 13 },
  square: { columns: 3, width: 420, cell: 10 },
  narrow: { columns: 3, width: widths.narrow, cell: 9 },
} as const;

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly kind: "always" | "faster" | "missed";
}

/**
 * A hundred squares for each sensor, filled from the bottom: solid for machines met at every rate of the band, pale for those met at
 * the faster rates alone, an outline for those missed.
 */
export function hundredMachinesChart(rows: readonly HundredRow[], form: keyof typeof layouts): ChartSpec {
  const { columns, width, cell } = layouts[form];
  const slot = width / columns;
  const headHeight = 40;
  const block = headHeight + 10 * cell + 22;
  const font = textSize[form === "wide" ? "wide" : "narrow"];
  const placed = rows.map((row, index) => ({ ...row, left: (index % columns) * slot, top: Math.floor(index / columns) * block }));
  const cells = placed.flatMap(({ left, top, low, high }): Cell[] =>
    Array.from({ length: 100 }, (_, index) => ({
      x: left + (index % 10) * cell,
      y: top + headHeight + (9 - Math.floor(index / 10)) * cell,
      kind: index < low ? ("always" as const) : index < high ? ("faster" as const) : ("missed" as const),
    })),
  );
  const square = { x1: "x", x2: (each: Cell) => each.x + cell - 2, y1: "y", y2: (each: Cell) => each.y + cell - 2 } as const;
  const of = (kind: Cell["kind"]): Cell[] => cells.filter((each) => each.kind === kind);
  const range = ({ met, low, high }: HundredRow): string => (low === high ? numberWords(met) : `${numberWords(met)} (${numberWords(low)}–${numberWords(high)})`);
  const height = block * Math.ceil(rows.length / columns);
  return {
    plot: {
      ...pixelFrame(width, height),
      marks: [
        Plot.text(placed, { x: "left", y: (row: { top: number }) => row.top + 10, textAnchor: "start", text: (row: HundredRow) => numberWords(row.addresses), fill: colours.secondInk, fontSize: font }),
        Plot.text(placed, { x: "left", y: (row: { top: number }) => row.top + 28, textAnchor: "start", text: range, fontWeight: 600, fill: colours.ink, fontSize: font }),
        Plot.rect(of("missed"), { ...square, fill: "none", stroke: colours.hairline, strokeOpacity: 0.7, inset: 0.5 }),
        Plot.rect(of("faster"), { ...square, fill: colours.ink, fillOpacity: 0.3, stroke: colours.ink, strokeOpacity: 0.6, inset: 0.5 }),
        Plot.rect(of("always"), { ...square, fill: colours.ink }),
      ],
    },
  };
}
