import * as Plot from "@observablehq/plot";
import { colours } from "./palette.ts";
import { type Size, textSize } from "./spec.ts";
import { at, type TimeDomain, ticksEvery } from "./time-axis.ts";

/** A place whose clock a strip shows. */
export interface LocalPlace {
  readonly name: string;
  /** Name in the zone database, `Europe/Amsterdam`. */
  readonly zone: string;
}

/** The places of every strip, in order. */
export const localPlaces: readonly LocalPlace[] = [
  { name: "Seoul", zone: "Asia/Seoul" },
  { name: "Amsterdam", zone: "Europe/Amsterdam" },
  { name: "New York", zone: "America/New_York" },
];

/** Making a formatter costs far more than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The hour of the day, 0–23, that a clock of the zone shows at an instant, from the zone database. */
export function localHour(date: Date, zone: string): number {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });
  clocks.set(zone, clock);
  return Number(clock.format(date));
}

/** Office hours, 09:00 to 17:00 on the local clock. */
const isOffice = (hour: number): boolean => hour >= 9 && hour < 17;

/** Unbroken runs of local office hours within the domain, UTC. */
export function officeHours(domain: TimeDomain, zone: string): { readonly start: Date; readonly end: Date }[] {
  const runs: { start: Date; end: Date }[] = [];
  for (const start of ticksEvery(domain, 1)) {
    if (start.getTime() >= Date.parse(domain.end) || !isOffice(localHour(start, zone))) continue;
    const end = new Date(start.getTime() + 3_600_000);
    const last = runs.at(-1);
    if (last?.end.getTime() === start.getTime()) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}

/** Height that the strips need below the axis, px. */
export const stripsHeight = localPlaces.length * 18 + 4;

/**
 * One thin strip a place under the axis: a bar for local office hours, the name at the left.
 * @param foot the y of the first strip's centre below the frame, px
 * @param left the left margin, px
 */
export function localStrips(domain: TimeDomain, foot: number, left: number, size: Size): Plot.Markish[] {
  return localPlaces.flatMap(({ name, zone }, index) => {
    const dy = foot + index * 18;
    return [
      Plot.link([domain], { x1: () => at(domain.start), x2: () => at(domain.end), y1: 0, y2: 0, dy, stroke: colours.hairline, strokeOpacity: 0.6 }),
      Plot.link(officeHours(domain, zone), { x1: "start", x2: "end", y1: 0, y2: 0, dy, stroke: colours.secondInk, strokeWidth: 6 }),
      Plot.text([name], { frameAnchor: "bottom-left", dx: -left, dy: dy + 5, textAnchor: "start", text: (word: string) => word, fill: colours.secondInk, fontSize: textSize[size] }),
    ];
  });
}
