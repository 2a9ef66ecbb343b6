import type { Records } from "../readers/records.ts";
import type { ClaimRow } from "../schema/claim.ts";
import { siteName } from "../schema/country-name.ts";
import { type BoundWord, valueSigns, valueWords } from "../schema/format.ts";
import { type Operator, operatorWords } from "../schema/operator.ts";
import { placeWords } from "../schema/place-words.ts";
import { quantities, type Quantity } from "../schema/quantity.ts";
import type { ClaimAccumulation, Question, ReadingRow, VantageKind, Wave } from "../schema/reading.ts";
import type { Status } from "../schema/status.ts";
import { typographic } from "../schema/typographic.ts";
import { unitAfter, unitSign } from "../schema/unit.ts";
import { dateWords, type Window, windowHours, windowWords } from "../schema/window.ts";
import { type LocalWindow, localWindow } from "./local-window.ts";
import { type Worded, type Wording, wording } from "./wording.ts";

/** A claim with its window resolved and its number in words: what pages and charts read. */
export interface ClaimEntry {
  readonly id: string;
  readonly label: string;
  readonly organisation: string;
  /** Null = the source names nobody. */
  readonly speaker: string | null;
  readonly speakerRole: string | null;
  readonly relayedBy: string | null;
  readonly operator: Operator;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly sign: "%" | "$" | null;
  /** `nearly 130,000`, `75–80 %`: without “well” and without a unit, so that a sentence can go on. */
  readonly words: string;
  /** `well under 100,000`, `over 50,000 addresses an hour`: for places where the number stands alone. */
  readonly wordsAsStated: string;
  /** The word before a bound; null where the number is no bound. */
  readonly boundWord: BoundWord | null;
  /** The operator in words: `nearly, a bound`. */
  readonly howStated: string;
  /** `< 100,000`. */
  readonly signs: string;
  readonly unit: string;
  /** What was counted, in the source's own words; null where the words kept do not name it in English. */
  readonly noun: string | null;
  readonly quantity: Quantity;
  readonly counts: string;
  readonly countsNot: string;
  readonly whatIsCounted: string;
  readonly geography: string;
  /** The same in words. */
  readonly place: string;
  readonly window: Window;
  readonly windowWords: string;
  /** What else is known of the hours; null = nothing. */
  readonly hoursNote: string | null;
  readonly windowHours: number | null;
  /** The same hours on the speaker's clock; null where no clock or no time of day is known. */
  readonly local: LocalWindow | null;
  /** As exact as known; null = not stated. */
  readonly asOf: string | null;
  readonly wave: Wave;
  readonly accumulation: ClaimAccumulation;
  readonly vantage: string | null;
  readonly vantageKind: VantageKind;
  readonly question: Question;
  readonly status: Status;
  readonly methodNotes: string | null;
  readonly comments: string | null;
  readonly evidence: string | null;
  readonly confidence: "high" | "med" | "low";
  readonly inIdgArticle: boolean;
  readonly source: { readonly title: string; readonly date: string | null; readonly url: string | null; readonly mirror: boolean };
  /** Speaker, relayed by, title, date: one line. */
  readonly citation: string;
  /** A sentence to print, one not to print, and why. */
  readonly wording: Wording;
}

const orNull = (text: string): string | null => (text === "" ? null : text);

/** Words of the ledger, as print has them; null where there are none. */
const printed = (text: string): string | null => orNull(typographic(text));

/** An address may carry a note in brackets after it: the address alone. */
const linkOf = (address: string): string | null => orNull(address.replace(/ \(.*\)$/, ""));

function citation(row: ClaimRow): string {
  const who = row.speaker === "" ? row.organisation : `${row.speaker} (${row.organisation})`;
  const relayed = row.relayed_by === "" ? "" : `, as relayed by ${row.relayed_by}`;
  return `${who}${relayed}. “${typographic(row.source_title)}”, ${dateWords(row.source_date)}.`;
}

function resolve(row: ClaimRow, reading: ReadingRow, countryName: (iso3: string) => string | undefined): ClaimEntry {
  // An edge that the source does not state stays open, even where the ledger holds an inferred time.
  const window: Window = {
    start: reading.start_basis === "not_stated" ? null : row.window_start_utc,
    end: reading.end_basis === "not_stated" ? null : row.window_end_utc,
    startBasis: row.window_start_utc === null ? "not_stated" : reading.start_basis,
    endBasis: row.window_end_utc === null ? "not_stated" : reading.end_basis,
  };
  const sign = unitSign(row.unit);
  const valued = { operator: row.operator, value: row.value, low: row.value_low, high: row.value_high, sign: sign ?? undefined, boundWord: reading.bound_word };
  const stated = valueWords(valued);
  const unit = unitAfter(row.unit);
  const hoursNote = printed(reading.hours_note);
  const quantity = quantities[reading.quantity];
  const claim: Worded = {
    id: row.id,
    label: typographic(reading.label),
    organisation: row.organisation,
    speaker: orNull(row.speaker),
    speakerRole: orNull(row.speaker_role),
    relayedBy: orNull(row.relayed_by),
    operator: row.operator,
    value: row.value,
    low: row.value_low,
    high: row.value_high,
    sign,
    words: stated.replace(/^well /, ""),
    wordsAsStated: unit === null ? stated : `${stated} ${unit}`,
    boundWord: reading.bound_word,
    howStated: reading.bound_word === null || row.operator === "denied" ? operatorWords[row.operator] : `${reading.bound_word}, a bound`,
    signs: valueSigns(valued),
    unit: row.unit,
    noun: orNull(reading.noun),
    quantity: reading.quantity,
    counts: quantity.counts,
    countsNot: quantity.countsNot,
    whatIsCounted: typographic(row.what_is_counted),
    geography: row.geography,
    place: placeWords(row.geography, countryName),
    window,
    windowWords: windowWords(window, hoursNote),
    hoursNote,
    windowHours: windowHours(window),
    asOf: orNull(row.as_of_utc),
    wave: reading.wave,
    accumulation: reading.accumulation,
    vantage: printed(row.vantage),
    vantageKind: reading.vantage_kind,
    question: reading.question,
    status: reading.status,
    methodNotes: printed(row.method_notes),
    comments: printed(row.comments),
    evidence: orNull(row.evidence),
    confidence: row.confidence,
    inIdgArticle: row.in_idg_article,
    source: { title: typographic(row.source_title), date: orNull(row.source_date), url: linkOf(row.source_url), mirror: row.source_is_mirror },
    citation: citation(row),
  };
  return { ...claim, local: localWindow(window, row.as_of_utc, reading.zone, reading.zone_basis), wording: wording(claim) };
}

export interface ClaimsAggregate {
  readonly id: "claims";
  readonly title: string;
  readonly rows: readonly ClaimEntry[];
}

/** Every claim of the ledger, in its order, with window, operator, unit and citation resolved. */
export function claims({ claims: rows, readings, normalisers }: Records): ClaimsAggregate {
  const countries = new Map(normalisers.map((row) => [row.iso3, siteName(row)]));
  return {
    id: "claims",
    title: "Published statements on Code Red, one a row",
    rows: rows.map((row) => {
      const reading = readings.get(row.id);
      if (reading === undefined) throw new Error(`claim ${row.id} has no reading`);
      return resolve(row, reading, (iso3) => countries.get(iso3));
    }),
  };
}
