import { colours } from "./palette.ts";
import { type Size, widths } from "./spec.ts";
import type { TimeDomain } from "./time-axis.ts";

/** Margins of the drawings of a recording, px. */
export const recordingMargins = (size: Size): { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number } => ({ top: 28, right: size === "wide" ? 40 : 26, bottom: 44, left: size === "wide" ? 56 : 42 });

/** Width between the margins, px. */
export const innerWidth = (size: Size): number => widths[size] - recordingMargins(size).left - recordingMargins(size).right;

/** Whole numbers from zero in at most four equal steps of 1, 2 or 5 times a power of ten; the last is at or above `most`. */
export function countTicks(most: number): number[] {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? power * 10;
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}

/** Steps of a time axis in hours: parts of an hour, of a day, then weeks. */
const steps = [1 / 60, 1 / 12, 1 / 6, 1 / 2, 1, 2, 3, 4, 6, 12, 24, 48, 168, 672] as const;

/** Room that a clock time or a day needs on the axis, px. */
const room = 56;

/** Hours between the ticks of an axis, so that its words do not touch. */
export function tickHours({ start, end }: TimeDomain, size: Size): number {
  const hours = (Date.parse(end) - Date.parse(start)) / 3_600_000;
  return steps.find((step) => (hours / step) * room <= innerWidth(size)) ?? 672 * Math.ceil(((hours / 672) * room) / innerWidth(size));
}

/** Matched probes are filled; inferred ones are outlined over a pale ground, as all that is not printed as such. */
export const barStyle = (inferred: boolean): { readonly fill: string; readonly fillOpacity: number; readonly stroke: string; readonly strokeWidth: number } =>
  inferred ? { fill: colours.secondInk, fillOpacity: 0.15, stroke: colours.secondInk, strokeWidth: 1.5 } : { fill: colours.secondInk, fillOpacity: 1, stroke: colours.secondInk, strokeWidth: 0 };
