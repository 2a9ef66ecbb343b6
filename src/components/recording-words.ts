import type { RecordingAggregate, RecordingBasis } from "../aggregates/recordings.ts";
import type { BarMeasure } from "../aggregates/recording-timeline.ts";
import { fixedWords, numberWords } from "../schema/format.ts";
import { type Missing, missingWords } from "../schema/missing.ts";
import { monthNames } from "../schema/months.ts";

type Counts = RecordingAggregate["counts"];
type Input = Counts["inputs"][number];

/** `2001-08-01T12:13:17Z` → `1 August 2001`. */
const dayOf = (instant: string): string => `${Number(instant.slice(8, 10))} ${monthNames[Number(instant.slice(5, 7)) - 1] ?? ""} ${instant.slice(0, 4)}`;
const clockOf = (instant: string): string => instant.slice(11, 19).replace(/:00$/, "");

/** `2001-08-01T12:13:17Z` → `1 August 2001, 12:13:17 UTC`. */
export const instantWords = (instant: string): string => `${dayOf(instant)}, ${clockOf(instant)} UTC`;

/** Two instants as one phrase; the day is printed once where they share it. */
export const spanWords = ({ start, end }: { readonly start: string; readonly end: string }): string => `${dayOf(start)}, ${clockOf(start)} to ${dayOf(start) === dayOf(end) ? "" : `${dayOf(end)}, `}${clockOf(end)} UTC`;

/** The window of a recording, or that there is none. */
export const windowOf = ({ window }: Counts): string => (window === null ? "no line was counted" : spanWords(window));

/** A count, or why there is none. */
export const countWords = (value: number | Missing): string => (typeof value === "number" ? numberWords(value) : missingWords[value.missing]);

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** `1800` → `30 minutes`, `3600` → `1 hour`; in the largest unit that divides it. @param seconds above zero */
export function durationWords(seconds: number): string {
  const [name, size] = units.find(([, each]) => seconds % each === 0) ?? ["second", 1];
  const amount = seconds / size;
  return `${numberWords(amount)} ${name}${amount === 1 ? "" : "s"}`;
}

/** A part between 0 and 1 in percent with one decimal. */
export const percentWords = (part: number): string => `${fixedWords(part * 100, 1)}\u00a0%`;

/** How the worm was recognised, as a tag. */
export const basisTags: Readonly<Record<RecordingBasis, string | null>> = { matched: "matched", inferred: "inferred", mixed: "partly inferred", not_applicable: null };

/** The same as a sentence. */
export const basisSentences: Readonly<Record<RecordingBasis, string>> = {
  matched: "Matched: the worm’s request itself was logged.",
  inferred: "Inferred: a message and a date stand for the request, which was not logged.",
  mixed: "Partly inferred: some inputs log the request, in others a message and a date stand for it.",
  not_applicable: "Not of this project: the input is a table that somebody else counted.",
};

/** Probes with the word that says how they were recognised: `inferred probes`. */
export const probesWords = (basis: RecordingBasis): string => (basis === "inferred" ? "inferred probes" : basis === "mixed" ? "probes, some inferred" : "probes");

/** Sources of probes in the same manner. */
export const sourcesWords = (basis: RecordingBasis): string => (basis === "inferred" ? "source addresses of inferred probes" : basis === "mixed" ? "source addresses, some of inferred probes" : "source addresses");

/** What a bar counts. */
export const measureWords = (measure: BarMeasure, basis: RecordingBasis): string => (measure === "probes" ? probesWords(basis) : measure === "uniqueSources" ? `distinct ${sourcesWords(basis)}` : "source addresses first seen");

/** `each 30 minutes`, or `each bin` where widths differ. */
export const binWords = (seconds: number | null): string => (seconds === null ? "each bin" : `each ${durationWords(seconds)}`.replace(/^each 1 /, "each "));

/** The addresses that the sensor watched. */
export const watchedWords = ({ sensor }: Counts): string => (typeof sensor.monitoredAddresses === "number" ? numberWords(sensor.monitoredAddresses) : "not stated");

/** Where the time zone of an input comes from. */
export function zoneWords({ zone }: Input): string {
  if (zone.basis === "none") return "no line was counted";
  if (zone.basis === "stated") return "stated in the log";
  return zone.basis === "assumed" ? `not stated; ${zone.name ?? "a zone"} assumed` : `partly stated, otherwise ${zone.name ?? "a zone"} assumed`;
}

/** What a map of a recording shows, and where its countries come from. */
export function countriesWords({ basis, counts }: RecordingAggregate): string {
  const resolved = "missing" in counts.countries ? "" : percentWords(counts.countries.resolvedShare);
  const table = "missing" in counts.countries || "missing" in counts.countries.table ? null : counts.countries.table;
  const from = table === null ? "a column of the input" : `the registries’ delegations as of ${table.asOf}`;
  return `${sourcesWords(basis)}, by country; ${windowOf(counts)}. Country from ${from}; ${resolved} of the sources have one.`;
}

/** First letter as a capital. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
