import { apacheErrorLine } from "./apache-error-line.ts";
import type { Format } from "../schema/log-format.ts";
import { zonelessFormats } from "./format.ts";
import { iisLine } from "./iis-line.ts";
import { ncsaLine } from "./ncsa-line.ts";
import { type Marker, markerOf } from "./log-reading.ts";
import type { LineParser } from "./outcome.ts";
import { marker } from "./request.ts";
import { snortFastLine, snortFullLine } from "./snort-alert.ts";
import type { Zone } from "./zone.ts";

/** Snort leaves the year out: the summer of Code Red. */
export const assumedYear = 2001;

/** What reads the lines of a log, and the bytes that a line must hold to be read at all (null = read every line). */
export interface LogFormat {
  readonly parse: LineParser;
  readonly marker: Marker | null;
}

/**
 * The parser of a format of logs; null for tables.
 * @throws RangeError where the format states no zone and none is given
 */
export function logFormat(format: Format, zone: Zone | null): LogFormat | null {
  if (zone === null && zonelessFormats.includes(format))
    throw new RangeError(`${format} lines state no time zone: give the zone of the server with --zone, for instance --zone -07:00 or --zone America/Los_Angeles`);
  switch (format) {
    case "apache-error":
      return zone === null ? null : { parse: apacheErrorLine(zone), marker: null };
    case "ncsa-common":
    case "ncsa-combined":
      return { parse: ncsaLine(zone), marker: markerOf(marker, marker.indexOf("f")) };
    case "iis-w3c":
      return { parse: iisLine(zone), marker: null };
    case "snort-fast":
      return zone === null ? null : { parse: snortFastLine({ zone, year: assumedYear }), marker: null };
    case "snort-full":
      return zone === null ? null : { parse: snortFullLine({ zone, year: assumedYear }), marker: null };
    case "caida-hosts":
    case "count-table":
      return null;
  }
}

/** Formats whose lines do not depend on one another, so that a grown file can be read on from its last whole line. */
export const resumableFormats: readonly Format[] = ["apache-error", "ncsa-common", "ncsa-combined", "snort-fast"];
