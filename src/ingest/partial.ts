import { isMissing } from "../schema/missing.ts";
import type { Counts } from "../schema/counts.ts";
import { type CountryTable, countryOf } from "./country-table.ts";
import { sourceAddress, sourceFirst, sourceLast, sourceProbes } from "./source-table.ts";
import type { Tally } from "./tally.ts";

/** Probes of one row in one bin. */
export interface PartialBin {
  /** Seconds since 1970, UTC. */
  readonly binStart: number;
  readonly probes: readonly [codeRed: number, codeRed2: number, unknown: number];
}

/** A row of a partial: one source of one sensor, or the probes whose source was lost. */
export interface PartialRow {
  /** As `countryOf` gives it; empty = the table does not hold it; null = no table was used. */
  readonly country: string | null;
  /** Seconds since 1970, UTC. */
  readonly first: number;
  readonly last: number;
  readonly probes: readonly [codeRed: number, codeRed2: number, unknown: number];
  /** In order of time. */
  readonly bins: readonly PartialBin[];
}

type Three = [number, number, number];
const threeAt = (words: ArrayLike<number>, at: number): Three => [words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0];
const dotted = (address: number): string => [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255].join(".");

/** What is hashed for a source: its address in dotted decimal, so that other tools can join the pool. Only ever given to the hash. */
export const sourceText = dotted;

function countsOf({ pairs }: Tally): Uint32Array {
  if (pairs.counts === null) throw new RangeError("the tally kept no counts for each source and bin");
  return pairs.counts;
}

/** The slots of the pair set in order of their sources: those of source `n` stand from `ends[n - 1]` to `ends[n]`. */
function slotsBySource({ sources, pairs }: Tally): { slots: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(sources.size);
  pairs.each((source) => (ends[source] = (ends[source] ?? 0) + 1));
  for (let source = 1; source < ends.length; source++) ends[source] = (ends[source] ?? 0) + (ends[source - 1] ?? 0);
  const slots = new Uint32Array(pairs.size);
  const free = ends.slice();
  pairs.each((source, _bin, slot) => {
    const place = (free[source] ?? 0) - 1;
    free[source] = place;
    slots[place] = slot;
  });
  return { slots, ends };
}

/**
 * What gives the row of a source by its number. Rows are not gathered: there may be millions.
 * @throws RangeError where the tally kept no counts for each source and bin
 */
export function partialRows(tally: Tally, table: CountryTable | null): (number: number) => PartialRow {
  const counts = countsOf(tally);
  const { slots, ends } = slotsBySource(tally);
  return (number) => {
    const words = tally.sources.block(number);
    const at = tally.sources.at(number);
    const bins = Array.from(slots.subarray(number === 0 ? 0 : ends[number - 1], ends[number]), (slot) => ({ binStart: tally.pairs.binOf(slot) * tally.binSeconds, probes: threeAt(counts, slot * 3) }));
    return {
      country: table === null ? null : (countryOf(table, words[at + sourceAddress] ?? 0) ?? ""),
      first: words[at + sourceFirst] ?? 0,
      last: words[at + sourceLast] ?? 0,
      probes: threeAt(words, at + sourceProbes),
      bins: bins.sort((a, b) => a.binStart - b.binStart),
    };
  };
}

/** The row of the probes whose source was lost; null where there are none. */
export function lostRow(tally: Tally): PartialRow | null {
  if (tally.withoutSource === 0) return null;
  const counts = countsOf(tally);
  const left = new Map(tally.bins.inOrder().map(([bin, at]) => [bin, threeAt(tally.bins.counts, at)]));
  tally.pairs.each((_source, bin, slot) => {
    const probes = left.get(bin);
    if (probes !== undefined) for (let variant = 0; variant < 3; variant++) probes[variant] = (probes[variant] ?? 0) - (counts[slot * 3 + variant] ?? 0);
  });
  const bins = [...left].filter(([, probes]) => probes.some((n) => n > 0)).map(([bin, probes]): PartialBin => ({ binStart: bin * tally.binSeconds, probes }));
  const sum: Three = [0, 0, 0];
  for (const { probes } of bins) probes.forEach((n, variant) => (sum[variant] = (sum[variant] ?? 0) + n));
  return { country: null, first: tally.first, last: tally.last, probes: sum, bins };
}

/** What partials must have in common to be pooled: width of bins, and the country table. */
export const partialBasis = ({ binSeconds, countries }: Counts): string =>
  JSON.stringify({ binSeconds, registry: isMissing(countries) || isMissing(countries.table) ? null : countries.table });
