import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import type { Missing } from "../schema/missing.ts";
import { definitions, missingPattern } from "./defs.ts";
import { colours } from "./palette.ts";
import { barStyle, countTicks, recordingMargins } from "./recording-scale.ts";
import { type ChartSpec, type Size, textSize, widths } from "./spec.ts";

/** Hours of the day that carry a word. */
const named = [0, 6, 12, 18, 24] as const;

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/**
 * Bars over the 24 hours of a day, UTC. An hour that the recording does not touch is dotted; an hour within it without a probe is empty.
 * @param hours a number or its absence for each hour from 00:00
 */
export function recordingHours(hours: readonly (number | Missing)[], unit: string, inferred: boolean, size: Size): ChartSpec {
  const { top: marginTop, right: marginRight, bottom: marginBottom, left: marginLeft } = recordingMargins(size);
  const font = textSize[size];
  const bars = hours.flatMap((value, hour) => (typeof value === "number" ? [{ hour, value }] : []));
  const unseen = hours.flatMap((value, hour) => (typeof value === "number" ? [] : [{ hour }]));
  const ticks = countTicks(Math.max(1, ...bars.map(({ value }) => value)));
  const top = ticks.at(-1) ?? 1;
  return {
    plot: {
      width: widths[size],
      height: marginTop + 120 + marginBottom,
      marginTop,
      marginRight,
      marginBottom,
      marginLeft,
      x: { type: "linear", domain: [0, hours.length], axis: null },
      y: { type: "linear", domain: [0, top], axis: null },
      marks: [
        definitions([missingPattern("not_observed", "hour-dots", colours.hairline, "none")]),
        Plot.rect(unseen, { x1: "hour", x2: ({ hour }: { hour: number }) => hour + 1, y1: 0, y2: top, fill: "url(#hour-dots)", fillOpacity: 0.7 }),
        Plot.ruleY(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(ticks, { frameAnchor: "left", y: (value: number) => value, dx: -10, textAnchor: "end", text: (value: number) => numberWords(value), fill: colours.secondInk, fontSize: font }),
        Plot.text([unit], { frameAnchor: "top-left", dx: -marginLeft, dy: -marginTop + 4, textAnchor: "start", text: (words: string) => words, fill: colours.secondInk, fontSize: font }),
        Plot.rect(bars.filter(({ value }) => value > 0), { x1: "hour", x2: ({ hour }: { hour: number }) => hour + 1, y1: 0, y2: "value", insetLeft: 1, insetRight: 1, ...barStyle(inferred) }),
        Plot.ruleY([0], { stroke: colours.hairline }),
        Plot.text([...named], { x: (hour: number) => hour, frameAnchor: "bottom", dy: 18, text: clock, fill: colours.secondInk, fontSize: font }),
        Plot.text(["UTC"], { frameAnchor: "bottom-left", textAnchor: "start", dx: -marginLeft, dy: 34, text: (word: string) => word, fill: colours.secondInk, fontSize: font }),
      ],
    },
  };
}
