import { civilSeconds, impossible, monthAt, outOfRange, unreadable } from "./calendar.ts";
import { fourDigits, twoDigits } from "./digits.ts";
import { ipv4 } from "./ipv4.ts";
import { type Hit, isProbe, type LineParser, markerElsewhere, rejectAs } from "./outcome.ts";
import { variantOfTarget } from "./request.ts";
import { offsetSeconds, type Zone } from "./zone.ts";

const space = 32;
const quote = 34;
const timeUnreadable = rejectAs("time_unreadable");
const dateImpossible = rejectAs("date_impossible");
const dateOutOfRange = rejectAs("date_out_of_range");
const zoneMissing = rejectAs("zone_missing");
const zoneOdd = rejectAs("zone_odd");

/** The outcome for a time that `civilSeconds` refused. */
export function rejectTime(code: number): number {
  if (code === impossible) return dateImpossible;
  return code === outOfRange ? dateOutOfRange : timeUnreadable;
}

/** Local seconds of `02/Aug/2001:06:01:38` at `at`; negative where it cannot be read. */
function ncsaTime(bytes: Uint8Array, at: number): number {
  if (bytes[at + 2] !== 47 || bytes[at + 6] !== 47 || bytes[at + 11] !== 58 || bytes[at + 14] !== 58 || bytes[at + 17] !== 58) return unreadable;
  const day = twoDigits(bytes, at);
  const month = monthAt(bytes, at + 3);
  const year = fourDigits(bytes, at + 7);
  const hour = twoDigits(bytes, at + 12);
  const minute = twoDigits(bytes, at + 15);
  const second = twoDigits(bytes, at + 18);
  if (day < 0 || month === 0 || year < 0 || hour < 0 || minute < 0 || second < 0) return unreadable;
  return civilSeconds(year, month, day, hour, minute, second);
}

/** Writes the UTC time of a local time whose zone follows at `at` (`␣-0400]` or `]`); returns `isProbe` or a rejection. */
function setUtc(bytes: Uint8Array, at: number, local: number, zone: Zone | null, hit: Hit): number {
  let offset: number;
  if (bytes[at] === 93) {
    if (zone === null) return zoneMissing;
    offset = zone.offsetAt(local);
    hit.zoneAssumed = true;
  } else {
    const sign = bytes[at + 1];
    const packed = fourDigits(bytes, at + 2);
    if (bytes[at] !== space || (sign !== 43 && sign !== 45) || packed < 0 || bytes[at + 6] !== 93) return zoneOdd;
    offset = offsetSeconds(sign === 45 ? -1 : 1, packed);
    if (Number.isNaN(offset)) return zoneOdd;
    hit.zoneAssumed = false;
  }
  const utc = local - offset;
  if (utc < 0 || utc > 0xffff_ffff) return dateOutOfRange;
  hit.time = utc;
  return isProbe;
}

/** Where the request begins: after the quote that follows the `]` of the time; -1 where there is none. */
function requestStart(bytes: Uint8Array, bracket: number, end: number): number {
  let at = bracket;
  while (at < end && bytes[at] !== 93) at++;
  at++;
  while (at < end && bytes[at] === space) at++;
  return bytes[at] === quote && at < end ? at + 1 : -1;
}

/**
 * Reads a line of NCSA common or combined format that is known to hold `/default.ida` somewhere.
 * Genuine lines have two spaces before `HTTP/1.0`, any status, and may end anywhere after the request's path.
 * @param zone used where the line states none; null = such lines are rejected
 */
export const ncsaLine =
  (zone: Zone | null): LineParser =>
  (bytes, start, end, hit) => {
    let at = start;
    while (at < end && bytes[at] !== space) at++;
    const addressEnd = at;
    // The user's name may hold spaces or brackets: the first bracket that a date follows is the time.
    let local = unreadable;
    let bracket = -1;
    for (; at < end; at++) {
      if (bytes[at] !== 91) continue;
      if (bytes[at + 3] !== 47) continue;
      local = ncsaTime(bytes, at + 1);
      bracket = at;
      if (local !== unreadable) break;
    }
    if (bracket < 0 || local === unreadable) return timeUnreadable;
    const request = requestStart(bytes, bracket, end);
    if (request < 0) return markerElsewhere;
    let target = request;
    while (target < end && bytes[target] !== space && bytes[target] !== quote) target++;
    while (target < end && bytes[target] === space) target++;
    const variant = variantOfTarget(bytes, target, end);
    if (variant < 0) return markerElsewhere;
    if (local < 0) return rejectTime(local);
    const addressed = ipv4(bytes, start, addressEnd, hit);
    if (addressed !== isProbe) return addressed;
    hit.variant = variant;
    hit.matched = true;
    return setUtc(bytes, bracket + 21, local, zone, hit);
  };
