import * as Plot from "@observablehq/plot";
import { shortMonthNames } from "../schema/months.ts";
import { colours } from "./palette.ts";
import { type Size, textSize } from "./spec.ts";

/** First and last instant of a time axis, UTC, `2001-08-01T00:00Z`. */
export interface TimeDomain {
  readonly start: string;
  readonly end: string;
}

const hour = 3_600_000;

/** An instant as the date that Plot places. */
export const at = (instant: string): Date => new Date(Date.parse(instant));

/** `2001-08-01T06:00Z` → `06:00`, UTC. */
export const clockWords = (date: Date): string => date.toISOString().slice(11, 16);

/** `2001-08-01T06:00Z` → `1 Aug`, the UTC day. */
export const dayWords = (date: Date): string => `${date.getUTCDate()} ${shortMonthNames[date.getUTCMonth()] ?? ""}`;

/** Instants within the domain at whole multiples of `hours` since 00:00 UTC. @param hours a divisor of 24 */
export function ticksEvery({ start, end }: TimeDomain, hours: number): Date[] {
  const step = hours * hour;
  const first = Math.ceil(Date.parse(start) / step);
  const last = Math.floor(Date.parse(end) / step);
  return Array.from({ length: last - first + 1 }, (_, index) => new Date((first + index) * step));
}

/** How many milliseconds one pixel of the axis stands for. @param pixels width between the margins */
export const millisecondsPerPixel = ({ start, end }: TimeDomain, pixels: number): number => (Date.parse(end) - Date.parse(start)) / pixels;

/** The x scale of a UTC axis; its ticks are drawn by `timeAxis`. */
export const timeScale = ({ start, end }: TimeDomain): Plot.ScaleOptions => ({ type: "utc", domain: [at(start), at(end)], axis: null });

const midnight = (date: Date): boolean => date.getTime() % (24 * hour) === 0;

/**
 * Grid lines and words of a UTC axis: the hour at every tick, the day below each midnight, “UTC” at the left. Needs 40 px of bottom margin.
 * @param hours between ticks: a divisor of 24
 * @param left the left margin, px
 */
export function timeAxis(domain: TimeDomain, hours: number, size: Size, left: number): Plot.Markish[] {
  const ticks = ticksEvery(domain, hours);
  const days = ticks.filter(midnight);
  const words = { frameAnchor: "bottom", fill: colours.secondInk, fontSize: textSize[size] } as const;
  return [
    Plot.ruleX(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
    Plot.ruleX(days, { stroke: colours.hairline, strokeOpacity: 0.7 }),
    Plot.text(ticks, { ...words, x: (date: Date) => date, text: clockWords, dy: 18 }),
    Plot.text(days, { ...words, x: (date: Date) => date, text: dayWords, dy: 34, fontWeight: 600 }),
    Plot.text(["UTC"], { ...words, frameAnchor: "bottom-left", textAnchor: "start", dx: -left, dy: 24, text: (word: string) => word }),
  ];
}
