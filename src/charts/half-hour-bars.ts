import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import { colours } from "./palette.ts";
import { says } from "./says.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";
import { at, clockWords } from "./time-axis.ts";

/** A count of one half-hour. */
export interface HalfHour {
  readonly start: string;
  readonly value: number;
}

/** A count with no half-hour of its own: a tick apart from the bars, and none among them. */
export interface Placeless {
  /** The claim it is. */
  readonly key: string;
  readonly value: number;
  /** Lines of words beside the tick. */
  readonly lines: readonly string[];
  readonly colour: string;
}

/**
 * Bars of neighbouring half-hours from zero, and apart from them a count whose half-hour is not named.
 * @param unit what the bars count
 */
export function halfHourBars(bars: readonly HalfHour[], placeless: Placeless, unit: string, top: number, ticks: readonly number[], size: Size): ChartSpec {
  const wide = size === "wide";
  const [left, right] = wide ? [76, 24] : [50, 12];
  const font = textSize[size];
  const marginTop = 28;
  const room = wide ? 1.7 : 2.6;
  const apart = bars.length + (wide ? 0.35 : 0.3);
  const placed = bars.map((bar, index) => ({ ...bar, x: index }));
  return {
    elastic: "xy",
    plot: {
      width: widths[size],
      height: marginTop + 170 + 44,
      marginTop,
      marginBottom: 44,
      marginLeft: left,
      marginRight: right,
      x: { type: "linear", domain: [0, bars.length + room], axis: null },
      y: { type: "linear", domain: [0, top], axis: null },
      marks: [
        Plot.ruleY(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(ticks, { frameAnchor: "left", y: (value: number) => value, dx: -12, textAnchor: "end", text: (value: number) => numberWords(value), fill: colours.secondInk, fontSize: font }),
        Plot.text([unit], { frameAnchor: "top-left", dx: -left, dy: -marginTop + 4, textAnchor: "start", text: (words: string) => words, fill: colours.secondInk, fontSize: font }),
        Plot.rect(placed, { x1: "x", x2: ({ x }: { x: number }) => x + 1, y1: 0, y2: "value", insetLeft: wide ? 16 : 3, insetRight: wide ? 16 : 3, fill: colours.secondInk }),
        Plot.text(placed, { x: ({ x }: { x: number }) => x + 0.5, y: "value", dy: -10, text: ({ value }: HalfHour) => numberWords(value), fontWeight: 600, fill: colours.ink, ...halo, fontSize: font }),
        Plot.text(wide ? placed : placed.filter((_, index) => index % 2 === 0), { x: "x", frameAnchor: "bottom", dy: 18, dx: wide ? 16 : 3, textAnchor: "start", text: ({ start }: HalfHour) => clockWords(at(start)), fill: colours.secondInk, fontSize: font }),
        Plot.text(["UTC, each bar half an hour"], { frameAnchor: "bottom-left", dy: 36, dx: wide ? 16 : 3, textAnchor: "start", text: (words: string) => words, fill: colours.secondInk, fontSize: font }),
        Plot.ruleY([0], { x1: 0, x2: bars.length, stroke: colours.hairline }),
        Plot.ruleX([bars.length], { stroke: colours.hairline, strokeDasharray: "2,3" }),
        Plot.link([placeless.value], { x1: apart, x2: apart + (wide ? 0.3 : 0.45), y1: placeless.value, y2: placeless.value, stroke: placeless.colour, strokeWidth: 4, ...says("eq", placeless.key) }),
        ...placeless.lines.map((line, index) => Plot.text([line], { x: apart, y: placeless.value, dy: 16 + index * 16, textAnchor: "start", text: (words: string) => words, fontWeight: index === 0 ? 600 : 400, fill: colours.ink, ...halo, fontSize: font })),
      ],
    },
  };
}
