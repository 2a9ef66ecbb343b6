import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import { colours } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { says } from "./says.ts";
import { type ChartSpec, type Size, textSize, widths } from "./spec.ts";

/** A number as a bar: counted ones are filled, supposed ones are dashed outlines. */
export interface ProductBar {
  /** The claim it is, where it is one. */
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly signs: string;
  readonly supposed: boolean;
  readonly colour: string;
}

/** Bars on one plain scale from zero, one below the other. @param top end of the axis */
export function productBars(bars: readonly ProductBar[], top: number, ticks: readonly number[], size: Size): ChartSpec {
  const wide = size === "wide";
  const rowHeight = wide ? 40 : 52;
  const [left, right] = wide ? [270, 90] : [12, 24];
  const font = textSize[size];
  const height = bars.length * rowHeight;
  const shift = wide ? 0 : 10;
  const placed = bars.map((bar, index) => ({ ...bar, y: (index + 0.5) * rowHeight }));
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop: 8, marginBottom: 28, marginLeft: left, marginRight: right }),
      x: { type: "linear", domain: [0, top], axis: null },
      marks: [
        Plot.ruleX(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.ruleX([0], { stroke: colours.hairline }),
        Plot.text(ticks, { x: (value: number) => value, frameAnchor: "bottom", dy: 18, text: (value: number) => numberWords(value), fill: colours.secondInk, fontSize: font }),
        ...placed.map((bar) => Plot.rect([bar], { x1: 0, x2: bar.value, y1: bar.y + shift - 9, y2: bar.y + shift + 9, ...says(bar.supposed ? "supposed" : "eq", bar.key), ...(bar.supposed ? { fill: "none", stroke: bar.colour, strokeWidth: 1.5, strokeDasharray: "4,3" } : { fill: bar.colour }) })),
        ...(wide
          ? [
              Plot.text(placed, { frameAnchor: "left", dx: -left, y: "y", textAnchor: "start", text: "label", fill: colours.ink, fontSize: font }),
              Plot.text(placed, { x: "value", y: "y", dx: 10, textAnchor: "start", text: "signs", fontWeight: 600, fill: colours.ink, fontSize: font }),
            ]
          : [
              Plot.text(placed, { frameAnchor: "left", dx: 6, y: "y", dy: -14, textAnchor: "start", text: "label", fill: colours.ink, stroke: colours.paper, strokeWidth: 8, fontSize: font }),
              Plot.text(placed, { frameAnchor: "right", dx: right, y: "y", dy: -14, textAnchor: "end", text: "signs", fontWeight: 600, fill: colours.ink, stroke: colours.paper, strokeWidth: 6, fontSize: font }),
            ]),
      ],
    },
  };
}
