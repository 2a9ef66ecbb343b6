import { civilSeconds, monthAt, unreadable } from "./calendar.ts";
import { clockAt, fourDigits } from "./digits.ts";
import { ipv4 } from "./ipv4.ts";
import { cutProbe, type Hit, type LineParser, markerElsewhere, noMarker, rejectAs } from "./outcome.ts";
import { rejectTime } from "./ncsa-line.ts";
import { marker, variantOfQuery } from "./request.ts";
import { unknownVariant, variantByDate } from "./variant.ts";
import type { Zone } from "./zone.ts";

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
/** What Apache 1.3 wrote for a probe: the worm's request carries a Host header that the server refused. */
const message = ascii("Client sent malformed Host header");
const client = ascii(" [client ");
const path = ascii(marker);
const referer = ascii(", referer: ");

/** Place of `text` in bytes[from, end), or -1. */
function find(bytes: Uint8Array, text: Uint8Array, from: number, end: number): number {
  outer: for (let i = from; i + text.length <= end; i++) {
    for (let j = 0; j < text.length; j++) if (bytes[i + j] !== text[j]) continue outer;
    return i;
  }
  return -1;
}

/** Local seconds of `Wed Aug  1 05:13:17 2001` at `at`; one or two spaces before a one-digit day. Also where the text ends. */
function errorTime(bytes: Uint8Array, at: number): { local: number; end: number } {
  const month = monthAt(bytes, at + 4);
  let i = at + 7;
  while (bytes[i] === 32) i++;
  let day = 0;
  const dayAt = i;
  for (; (bytes[i] ?? 0) >= 48 && (bytes[i] ?? 0) <= 57 && i - dayAt < 2; i++) day = day * 10 + (bytes[i] ?? 0) - 48;
  const clock = clockAt(bytes, i + 1);
  const year = fourDigits(bytes, i + 10);
  if (month === 0 || i === dayAt || bytes[i] !== 32 || clock < 0 || bytes[i + 9] !== 32 || year < 0) return { local: unreadable, end: i };
  return { local: civilSeconds(year, month, day, Math.floor(clock / 10_000), Math.floor(clock / 100) % 100, clock % 100), end: i + 14 };
}

/** What a message says: its variant and whether the request was in it; null for any other error. */
function readMessage(bytes: Uint8Array, start: number, end: number, time: number, hit: Hit): boolean {
  const limit = find(bytes, referer, start, end);
  const stop = limit < 0 ? end : limit;
  const at = find(bytes, path, start, stop);
  if (at >= 0) {
    const after = at + path.length;
    hit.matched = true;
    hit.variant = bytes[after] === 63 && after < stop ? variantOfQuery(bytes, after + 1, stop) : unknownVariant;
    return true;
  }
  if (find(bytes, message, start, stop) !== start) return false;
  hit.matched = false;
  hit.variant = variantByDate(time);
  return true;
}

/** True where all that is left of a cut line is the beginning of the message. */
function beginsMessage(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== message[i - start]) return false;
  return true;
}

/**
 * Reads a line of an Apache 1.x error log, `[Wed Aug  1 05:13:17 2001] [error] [client 192.0.2.1] Client sent malformed Host header`.
 * The message names no worm: such a probe is inferred, never matched. A message that holds `/default.ida` is matched.
 * A last line cut within its address is a probe without a source.
 * @param zone the format states none
 */
export const apacheErrorLine =
  (zone: Zone): LineParser =>
  (bytes, start, lineEnd, hit, cut) => {
    const end = bytes[lineEnd - 1] === 13 && lineEnd > start ? lineEnd - 1 : lineEnd;
    const marked = find(bytes, message, start, end) >= 0 || find(bytes, path, start, end) >= 0;
    if (!marked && !cut) return noMarker;
    if (bytes[start] !== 91) return marked ? rejectAs("time_unreadable") : noMarker;
    const { local, end: timeEnd } = errorTime(bytes, start + 1);
    if (timeEnd >= end || (local !== unreadable && bytes[timeEnd] !== 93)) return marked ? rejectAs("time_unreadable") : noMarker;
    if (local < 0) return marked ? rejectTime(local) : noMarker;
    const time = local - zone.offsetAt(local);
    if (time < 0 || time > 0xffff_ffff) return marked ? rejectAs("date_out_of_range") : noMarker;
    hit.time = time;
    hit.zoneAssumed = true;
    const clientAt = find(bytes, client, timeEnd, end);
    if (clientAt < 0) return marked ? rejectAs("fields_missing") : noMarker;
    const addressAt = clientAt + client.length;
    let addressEnd = addressAt;
    while (addressEnd < end && bytes[addressEnd] !== 93) addressEnd++;
    if (addressEnd === end || (cut && !marked && beginsMessage(bytes, addressEnd + 2, end))) {
      hit.matched = false;
      hit.variant = variantByDate(time);
      if (addressEnd === end) return cut ? cutProbe : rejectAs("fields_missing");
    } else if (!readMessage(bytes, addressEnd + 2, end, time, hit)) return marked ? markerElsewhere : noMarker;
    return ipv4(bytes, addressAt, addressEnd, hit);
  };
