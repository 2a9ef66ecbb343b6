import * as Plot from "@observablehq/plot";
import type { RecordingTimeline, TimedCount } from "../aggregates/recording-timeline.ts";
import { numberWords } from "../schema/format.ts";
import { colours } from "./palette.ts";
import { barStyle, countTicks, innerWidth, recordingMargins, tickHours } from "./recording-scale.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";
import { gapMarks, stepMarks } from "./step-band.ts";
import { at, millisecondsPerPixel, timeAxis, timeScale } from "./time-axis.ts";

/** Frame, axes and gaps that both drawings share. @param most largest value drawn */
function timeFrame(timeline: RecordingTimeline, most: number, unit: string, size: Size, marks: readonly Plot.Markish[]): ChartSpec {
  const { top: marginTop, right: marginRight, bottom: marginBottom, left: marginLeft } = recordingMargins(size);
  const font = textSize[size];
  const ticks = countTicks(most);
  const top = ticks.at(-1) ?? most;
  return {
    plot: {
      width: widths[size],
      height: marginTop + 150 + marginBottom,
      marginTop,
      marginRight,
      marginBottom,
      marginLeft,
      x: timeScale(timeline),
      y: { type: "linear", domain: [0, top], axis: null },
      marks: [
        ...gapMarks(timeline.gaps, top, null, font),
        Plot.ruleY(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(ticks, { frameAnchor: "left", y: (value: number) => value, dx: -10, textAnchor: "end", text: (value: number) => numberWords(value), fill: colours.secondInk, fontSize: font }),
        Plot.text([unit], { frameAnchor: "top-left", dx: -marginLeft, dy: -marginTop + 4, textAnchor: "start", text: (words: string) => words, fill: colours.secondInk, fontSize: font }),
        ...timeAxis(timeline, tickHours(timeline, size), size, marginLeft),
        ...marks,
        Plot.ruleY([0], { stroke: colours.hairline }),
      ],
    },
  };
}

/**
 * Bars over the bins of a recording, from zero; stretches without a bin are dotted, for nothing is known of them.
 * @param unit what a bar counts, in words
 * @param inferred true where the request was not logged: outlined bars
 */
export function recordingBars(timeline: RecordingTimeline, unit: string, inferred: boolean, size: Size): ChartSpec {
  const width = Math.min(...timeline.bars.map(({ start, end }) => Date.parse(end) - Date.parse(start))) / millisecondsPerPixel(timeline, innerWidth(size));
  const inset = width > 6 ? 1 : 0;
  const most = Math.max(1, ...timeline.bars.map(({ value }) => value));
  return timeFrame(timeline, most, unit, size, [Plot.rect(timeline.bars, { x1: ({ start }: TimedCount) => at(start), x2: ({ end }: TimedCount) => at(end), y1: 0, y2: "value", insetLeft: inset, insetRight: inset, ...barStyle(inferred && inset > 0) })]);
}

/** Distinct sources up to the end of each bin, as steps: level over a bin, and joined only where the next bin begins at once. */
export function recordingSteps(timeline: RecordingTimeline, unit: string, inferred: boolean, size: Size): ChartSpec {
  const steps = timeline.cumulative.map(({ start, end, value }) => ({ start, end, value, low: value, high: value }));
  const last = timeline.cumulative.slice(-1);
  return timeFrame(timeline, Math.max(1, ...steps.map(({ value }) => value)), unit, size, [
    ...stepMarks(steps, inferred ? "derived" : "printed", colours.ink),
    Plot.text(last, { x: ({ end }: TimedCount) => at(end), y: "value", dx: 5, textAnchor: "start", text: ({ value }: TimedCount) => numberWords(value), fontWeight: 600, fill: colours.ink, ...halo, fontSize: textSize[size] }),
  ]);
}
