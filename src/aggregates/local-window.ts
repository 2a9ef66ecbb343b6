import { zonePlace } from "../schema/zone.ts";
import { dateWords, type EdgeBasis, type Window } from "../schema/window.ts";
import { utcOffsetHours } from "./clock.ts";

/** The hours of a claim on the clock of the person who spoke. */
export interface LocalWindow {
  /** A name of the zone database, `Europe/Amsterdam`. */
  readonly zone: string;
  /** Whether the source states the zone. */
  readonly basis: EdgeBasis;
  /** The window as that clock showed it, with its offset: `Amsterdam (UTC+2): 2 August 2001, 00:00 to 08:00`. */
  readonly words: string;
}

const sign = (offset: number): string => {
  const hours = Math.trunc(Math.abs(offset));
  const minutes = Math.round((Math.abs(offset) - hours) * 60);
  return `UTC${offset < 0 ? "\u2212" : "+"}${hours}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
};

/** The clock of `zone` at an instant, as text that `Date.parse` reads back: `2001-08-02T08:00Z` for 06:00 UTC in Amsterdam. */
function localInstant(instant: string, zone: string): string {
  return `${new Date(Date.parse(instant) + utcOffsetHours(zone, instant) * 3_600_000).toISOString().slice(0, 16)}Z`;
}

/**
 * A window on a local clock; the runtime's zone database gives the offset.
 * @param window hours in UTC; an edge that is not stated stays so
 * @param asOf instant of the count, used where the window has no edge; a day alone has no local twin
 * @param zone a name of the zone database, or "" where it is not known
 * @param basis whether the source states the zone
 * @returns null where no zone or no time of day is known
 */
export function localWindow(window: Window, asOf: string, zone: string, basis: EdgeBasis): LocalWindow | null {
  const { start, end } = window;
  const moment = asOf.includes("T") ? asOf : null;
  const anchor = start ?? end ?? moment;
  if (zone === "" || anchor === null) return null;
  const day = (instant: string): string => localInstant(instant, zone).slice(0, 10);
  const edge = (instant: string, known: EdgeBasis | null, shownDay = ""): string => {
    const time = `${localInstant(instant, zone).slice(11, 16)}${known === "assumed" ? " (assumed)" : ""}`;
    return day(instant) === shownDay ? time : `${dateWords(day(instant))}, ${time}`;
  };
  const edges =
    start !== null && end !== null
      ? `${edge(start, window.startBasis)} to ${edge(end, window.endBasis, day(start))}`
      : start !== null
        ? `from ${edge(start, window.startBasis)}; end not stated`
        : end !== null
          ? `start not stated; to ${edge(end, window.endBasis)}`
          : `as of ${edge(anchor, null)}`;
  const offsets = [...new Set([start, end, start === null && end === null ? moment : null].filter((instant) => instant !== null).map((instant) => sign(utcOffsetHours(zone, instant))))];
  return { zone, basis, words: `${zonePlace(zone)} (${offsets.join(", then ")}): ${edges}` };
}
