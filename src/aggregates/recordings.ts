import type { Counts } from "../schema/counts.ts";
import type { RecordingCard } from "../schema/recording-card.ts";
import type { Records } from "../readers/records.ts";
import { siteName } from "../schema/country-name.ts";
import type { DatasetCard } from "../schema/dataset.ts";
import type { Missing } from "../schema/missing.ts";
import { claims } from "./claims.ts";
import { restartInstant } from "./claim-value.ts";
import { recordingComparison, type RecordingPair } from "./recording-comparison.ts";
import { recordingTimeline, type RecordingTimeline } from "./recording-timeline.ts";

export type RecordingId = `recording-${string}`;

/** How the worm was told from other traffic: the request was read, or a message and a date stand for it. */
export type RecordingBasis = "matched" | "inferred" | "mixed" | "not_applicable";

/** A country with ten sources or more. */
export interface RecordingCountry {
  /** ISO 3166-1 alpha-2, as counted. */
  readonly code: string;
  /** ISO 3166-1 numeric, the map's code; null where the reference table has no such country. */
  readonly isoNumeric: string | null;
  readonly name: string;
  readonly sources: number;
}

/** A recorded log: its card, its counts as the reader wrote them, and what its page draws from them. */
export interface RecordingAggregate {
  readonly id: RecordingId;
  readonly title: string;
  readonly card: RecordingCard;
  readonly counts: Counts;
  /** Cards of the recorded datasets that the inputs are: who published the log, and what was done to it. Empty for logs not kept here. */
  readonly datasets: readonly DatasetCard[];
  readonly basis: RecordingBasis;
  /** Null where no bin holds a number. */
  readonly timeline: RecordingTimeline | null;
  /** Probes by hour of the day, UTC; an hour that the window does not touch was not observed and is not zero. */
  readonly hours: readonly (number | Missing)[] | Missing;
  readonly countries: readonly RecordingCountry[] | Missing;
  readonly comparison: readonly RecordingPair[];
}

function basisOf({ kind, inputs }: Counts): RecordingBasis {
  if (kind !== "probes") return "not_applicable";
  const inferred = inputs.some((input) => input.inferred > 0);
  return inferred ? (inputs.some((input) => input.matched > 0) ? "mixed" : "inferred") : "matched";
}

/** Seconds of an hour, and hours of a day. */
const hour = 3600;
const day = 24;

function watchedHours({ hourOfDay, window }: Counts): RecordingAggregate["hours"] {
  if ("missing" in hourOfDay) return hourOfDay;
  const first = window === null ? 0 : Math.floor(Date.parse(window.start) / 1000 / hour);
  const last = window === null ? -1 : Math.ceil(Date.parse(window.end) / 1000 / hour) - 1;
  // Past a day every hour has been met.
  const watched = new Set(Array.from({ length: Math.min(last - first + 1, day) }, (_, index) => (first + index) % day));
  return hourOfDay.map((probes, place) => (watched.has(place) ? probes : { missing: "not_observed" as const }));
}

function countriesOf({ countries }: Counts, normalisers: Records["normalisers"]): RecordingAggregate["countries"] {
  if ("missing" in countries) return countries;
  const byCode = new Map(normalisers.map((row) => [row.iso2, row]));
  return countries.rows.map(({ country, sources }) => {
    const row = byCode.get(country);
    return { code: country, isoNumeric: row?.iso_numeric ?? null, name: row === undefined ? country : siteName(row), sources };
  });
}

/** One aggregate for each recording, in the order of their ids. No part of an address is among the records, so none can leave here. */
export function recordings(records: Records): RecordingAggregate[] {
  const ledger = records.recordings.length === 0 ? [] : claims(records).rows;
  return records.recordings.map(({ id, counts, card }) => ({
    id: `recording-${id}`,
    title: card.title,
    card,
    counts,
    datasets: records.cards.filter(({ file }) => counts.inputs.some(({ name }) => file.split("/").at(-1) === name)),
    basis: basisOf(counts),
    timeline: recordingTimeline(counts),
    hours: watchedHours(counts),
    countries: countriesOf(counts, records.normalisers),
    comparison: recordingComparison(id, counts, ledger, restartInstant(records)),
  }));
}
