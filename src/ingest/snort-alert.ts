import { civilSeconds } from "./calendar.ts";
import { clockAt, twoDigits } from "./digits.ts";
import { ipv4 } from "./ipv4.ts";
import { type Hit, isProbe, type LineParser, noMarker, rejectAs } from "./outcome.ts";
import { rejectTime } from "./ncsa-line.ts";
import { variantByDate } from "./variant.ts";
import type { Zone } from "./zone.ts";

/**
 * Alerts that the worm's request set off in 2001: Snort's `WEB-IIS ISAPI .ida attempt` and arachNIDS 552, `IIS ISAPI Overflow ida`.
 * An alert does not hold the request: its variant is inferred from the date.
 */
const isIdaAlert = (message: string): boolean => /\.ida\b|ISAPI Overflow ida\b/.test(message);

const text = (bytes: Uint8Array, start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 2048)));

/** What a Snort time needs from outside: the zone, and the year where the line has none (Snort writes it only with -y). */
export interface SnortTimes {
  readonly zone: Zone;
  readonly year: number;
}

/** Sets `hit.time` from `08/01-05:13:17.123456` or `08/01/01-05:13:17.123456` at `at`; `isProbe` or a rejection. Fractions are dropped. */
function setTime(bytes: Uint8Array, at: number, { zone, year }: SnortTimes, hit: Hit): number {
  const hasYear = bytes[at + 5] === 47;
  const clockStart = at + (hasYear ? 9 : 6);
  const month = twoDigits(bytes, at);
  const day = twoDigits(bytes, at + 3);
  const clock = clockAt(bytes, clockStart);
  const shortYear = hasYear ? twoDigits(bytes, at + 6) : 0;
  if (month < 0 || day < 0 || clock < 0 || shortYear < 0 || bytes[at + 2] !== 47 || bytes[clockStart - 1] !== 45) return rejectAs("time_unreadable");
  const local = civilSeconds(hasYear ? 2000 + shortYear : year, month, day, Math.floor(clock / 10_000), Math.floor(clock / 100) % 100, clock % 100);
  if (local < 0) return rejectTime(local);
  const utc = local - zone.offsetAt(local);
  if (utc < 0 || utc > 0xffff_ffff) return rejectAs("date_out_of_range");
  hit.time = utc;
  hit.zoneAssumed = true;
  return isProbe;
}

/** Sets the source from `192.0.2.1:1234 -> …` whose arrow stands in the line; `isProbe` or a rejection. */
function setSource(bytes: Uint8Array, start: number, line: string, hit: Hit): number {
  const arrow = line.indexOf(" -> ");
  if (arrow < 0) return rejectAs("fields_missing");
  const from = line.lastIndexOf(" ", arrow - 1) + 1;
  const port = line.lastIndexOf(":", arrow);
  return ipv4(bytes, start + from, start + (port > from ? port : arrow), hit);
}

/** Time, source and variant of an alert whose times stand at the beginning of bytes[start, end). */
function readPacketLine(bytes: Uint8Array, start: number, times: SnortTimes, hit: Hit, line: string): number {
  const timed = setTime(bytes, start, times, hit);
  if (timed !== isProbe) return timed;
  const sourced = setSource(bytes, start, line, hit);
  if (sourced !== isProbe) return sourced;
  hit.variant = variantByDate(hit.time);
  hit.matched = false;
  return isProbe;
}

/** Reads a line of Snort's fast alerts: `08/01-05:13:17.123456  [**] [1:1243:2] WEB-IIS ISAPI .ida attempt [**] … {TCP} 192.0.2.1:1234 -> 198.51.100.2:80`. */
export const snortFastLine =
  (times: SnortTimes): LineParser =>
  (bytes, start, end, hit) => {
    const line = text(bytes, start, end);
    const [, message] = line.split("[**]");
    return message === undefined || !isIdaAlert(message) ? noMarker : readPacketLine(bytes, start, times, hit, line);
  };

/**
 * Reads Snort's full alerts: a message line `[**] … [**]`, other lines, and a line with time and addresses.
 * @returns a parser with a memory: use a new one for each file, in the order of its lines. An alert without a packet line is rejected.
 */
export function snortFullLine(times: SnortTimes): LineParser {
  let waiting = false;
  const lostIf = (lost: boolean): number => (lost ? rejectAs("fields_missing") : noMarker);
  const parse: LineParser = (bytes, start, end, hit) => {
    const line = text(bytes, start, end);
    if (line.startsWith("[**]")) {
      const lost = waiting;
      waiting = isIdaAlert(line);
      return lostIf(lost);
    }
    if (!waiting || !line.includes(" -> ")) return noMarker;
    waiting = false;
    return readPacketLine(bytes, start, times, hit, line);
  };
  return Object.assign(parse, { atEnd: () => lostIf(waiting) });
}
