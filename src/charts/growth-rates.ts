import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import { colours, organisationColour, organisationSymbol } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { says } from "./says.ts";
import { type ChartSpec, halo, type Size, widths } from "./spec.ts";

/** One fitted number with its interval. */
export interface GrowthRow {
  readonly key: string;
  readonly label: string;
  /** Decides colour and shape; null for ink. */
  readonly organisation: string | null;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The number with its interval, as printed. */
  readonly words: string;
}

/** Fitted numbers on one plain scale from zero: an open mark, for it is modelled, on a bar for its interval. @param top end of the axis */
export function growthRatesChart(rows: readonly GrowthRow[], top: number, ticks: readonly number[], size: Size): ChartSpec {
  const font = 13;
  const rowHeight = 46;
  const [left, right] = [8, 16];
  const marginTop = 6;
  const height = rows.length * rowHeight;
  const placed = rows.map((row, index) => ({ ...row, y: (index + 0.5) * rowHeight + 10 }));
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: size === "wide" ? 420 : widths.narrow, height, marginTop, marginBottom: 30, marginLeft: left, marginRight: right }),
      x: { type: "linear", domain: [0, top], axis: null },
      marks: [
        Plot.ruleX(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.ruleX([0], { stroke: colours.hairline }),
        Plot.text(ticks, { x: (tick: number) => tick, frameAnchor: "bottom", dy: 18, text: (tick: number) => numberWords(tick), fill: colours.secondInk, fontSize: font }),
        Plot.text(placed, { frameAnchor: "left", dx: 6, y: "y", dy: -20, textAnchor: "start", text: "label", fill: colours.ink, ...halo, fontSize: font }),
        Plot.text(placed, { frameAnchor: "right", dx: right - 2, y: "y", dy: -20, textAnchor: "end", text: "words", fontWeight: 600, fill: colours.ink, ...halo, fontSize: font }),
        ...placed.flatMap((row) => {
          const colour = row.organisation === null ? colours.ink : organisationColour(row.organisation);
          return [
            Plot.link([row], { x1: row.low, x2: row.high, y1: row.y, y2: row.y, stroke: colour, strokeWidth: 4 }),
            Plot.link([row.low, row.high], { x1: (end: number) => end, x2: (end: number) => end, y1: row.y - 6, y2: row.y + 6, stroke: colour, strokeWidth: 1.5 }),
            Plot.dot([row], { x: row.value, y: row.y, r: 4.5, symbol: row.organisation === null ? "circle" : organisationSymbol(row.organisation), stroke: colour, strokeWidth: 2, fill: colours.paper, ...says("modelled", "growth") }),
          ];
        }),
      ],
    },
  };
}
