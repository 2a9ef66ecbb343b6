/** Returned by time parsers in place of a time: no time can be read. All times are at or above 0. */
export const unreadable = -1;
/** The same, for a date or time that does not exist, such as 31 February. */
export const impossible = -2;
/** The same, for a year outside 1970 to 2105. */
export const outOfRange = -3;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days in a month (1 to 12) of the Gregorian calendar; 0 for other months. */
export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0));

/**
 * Days from 1 January 1970 to a date of the Gregorian calendar. Years are counted from March, so that the leap day comes last;
 * an era is 400 years of 146,097 days (Howard Hinnant, "chrono-compatible low-level date algorithms").
 */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

let lastDate = -1;
let lastDays = 0;

/**
 * Seconds since 1970 of a calendar time taken as UTC; subtract the zone's offset for local times.
 * Negative: `impossible` (31 February, 25:00) or `outOfRange` (years outside 1970 to 2105, which 32 bits hold).
 * A leap second, :60, is read as the second before it.
 */
export function civilSeconds(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  if (hour > 23 || minute > 59 || second > 60) return impossible;
  const date = year * 10_000 + month * 100 + day;
  // Consecutive lines are mostly of one day: remember its number. The result does not depend on what is remembered.
  if (date !== lastDate) {
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return impossible;
    if (year < 1970 || year > 2105) return outOfRange;
    lastDays = daysFromCivil(year, month, day);
    lastDate = date;
  }
  return lastDays * 86_400 + hour * 3600 + minute * 60 + (second === 60 ? 59 : second);
}

/** The letters of `Jan`, `Feb` … as little-endian numbers of three bytes, in order. */
const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map(
  (name) => name.charCodeAt(0) | (name.charCodeAt(1) << 8) | (name.charCodeAt(2) << 16),
);

let lastName = 0;
let lastMonth = 0;

/** Number, 1 to 12, of a month by the three letters of its English name, as a little-endian number; 0 where it is none. */
export function monthOf(name: number): number {
  if (name !== lastName) {
    lastName = name;
    lastMonth = names.indexOf(name) + 1;
  }
  return lastMonth;
}

/** Number, 1 to 12, of the English month name of three letters at `at`; 0 where there is none. */
export const monthAt = (bytes: Uint8Array, at: number): number => monthOf((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16));
