import { civilSeconds, monthOf } from "./calendar.ts";
import { fourDigits, twoDigits } from "./digits.ts";
import { ipv4 } from "./ipv4.ts";
import { type Hit, isProbe } from "./outcome.ts";
import { variantOfTarget } from "./request.ts";
import { offsetSeconds } from "./zone.ts";

/**
 * Words of 32 bits that the parts of a line are written to: where it begins and ends, and, where it has the usual form, its parts.
 * Letters of the month: the three bytes as a little-endian number. Sign: 1 for east of Greenwich, -1 for west. The word at 0 is the scan's own.
 */
export const lineWords = { start: 1, end: 2, address: 3, year: 4, month: 5, day: 6, hour: 7, minute: 8, second: 9, sign: 10, zone: 11, variant: 13 } as const;
export const wordsOfLine = 16;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const beforeTime = ascii(" - - [");
const beforeMarker = ascii('] "GET ');
/** Bytes from the bracket before the time to the marker. */
const bracketToMarker = 34;

function standsAt(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return false;
  return true;
}

const found: Pick<Hit, "address"> = { address: 0 };

/**
 * Takes a line apart that has the form which nearly all probes have, `192.0.2.1 - - [02/Aug/2001:06:01:38 -0400] "GET /default.ida…`, from its
 * marker backwards. Numbers are digits, and the address is one; whether day, hour and zone exist is not looked at.
 * @returns true where the line has that form: its parts are in `words` then
 */
export function takeApart(bytes: Uint8Array, start: number, end: number, markerAt: number, words: Int32Array): boolean {
  words[lineWords.start] = start;
  words[lineWords.end] = end;
  const bracket = markerAt - bracketToMarker;
  const addressEnd = bracket + 1 - beforeTime.length;
  if (addressEnd < start || !standsAt(bytes, addressEnd, beforeTime) || !standsAt(bytes, markerAt - beforeMarker.length, beforeMarker)) return false;
  if (bytes[bracket + 3] !== 47 || bytes[bracket + 7] !== 47 || bytes[bracket + 12] !== 58 || bytes[bracket + 15] !== 58 || bytes[bracket + 18] !== 58 || bytes[bracket + 21] !== 32) return false;
  const sign = bytes[bracket + 22];
  const day = twoDigits(bytes, bracket + 1);
  const year = fourDigits(bytes, bracket + 8);
  const hour = twoDigits(bytes, bracket + 13);
  const minute = twoDigits(bytes, bracket + 16);
  const second = twoDigits(bytes, bracket + 19);
  const zone = fourDigits(bytes, bracket + 23);
  if ((sign !== 43 && sign !== 45) || day < 0 || year < 0 || hour < 0 || minute < 0 || second < 0 || zone < 0) return false;
  words[lineWords.year] = year;
  words[lineWords.month] = (bytes[bracket + 4] ?? 0) | ((bytes[bracket + 5] ?? 0) << 8) | ((bytes[bracket + 6] ?? 0) << 16);
  words[lineWords.day] = day;
  words[lineWords.hour] = hour;
  words[lineWords.minute] = minute;
  words[lineWords.second] = second;
  words[lineWords.sign] = 44 - sign;
  words[lineWords.zone] = zone;
  if (ipv4(bytes, start, addressEnd, found) !== isProbe) return false;
  words[lineWords.address] = found.address;
  const variant = variantOfTarget(bytes, markerAt, end);
  words[lineWords.variant] = variant;
  return variant >= 0;
}

/**
 * The probe in a line that was taken apart.
 * @returns true where its time exists: `hit` is as a full reading of the line would leave it then; false = read it in full
 */
export function usualProbe(words: Int32Array, hit: Hit): boolean {
  const month = monthOf(words[lineWords.month] ?? 0);
  if (month === 0) return false;
  const local = civilSeconds(words[lineWords.year] ?? 0, month, words[lineWords.day] ?? 0, words[lineWords.hour] ?? 0, words[lineWords.minute] ?? 0, words[lineWords.second] ?? 0);
  const utc = local - offsetSeconds(words[lineWords.sign] === 1 ? 1 : -1, words[lineWords.zone] ?? 0);
  // Also false for NaN, the offset of no place on Earth.
  if (local < 0 || !(utc >= 0 && utc <= 0xffff_ffff)) return false;
  hit.address = (words[lineWords.address] ?? 0) >>> 0;
  hit.time = utc;
  hit.variant = words[lineWords.variant] ?? 0;
  hit.matched = true;
  hit.zoneAssumed = false;
  return true;
}
