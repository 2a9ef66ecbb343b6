import * as Plot from "@observablehq/plot";
import type { MultiPolygon } from "geojson";
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

type Kind = "always" | "faster" | "missed";

/** Outline of a square, px, closed, as GeoJSON has it. */
const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

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
  /** The squares of one kind, one shape for each sensor: six hundred elements would be the heaviest drawing of a page. */
  const squares = (kind: Kind, inset: number): MultiPolygon[] =>
    placed.flatMap(({ left, top, low, high }) => {
      const kindOf = (place: number): Kind => (place < low ? "always" : place < high ? "faster" : "missed");
      const places = Array.from({ length: 100 }, (_, place) => place).filter((place) => kindOf(place) === kind);
      const coordinates = places.map((place) => [square(left + (place % 10) * cell + inset, top + headHeight + (9 - Math.floor(place / 10)) * cell + inset, cell - 2 - 2 * inset)]);
      return coordinates.length === 0 ? [] : [{ type: "MultiPolygon" as const, coordinates }];
    });
  const range = ({ met, low, high }: HundredRow): string => (low === high ? numberWords(met) : `${numberWords(met)} (${numberWords(low)}–${numberWords(high)})`);
  const height = block * Math.ceil(rows.length / columns);
  return {
    plot: {
      ...pixelFrame(width, height),
      marks: [
        Plot.text(placed, { x: "left", y: (row: { top: number }) => row.top + 10, textAnchor: "start", text: (row: HundredRow) => numberWords(row.addresses), fill: colours.secondInk, fontSize: font }),
        Plot.text(placed, { x: "left", y: (row: { top: number }) => row.top + 28, textAnchor: "start", text: range, fontWeight: 600, fill: colours.ink, fontSize: font }),
        Plot.geo(squares("missed", 0.5), { fill: "none", stroke: colours.hairline, strokeOpacity: 0.7 }),
        Plot.geo(squares("faster", 0.5), { fill: colours.ink, fillOpacity: 0.3, stroke: colours.ink, strokeOpacity: 0.6 }),
        Plot.geo(squares("always", 0), { fill: colours.ink }),
      ],
    },
  };
}
