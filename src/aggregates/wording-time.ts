import { dateWords } from "../schema/window.ts";
import type { Worded } from "./wording.ts";

/** `2001-08-02T06:00Z` → `06:00 UTC on 2 August 2001`. */
const clockDay = (instant: string): string => `${instant.slice(11, 16)} UTC on ${dateWords(instant.slice(0, 10))}`;

const yearless = (text: string): string => text.replace(/ \d{4}$/, "");

/** One whole day in UTC, whose end is the next midnight. */
const isDay = (start: string, end: string): boolean => start.endsWith("T00:00Z") && Date.parse(end) - Date.parse(start) === 86_400_000;

/** Both edges, with nothing said twice: a whole day, two hours of one day, or two days. */
function between(start: string, end: string): string {
  if (isDay(start, end)) return ` on ${dateWords(start.slice(0, 10))}, UTC`;
  if (start.slice(0, 10) === end.slice(0, 10)) return ` from ${start.slice(11, 16)} to ${clockDay(end)}`;
  return ` from ${start.slice(0, 4) === end.slice(0, 4) ? yearless(clockDay(start)) : clockDay(start)} to ${clockDay(end)}`;
}

/** Quantities that hold at no hour in particular: a rate, a size, a sum of money. */
const timeless: readonly Worded["quantity"][] = ["rate_per_host", "watched_addresses", "money", "forecast"];

/**
 * When, as the end of a sentence, with a comma where one is needed: both edges, one, or a date; what is not stated is said.
 * A time that the source does not print is marked as ours.
 */
export function timePhrase(claim: Worded): string {
  const { window, asOf, accumulation } = claim;
  const { start, end } = window;
  const day = asOf === null ? "" : asOf.includes("T") ? ` at about ${clockDay(asOf)} by our dating` : asOf.length === 10 ? ` on ${dateWords(asOf)}` : ` in ${dateWords(asOf)}`;
  if (claim.operator === "denied") return day;
  const assumed = window.startBasis === "assumed" || window.endBasis === "assumed";
  if (timeless.includes(claim.quantity)) return asOf === null || asOf.includes("T") ? "" : ` (${dateWords(asOf)})`;
  if (start !== null && end !== null) {
    return `${between(start, end)}${assumed ? " (hours assumed)" : ""}`;
  }
  if (end !== null) return `${accumulation === "cumulative" ? " at" : " by"} ${clockDay(end)}${assumed ? " (hour assumed)" : ""}, its start not stated`;
  if (start !== null) return day === "" ? ` since ${clockDay(start)}${assumed ? " (assumed)" : ""}, its end not stated` : `${day}, counted from ${clockDay(start)}${assumed ? " (assumed)" : ""}`;
  return `${day}, hours not stated`;
}
