import { isMissing } from "../schema/missing.ts";
import type { Counts } from "../schema/counts.ts";
import { type CountryTable, countryOf } from "./country-table.ts";
import { sourceAddress, sourceFirst, sourceLast, sourceProbes } from "./source-table.ts";
import type { Tally } from "./tally.ts";

/** A row of a partial: one source of one sensor. The null source stands for probes whose source was lost. */
export interface PartialRow {
  /** Joins the row to its bins; means nothing outside. */
  readonly id: number;
  /** The address, to be hashed at once; null for lost sources. */
  readonly address: number | null;
  /** As `countryOf` gives it; empty = the table does not hold it; null = no table was used. */
  readonly country: string | null;
  /** Seconds since 1970, UTC. */
  readonly first: number;
  readonly last: number;
  readonly probes: readonly [codeRed: number, codeRed2: number, unknown: number];
}

/** Probes of one row in one bin. */
export interface PartialBin {
  readonly id: number;
  /** Seconds since 1970, UTC. */
  readonly binStart: number;
  readonly probes: readonly [codeRed: number, codeRed2: number, unknown: number];
}

type Three = [number, number, number];
const threeAt = (words: ArrayLike<number>, at: number): Three => [words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0];
const dotted = (address: number): string => [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255].join(".");

/** What is hashed for a source: its address in dotted decimal, so that other tools can join the pool. Only ever given to the hash. */
export const sourceText = dotted;

/** The row of lost sources; no source has this number. */
const lostId = -1;

/** Calls `visit` with the row of each source, in no order, and with that of lost sources. Nothing is gathered: there may be millions. */
export function eachPartialRow(tally: Tally, table: CountryTable | null, visit: (row: PartialRow) => void): void {
  tally.sources.each((words, at, number) => {
    const address = words[at + sourceAddress] ?? 0;
    visit({ id: number, address, country: table === null ? null : (countryOf(table, address) ?? ""), first: words[at + sourceFirst] ?? 0, last: words[at + sourceLast] ?? 0, probes: threeAt(words, at + sourceProbes) });
  });
  if (tally.withoutSource === 0) return;
  const probes: Three = [0, 0, 0];
  for (const [, left] of lostProbes(tally)) left.forEach((n, variant) => (probes[variant] = (probes[variant] ?? 0) + n));
  visit({ id: lostId, address: null, country: null, first: tally.first, last: tally.last, probes });
}

/** Probes of each bin that no source accounts for. */
function lostProbes(tally: Tally): Map<number, Three> {
  const lost = new Map(tally.bins.inOrder().map(([bin, at]) => [bin, threeAt(tally.bins.counts, at)]));
  const counts = countsOf(tally);
  tally.pairs.each((_source, bin, slot) => {
    const left = lost.get(bin);
    if (left !== undefined) for (let variant = 0; variant < 3; variant++) left[variant] = (left[variant] ?? 0) - (counts[slot * 3 + variant] ?? 0);
  });
  return new Map([...lost].filter(([, left]) => left.some((n) => n > 0)));
}

function countsOf({ pairs }: Tally): Uint32Array {
  if (pairs.counts === null) throw new RangeError("the tally kept no counts for each source and bin");
  return pairs.counts;
}

/**
 * Calls `visit` with the probes of each row in each bin, in no order.
 * @throws RangeError where the tally kept no such counts
 */
export function eachPartialBin(tally: Tally, visit: (bin: PartialBin) => void): void {
  const counts = countsOf(tally);
  tally.pairs.each((id, bin, slot) => {
    visit({ id, binStart: bin * tally.binSeconds, probes: threeAt(counts, slot * 3) });
  });
  if (tally.withoutSource > 0) for (const [bin, probes] of lostProbes(tally)) visit({ id: lostId, binStart: bin * tally.binSeconds, probes });
}

/** What partials must have in common to be pooled: width of bins, and the country table. */
export const partialBasis = ({ binSeconds, countries }: Counts): string =>
  JSON.stringify({ binSeconds, registry: isMissing(countries) || isMissing(countries.table) ? null : countries.table });
