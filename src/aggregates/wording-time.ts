import type { VantageKind } from "../schema/reading.ts";
import { dateWords } from "../schema/window.ts";
import type { Worded } from "./wording.ts";

/** Instruments that count for themselves. */
export const instruments: readonly VantageKind[] = ["one_network", "telescope", "pool", "web_servers", "survey", "laboratory"];

/** True where all that is known of the hours is a phrase: `within nine hours (day not stated)`. */
export const hasHoursInWordsAlone = ({ window, hoursNote }: Worded): boolean => window.start === null && window.end === null && hoursNote !== null;

const isCount = ({ quantity }: Worded): boolean => quantity === "source_addresses" || quantity === "machines";

/** True for the reading of an instrument's counter: such a number holds at one moment, and never “from … to”. */
export const isRunningTotal = (claim: Worded): boolean =>
  claim.accumulation === "cumulative" && isCount(claim) && (claim.status === "recorded" || claim.status === "quoted") && instruments.includes(claim.vantageKind) && !hasHoursInWordsAlone(claim);

/** `2001-08-02T06:00Z` → `06:00 UTC on 2 August 2001`. */
export const clockDay = (instant: string): string => `${instant.slice(11, 16)} UTC on ${dateWords(instant.slice(0, 10))}`;

const yearless = (text: string): string => text.replace(/ \d{4}$/, "");

/** One whole day in UTC, whose end is the next midnight. */
const isDay = (start: string, end: string): boolean => start.endsWith("T00:00Z") && Date.parse(end) - Date.parse(start) === 86_400_000;

/** Both edges, with nothing said twice: a whole day, two hours of one day, or two days. */
function between(start: string, end: string): string {
  if (isDay(start, end)) return ` on ${dateWords(start.slice(0, 10))}, UTC`;
  if (start.slice(0, 10) === end.slice(0, 10)) return ` from ${start.slice(11, 16)} to ${clockDay(end)}`;
  return ` from ${start.slice(0, 4) === end.slice(0, 4) ? yearless(clockDay(start)) : clockDay(start)} to ${clockDay(end)}`;
}

/** Remarks on the hours in one pair of brackets; nothing where there are none. */
function brackets(...remarks: readonly (string | null)[]): string {
  const said = remarks.filter((remark) => remark !== null);
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
}

/** Quantities that hold at no hour in particular: a rate, a size, a sum of money. */
const timeless: readonly Worded["quantity"][] = ["rate_per_host", "watched_addresses", "money", "forecast"];

/** The date of a statement; an instant is never printed by the sources, so it is marked as ours. */
function dayOf({ asOf }: Worded): string {
  if (asOf === null) return "";
  if (asOf.includes("T")) return ` at about ${clockDay(asOf)} by our dating`;
  return asOf.length === 10 ? ` on ${dateWords(asOf)}` : ` in ${dateWords(asOf)}`;
}

/** True where a total was given for the moment that ends its hours: “about 4,000 by 12:00”. A whole day stays a day. */
const isGivenAtItsEnd = (claim: Worded): boolean => {
  const { start, end } = claim.window;
  return isCount(claim) && (claim.accumulation === "cumulative" || claim.accumulation === "not_stated") && start !== null && end !== null && end === claim.asOf && !isDay(start, end);
};

/** When a total was read, and whether its start is known. */
function readingTime(claim: Worded, preposition: "at" | "by"): string {
  const { start, end, startBasis, endBasis } = claim.window;
  const at = end === null ? dayOf(claim) : ` ${preposition} ${clockDay(end)}${brackets(claim.hoursNote ?? (endBasis === "assumed" ? "hour assumed" : null))}`;
  if (start === null) return `${at}, its start not stated`;
  return `${at}, its start ${startBasis === "assumed" ? "assumed to be" : "stated as"} ${clockDay(start)}`;
}

/**
 * When, as the end of a sentence, with a comma where one is needed: both edges, one, or a date; what is not stated is said.
 * A time that the source does not print is marked as ours.
 */
export function timePhrase(claim: Worded): string {
  const { window, asOf, hoursNote } = claim;
  const { start, end } = window;
  const day = dayOf(claim);
  if (claim.operator === "denied") return day;
  if (timeless.includes(claim.quantity)) return asOf === null || asOf.includes("T") ? "" : ` (${dateWords(asOf)})`;
  if (isRunningTotal(claim)) return readingTime(claim, "at");
  if (claim.status !== "derived" && isGivenAtItsEnd(claim)) return readingTime(claim, "by");
  const assumed = window.startBasis === "assumed" || window.endBasis === "assumed";
  if (start !== null && end !== null) return `${between(start, end)}${brackets(assumed ? "hours assumed" : null, hoursNote)}`;
  if (end !== null) return ` by ${clockDay(end)}${brackets(assumed ? "hour assumed" : null, hoursNote)}, its start not stated`;
  if (start !== null) return day === "" ? ` since ${clockDay(start)}${brackets(assumed ? "assumed" : null)}, its end not stated` : `${day}, counted from ${clockDay(start)}${brackets(assumed ? "assumed" : null)}`;
  return hoursNote === null ? `${day}, hours not stated` : ` ${hoursNote}`;
}
