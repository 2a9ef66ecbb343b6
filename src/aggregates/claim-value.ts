import type { Records } from "../readers/records.ts";
import { hoursBetween } from "../schema/window.ts";
import { eventsFile, ledgerFile, recordFault } from "./record-fault.ts";

type ClaimRow = Records["claims"][number];

/** A claim that a computed number needs. @throws RecordError naming it, where it is missing */
export function claimNeeded({ claims }: Pick<Records, "claims">, id: string): ClaimRow {
  const found = claims.find((claim) => claim.id === id);
  if (found === undefined) throw recordFault(ledgerFile, "id", id, "a row with this id, which computed numbers need; restore it");
  return found;
}

/** Looks up the number of a claim by id. @throws RecordError naming the claim, where it is missing or has no number */
export const claimValue =
  (records: Pick<Records, "claims">) =>
  (id: string): number => {
    const { value, operator } = claimNeeded(records, id);
    if (value === null) throw recordFault(ledgerFile, "value", "", `a number in the row ${id}, whose operator is ${operator}; computed numbers need it, so restore it`);
    return value;
  };

/** Both edges of a claim's window, as recorded. @throws RecordError naming the claim, where an edge is missing */
export function claimEdges(records: Pick<Records, "claims">, id: string): { readonly start: string; readonly end: string } {
  const { window_start_utc: start, window_end_utc: end } = claimNeeded(records, id);
  if (start === null) throw recordFault(ledgerFile, "window_start_utc", "", `a time in the row ${id}; computed numbers need both edges of its window, so restore it`);
  if (end === null) throw recordFault(ledgerFile, "window_end_utc", "", `a time in the row ${id}; computed numbers need both edges of its window, so restore it`);
  return { start, end };
}

/** The instant to which a claim counts, as recorded. @throws RecordError naming the claim, where it is missing */
export function claimEnd(records: Pick<Records, "claims">, id: string): string {
  const { window_end_utc: end } = claimNeeded(records, id);
  if (end === null) throw recordFault(ledgerFile, "window_end_utc", "", `a time in the row ${id}, to which it counts; computed numbers need it, so restore it`);
  return end;
}

/** Hours that a claim's window covers. @throws RecordError naming the claim, where an edge is not recorded */
export function watchedHours(records: Pick<Records, "claims">, id: string): number {
  const { start, end } = claimEdges(records, id);
  return hoursBetween(start, end);
}

/** The event at which the worm began to spread again. */
const restartEvent = "ev-16";

/** Instant of the restart, UTC. @throws RecordError where the event is missing or dated less exactly than to the minute */
export function restartInstant({ events }: Pick<Records, "events">): string {
  const found = events.find((event) => event.id === restartEvent);
  if (found === undefined) throw recordFault(eventsFile, "id", restartEvent, "a row with this id, the restart, from which hours are counted; restore it");
  if (!/T\d{2}:\d{2}Z$/.test(found.when_utc) || found.when_utc.includes("/")) throw recordFault(eventsFile, "when_utc", found.when_utc, `one time to the minute in the row ${restartEvent}, such as 2001-08-01T00:00Z: hours are counted from it`);
  return found.when_utc;
}
