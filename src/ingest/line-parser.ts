import { apacheErrorLine } from "./apache-error-line.ts";
import type { Format } from "../schema/log-format.ts";
import { zonelessFormats } from "./format.ts";
import { iisLine } from "./iis-line.ts";
import { ncsaLine } from "./ncsa-line.ts";
import type { LineParser } from "./outcome.ts";
import { snortFastLine, snortFullLine } from "./snort-alert.ts";
import type { Zone } from "./zone.ts";

/** Snort leaves the year out: the summer of Code Red. */
const assumedYear = 2001;

/** What reads the lines of a log, and whether only those with `/default.ida` are to be read. */
export interface LogFormat {
  readonly parse: LineParser;
  readonly marked: boolean;
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
      return zone === null ? null : { parse: apacheErrorLine(zone), marked: false };
    case "ncsa-common":
    case "ncsa-combined":
      return { parse: ncsaLine(zone), marked: true };
    case "iis-w3c":
      return { parse: iisLine(zone), marked: false };
    case "snort-fast":
      return zone === null ? null : { parse: snortFastLine({ zone, year: assumedYear }), marked: false };
    case "snort-full":
      return zone === null ? null : { parse: snortFullLine({ zone, year: assumedYear }), marked: false };
    case "caida-hosts":
    case "count-table":
      return null;
  }
}

/** Formats whose lines do not depend on one another, so that a grown file can be read on from its last whole line. */
export const resumableFormats: readonly Format[] = ["apache-error", "ncsa-common", "ncsa-combined", "snort-fast"];
