import type { Records } from "../readers/records.ts";

/** A dated event. `sortKey` is the first instant its date can mean, UTC. */
export interface EventEntry {
  readonly id: string;
  readonly when: string;
  readonly sortKey: string;
  readonly what: string;
  readonly source: { readonly url: string | null; readonly mirror: boolean };
}

export interface EventsAggregate {
  readonly id: "events";
  readonly title: string;
  readonly rows: readonly EventEntry[];
}

const firstInstant = (when: string): string => {
  const [first = ""] = when.replace(/ \(.*\)$/, "").split("/");
  return first.includes("T") ? first : `${first}T00:00Z`;
};

/** Dated events in order of UTC time; those of one instant keep the order of the record. */
export function events({ events: rows }: Records): EventsAggregate {
  return {
    id: "events",
    title: "Dated events of the Code Red outbreaks",
    rows: rows
      .map((row) => ({ id: row.id, when: row.when_utc, sortKey: firstInstant(row.when_utc), what: row.what, source: { url: row.source_url === "" ? null : row.source_url, mirror: row.source_is_mirror } }))
      .sort((a, b) => Date.parse(a.sortKey) - Date.parse(b.sortKey)),
  };
}
