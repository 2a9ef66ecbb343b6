import { type RejectReason, rejectReasons } from "../schema/reject-reason.ts";

/** A probe with source, time and variant. */
export const isProbe = 0;
/** The line does not carry the marker: other traffic. */
export const noMarker = 1;
/** The line carries the marker, but not in the request: a referer, or a search for the worm's name. */
export const markerElsewhere = 2;
/** The last line of a file, cut within its address: the time is kept, the source is lost. */
export const cutProbe = 3;
/** A row of a table: counted by the parser itself, its time in `hit.time`. */
export const isRow = 4;
/** Outcomes from here on are rejections: `firstRejection` plus the place in `rejectReasons`. */
export const firstRejection = 10;

/** The reasons in words. */
export const rejectWords: Readonly<Record<RejectReason, string>> = {
  line_too_long: "longer than 64 KiB",
  address_invalid: "the address is not four numbers from 0 to 255",
  address_ipv6: "the address is IPv6; the worm spoke IPv4 only",
  address_is_name: "a host name where an address is needed (the server resolved names)",
  time_unreadable: "no readable time",
  date_impossible: "a date or time that does not exist",
  date_out_of_range: "a date before 1970 or after 2105",
  zone_missing: "no time zone in the line, and none given with --zone",
  zone_odd: "a time zone that is not between -1200 and +1400",
  fields_missing: "fewer fields than the format has",
  number_unreadable: "a number that cannot be read",
  value_not_exact: "a value that is no exact count (its operator is not eq)",
  window_open: "a window of which an edge is not stated",
  value_repeated: "a second value for the same window and measure",
};

/** The outcome code of a rejection. */
export const rejectAs = (reason: RejectReason): number => firstRejection + rejectReasons.indexOf(reason);

/** What a line parser writes its findings into; one object serves a whole file, so that no memory is taken for each line. */
export interface Hit {
  /** IPv4 address as an unsigned 32-bit number. */
  address: number;
  /** Seconds since 1970, UTC. */
  time: number;
  /** Place in `variants`. */
  variant: number;
  /** True where the request itself was seen; false where the variant is inferred from date and message. */
  matched: boolean;
  /** True where the zone came from --zone and not from the line. */
  zoneAssumed: boolean;
}

/** An empty hit. */
export const newHit = (): Hit => ({ address: 0, time: 0, variant: 0, matched: false, zoneAssumed: false });

/**
 * Reads one line: bytes[start, end), without its line feed.
 * @param cut true for a last line that no line feed ends
 * @returns an outcome code; fields of `hit` are valid for `isProbe`, and all but the address for `cutProbe`
 */
export interface LineParser {
  (bytes: Uint8Array, start: number, end: number, hit: Hit, cut: boolean): number;
  /** For formats of several lines a record: the outcome of a record that the end of the input cut short, or `noMarker`. */
  readonly atEnd?: () => number;
}
