import { shortMonthNames } from "../schema/months.ts";

/**
 * A date in few words, as exact as known: `2001-08-02T11:00Z` → `2 Aug, 11:00`, `2001-08-02` → `2 Aug`, `2002` → `2002`.
 * Of a span the first date is printed; `(approx)` becomes “about”. The year is left out in 2001.
 */
export function shortWhen(date: string): string {
  const approximate = date.endsWith("(approx)");
  const [first = ""] = date.replace(/ \(.*\)$/, "").split("/");
  const [year = "", month, rest] = first.split("-");
  if (month === undefined) return year;
  const name = shortMonthNames[Number(month) - 1] ?? "";
  const suffix = year === "2001" ? "" : ` ${year}`;
  if (rest === undefined) return `${name}${suffix === "" ? " 2001" : suffix}`;
  const [day = "", clock] = rest.split("T");
  const words = `${Number(day)} ${name}${suffix}`;
  return clock === undefined ? words : `${words}, ${approximate ? "≈ " : ""}${clock.slice(0, 5)}`;
}

const day = 86_400_000;

/** The last instant that a date can mean, ms: a day without an hour ends with the day, a year with the year. Used for order alone. */
export function lastInstant(date: string): number {
  if (date.includes("T")) return Date.parse(date);
  const [year = "", month, dayOfMonth] = date.split("-");
  if (month === undefined) return Date.UTC(Number(year) + 1, 0, 1) - 1;
  return dayOfMonth === undefined ? Date.UTC(Number(year), Number(month), 1) - 1 : Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)) + day - 1;
}
