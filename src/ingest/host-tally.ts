import type { PlaceTotal } from "./country-totals.ts";

/** What is counted of a table with one row for each address: first seen, last seen, country. The address is not in it. */
export interface HostTally {
  readonly binSeconds: number;
  rows: number;
  first: number;
  last: number;
  /** Rows by the bin of their first time. */
  readonly newByBin: Map<number, number>;
  /** Rows by country, upper case; the empty code = none given. Probes are not in the table. */
  readonly places: Map<string, PlaceTotal>;
}

/** The tally of a table of which nothing was read. */
export const newHostTally = (binSeconds: number): HostTally => ({ binSeconds, rows: 0, first: Number.POSITIVE_INFINITY, last: 0, newByBin: new Map(), places: new Map() });

/** Counts one address. @param first, last seconds since 1970 UTC. @param code two letters, or empty */
export function addHost(tally: HostTally, first: number, last: number, code: string): void {
  tally.rows++;
  tally.first = Math.min(tally.first, first);
  tally.last = Math.max(tally.last, last);
  const bin = Math.floor(first / tally.binSeconds);
  tally.newByBin.set(bin, (tally.newByBin.get(bin) ?? 0) + 1);
  const place = tally.places.get(code);
  if (place === undefined) tally.places.set(code, { sources: 1, probes: null });
  else place.sources++;
}
