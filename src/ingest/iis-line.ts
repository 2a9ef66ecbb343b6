import { civilSeconds } from "./calendar.ts";
import { clockAt, fourDigits, twoDigits } from "./digits.ts";
import { ipv4 } from "./ipv4.ts";
import { isProbe, type LineParser, markerElsewhere, noMarker, rejectAs } from "./outcome.ts";
import { rejectTime } from "./ncsa-line.ts";
import { marker, variantOfQuery } from "./request.ts";
import { unknownVariant } from "./variant.ts";
import type { Zone } from "./zone.ts";

const text = (bytes: Uint8Array, start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end));

/** Days as yyyymmdd digits `2001-08-01` at `at`; null where no date stands there. */
function dateAt(bytes: Uint8Array, at: number): { year: number; month: number; day: number } | null {
  const year = fourDigits(bytes, at);
  const month = twoDigits(bytes, at + 5);
  const day = twoDigits(bytes, at + 8);
  return year < 0 || month < 0 || day < 0 || bytes[at + 4] !== 45 || bytes[at + 7] !== 45 ? null : { year, month, day };
}

/** Beginnings and ends of the fields of a line, separated by single spaces (the format allows tabs as well). */
function fieldEdges(bytes: Uint8Array, start: number, end: number): number[] {
  const edges = [start];
  for (let i = start; i < end; i++) if (bytes[i] === 32 || bytes[i] === 9) edges.push(i, i + 1);
  edges.push(end);
  return edges;
}

/**
 * Reads a line of a W3C extended log as IIS 4 and 5 wrote it. `#Fields:` names the columns and may come again in the middle of a file;
 * `#Date:` gives the day where there is no date column. Times are UTC by the format's definition unless `zone` is given.
 * The probe is in `cs-uri-stem` (`/default.ida`) and its run in `cs-uri-query`; a referer with the same words is not counted.
 * @returns a parser with a memory: use a new one for each file, in the order of its lines
 */
export function iisLine(zone: Zone | null): LineParser {
  let columns = new Map<string, number>();
  let day: { year: number; month: number; day: number } | null = null;
  const directive = (bytes: Uint8Array, start: number, end: number): void => {
    const line = text(bytes, start, Math.min(end, start + 4096));
    if (line.startsWith("#Fields:")) columns = new Map(line.slice(8).trim().split(/\s+/).map((name, place) => [name.toLowerCase(), place]));
    else if (line.startsWith("#Date:")) day = dateAt(bytes, start + 7);
  };
  return (bytes, start, lineEnd, hit) => {
    const end = lineEnd > start && bytes[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd;
    if (bytes[start] === 35) {
      directive(bytes, start, end);
      return noMarker;
    }
    const edges = fieldEdges(bytes, start, end);
    const edge = (name: string): readonly [number, number] | null => {
      const place = columns.get(name);
      const from = place === undefined ? undefined : edges[place * 2];
      const to = place === undefined ? undefined : edges[place * 2 + 1];
      return from === undefined || to === undefined ? null : [from, to];
    };
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
    if (whole.indexOf(marker, 0, "latin1") < 0) return noMarker;
    const stem = edge("cs-uri-stem");
    const address = edge("c-ip");
    const time = edge("time");
    if (stem === null || address === null || time === null) return rejectAs("fields_missing");
    if (text(bytes, stem[0], Math.min(stem[1], stem[0] + 64)) !== marker) return markerElsewhere;
    const dateEdge = edge("date");
    const date = dateEdge === null ? day : dateAt(bytes, dateEdge[0]);
    const clock = time[1] - time[0] === 8 ? clockAt(bytes, time[0]) : -1;
    if (date === null || clock < 0) return rejectAs("time_unreadable");
    const local = civilSeconds(date.year, date.month, date.day, Math.floor(clock / 10_000), Math.floor(clock / 100) % 100, clock % 100);
    if (local < 0) return rejectTime(local);
    const utc = local - (zone?.offsetAt(local) ?? 0);
    if (utc < 0 || utc > 0xffff_ffff) return rejectAs("date_out_of_range");
    const addressed = ipv4(bytes, address[0], address[1], hit);
    if (addressed !== isProbe) return addressed;
    const query = edge("cs-uri-query");
    hit.time = utc;
    hit.variant = query === null ? unknownVariant : variantOfQuery(bytes, query[0], query[1]);
    hit.matched = true;
    hit.zoneAssumed = zone !== null;
    return isProbe;
  };
}
