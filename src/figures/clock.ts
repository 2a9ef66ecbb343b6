import type { Get } from "../aggregates/all.ts";
import type { ClockPlace } from "../aggregates/clock.ts";
import { clockStripsChart } from "../charts/clock-strips.ts";
import { hoursBetween, instantWords } from "../schema/window.ts";
import { claimSources, claimsById } from "./claim-table.ts";
import type { Figure } from "./figure.ts";

const rows = (get: Get): readonly ClockPlace[] => get("clock-xs4all").rows;
const local = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
const officeHours = (get: Get, place: string): number => rows(get).find((row) => row.place === place)?.officeHours ?? Number.NaN;

/** The eight hours in which XS4ALL counted, on the clocks of five places. */
export const clock: Figure = {
  id: "clock",
  from: ["claims", "clock-xs4all"],
  span: "figure",
  title: () => "XS4ALL’s eight hours were daytime in Seoul, night in Amsterdam",
  subtitle: (get) => `XS4ALL’s counting window, ${instantWords(get("clock-xs4all").start)} to ${instantWords(get("clock-xs4all").end)}, on local clocks of 2001.`,
  holds: (get) => officeHours(get, "Seoul") > 0 && officeHours(get, "Amsterdam") === 0,
  howToRead: "Each strip is one day on the same UTC axis. The blue band is XS4ALL’s window, with the local time of its start and end. Shaded parts are office hours, 09:00 to 17:00 local time.",
  statuses: () => ["derived"],
  panels: (get) => {
    const aggregate = get("clock-xs4all");
    const windowHours = hoursBetween(aggregate.start, aggregate.end);
    return [{ id: "strips", wide: clockStripsChart(aggregate, windowHours, "XS4ALL’s hours", "wide"), narrow: clockStripsChart(aggregate, windowHours, "XS4ALL’s hours", "narrow") }];
  },
  alt: (get) =>
    `Five 24-hour strips aligned on UTC. XS4ALL's window, 22:00 to 06:00 UTC, was ${rows(get)
      .map((row) => `${local(row.startHour)} to ${local(row.endHour)} in ${row.place.replace(", ", " and ")}`)
      .join(", ")}. Office hours fell in the window in ${rows(get)
      .filter((row) => row.officeHours > 0)
      .map((row) => row.place.replace(", ", " and "))
      .join(", ")}, and not in Amsterdam. It does not show whether the hours changed the share. Table follows.`,
  table: (get) => ({
    columns: [
      { key: "place", label: "Place" },
      { key: "zone", label: "Zone" },
      { key: "offset", label: "Hours from UTC", numeric: true },
      { key: "start", label: "Window starts, local", numeric: true },
      { key: "end", label: "Window ends, local", numeric: true },
      { key: "office", label: "Office hours inside", numeric: true },
    ],
    rows: rows(get).map((row) => ({ place: row.place, zone: row.zones.join(", "), offset: row.utcOffsetHours, start: local(row.startHour), end: local(row.endHour), office: row.officeHours })),
  }),
  sources: (get) => [...claimSources(claimsById(get, [get("clock-xs4all").claim])), { text: "local times from the IANA time zone database" }],
  objection: "The window could favour Asia; whether it did needs counts by hour and country, which nobody published.",
};
