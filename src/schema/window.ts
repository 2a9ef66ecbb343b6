import { z } from "zod";
import { monthNames } from "./months.ts";

const dayOrTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/;

/** True for a calendar time that exists: 31 February and 25:00 are refused. */
const exists = (text: string): boolean => {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return false;
  return new Date(milliseconds).toISOString().startsWith(text.slice(0, 16));
};

/** An instant in UTC to the minute or second, `2001-08-01T22:00Z`. */
export const instantSchema = z
  .string()
  .refine((text) => dayOrTime.test(text) && exists(text), { error: "a time in UTC that exists, such as 2001-08-01T22:00Z" });

/** An edge of a window: an instant, or nothing where the source states none. */
export const edgeSchema = z.union([z.literal("").transform(() => null), instantSchema], { error: "a time in UTC such as 2001-08-01T22:00Z, or nothing where it is not stated" });

const looseDate = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?)?)?$/;

/** A date as exact as the source is: year, month, day or minute; or nothing. */
export const dateAsKnownSchema = z.string().refine((text) => text === "" || looseDate.test(text), { error: "a date such as 2001, 2001-08, 2001-08-02 or 2001-08-02T11:00Z, or nothing" });

/** How an edge of a window is known. */
export const edgeBases = ["stated", "assumed", "not_stated"] as const;
export const edgeBasisSchema = z.enum(edgeBases, { error: `one of ${edgeBases.join(" ")}` });
export type EdgeBasis = z.infer<typeof edgeBasisSchema>;

/**
 * The hours a count covers: half-open [start, end), UTC. A null edge is not stated and is drawn open, never closed.
 */
export interface Window {
  readonly start: string | null;
  readonly end: string | null;
  readonly startBasis: EdgeBasis;
  readonly endBasis: EdgeBasis;
}

const hour = 3_600_000;

/** Hours between two instants, `2001-08-01T22:00Z` to `2001-08-02T06:00Z` = 8. */
export const hoursBetween = (start: string, end: string): number => (Date.parse(end) - Date.parse(start)) / hour;

/** Hours of a window; null where an edge is not stated. */
export const windowHours = ({ start, end }: Pick<Window, "start" | "end">): number | null => (start === null || end === null ? null : hoursBetween(start, end));

/** `2001-08-02T06:00Z` → `2 August, 06:00 UTC`. The year is added when it is not 2001. */
export function instantWords(instant: string): string {
  const date = new Date(Date.parse(instant));
  const day = `${date.getUTCDate()} ${monthNames[date.getUTCMonth()] ?? ""}`;
  const year = date.getUTCFullYear() === 2001 ? "" : ` ${date.getUTCFullYear()}`;
  return `${day}${year}, ${date.toISOString().slice(11, 16)} UTC`;
}

/** A date as exact as known: `2001` → `2001`, `2001-08` → `August 2001`, `2001-08-02` → `2 August 2001`. */
export function dateWords(date: string): string {
  if (date === "") return "not stated";
  if (date.includes("T")) return instantWords(date);
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const name = monthNames[Number(month) - 1] ?? "";
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/**
 * The window in words, with each edge that is not stated said so.
 * @param note what else is known of the hours, `within nine hours (day not stated)`: it follows the edges, and stands alone where there are none
 */
export function windowWords(window: Window, note: string | null = null): string {
  const { start, end, startBasis, endBasis } = window;
  if (start === null && end === null) return note?.replace(/^(?:with)?in /, "") ?? "not stated";
  if (note !== null) return `${windowWords(window)}; ${note}`;
  const edge = (instant: string | null, basis: EdgeBasis): string => `${instant === null ? "not stated" : instantWords(instant)}${basis === "assumed" ? " (assumed)" : ""}`;
  if (start === null) return `start not stated; to ${edge(end, endBasis)}`;
  if (end === null) return `from ${edge(start, startBasis)}; end not stated`;
  return `${edge(start, startBasis)} to ${edge(end, endBasis)}`;
}
