import type { Records } from "../readers/records.ts";
import { hoursBetween } from "../schema/window.ts";
import { claimEdges } from "./claim-value.ts";

/** One place's wall clock during a window. Hours are decimal hours of the local day; `endHour` may be less than `startHour` over midnight. */
export interface ClockPlace {
  readonly place: string;
  readonly zones: readonly string[];
  readonly utcOffsetHours: number;
  readonly startHour: number;
  readonly endHour: number;
  /** Hours of the window that fall in 09:00 to 17:00 local time. */
  readonly officeHours: number;
}

export interface ClockAggregate {
  readonly id: "clock-xs4all";
  readonly title: string;
  readonly claim: string;
  readonly start: string;
  readonly end: string;
  readonly office: { readonly from: number; readonly to: number };
  readonly rows: readonly ClockPlace[];
}

const places = [
  { place: "Seoul", zones: ["Asia/Seoul"] },
  { place: "Taipei, Beijing", zones: ["Asia/Taipei", "Asia/Shanghai"] },
  { place: "Amsterdam", zones: ["Europe/Amsterdam"] },
  { place: "New York", zones: ["America/New_York"] },
  { place: "Los Angeles", zones: ["America/Los_Angeles"] },
] as const;

const office = { from: 9, to: 17 } as const;

/** Making a formatter costs far more than using it, and the same few zones are asked again and again. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Offset of a zone from UTC in hours at an instant, from the zone database of the runtime. */
export function utcOffsetHours(zone: string, instant: string): number {
  const local = clocks.get(zone) ?? new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
  clocks.set(zone, local);
  const parts = local.formatToParts(Date.parse(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)?.value);
  return (Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - Date.parse(instant)) / 3_600_000;
}

const hourOfDay = (instant: string, offset: number): number => {
  const hours = Date.parse(instant) / 3_600_000 + offset;
  return hours - Math.floor(hours / 24) * 24;
};

/** Hours of [start, start + length) that fall between `from` and `to` of any day. */
function overlap(start: number, length: number, from: number, to: number): number {
  return [-24, 0, 24].reduce((sum, day) => sum + Math.max(0, Math.min(start + length, to + day) - Math.max(start, from + day)), 0);
}

/** XS4ALL's eight hours on the clocks of five places; the zone database gives the offsets, nothing is typed. */
export function clock({ claims }: Records): ClockAggregate {
  const claim = "xs4all-unique-8h";
  const { start, end } = claimEdges({ claims }, claim);
  const length = hoursBetween(start, end);
  return {
    id: "clock-xs4all",
    title: "XS4ALL's eight hours on the clocks of five places",
    claim,
    start,
    end,
    office,
    rows: places.map(({ place, zones }) => {
      const [offset = 0, ...others] = zones.map((zone) => utcOffsetHours(zone, start));
      if (others.some((other) => other !== offset)) throw new Error(`${place} had two clocks on ${start}`);
      const startHour = hourOfDay(start, offset);
      return { place, zones: [...zones], utcOffsetHours: offset, startHour, endHour: hourOfDay(end, offset), officeHours: overlap(startHour, length, office.from, office.to) };
    }),
  };
}
