import { isMissing } from "../schema/missing.ts";
import { binWords } from "./bin-table.ts";
import type { Counts } from "./counts.ts";
import { type CountryTable, countryOf } from "./country-table.ts";
import { slotAddress, slotFirst, slotLast, slotProbes } from "./source-table.ts";
import type { Tally } from "./tally.ts";

/** A row of a partial: one source of one sensor. The null source stands for probes whose source was lost. */
export interface PartialRow {
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

/**
 * The rows of a tally that kept the probes of each (source, bin), in no order.
 * @throws RangeError where the tally kept no such counts
 */
export function partialRows(tally: Tally, table: CountryTable | null): { rows: PartialRow[]; bins: PartialBin[] } {
  const { pairs, sources } = tally;
  const { counts } = pairs;
  if (counts === null) throw new RangeError("the tally kept no counts for each source and bin");
  const rows: PartialRow[] = [];
  sources.each((at) => {
    const address = sources.slots[at + slotAddress] ?? 0;
    const probes = threeAt(sources.slots, at + slotProbes);
    rows.push({ id: 0, address, country: table === null ? null : (countryOf(table, address) ?? ""), first: sources.slots[at + slotFirst] ?? 0, last: sources.slots[at + slotLast] ?? 0, probes });
  });
  const ids = new Map(rows.map(({ address }, id) => [address, id]));
  const numbered = rows.map((row, id) => ({ ...row, id }));
  const bins: PartialBin[] = [];
  const lost = new Map(tally.bins.inOrder().map(([bin, at]) => [bin, threeAt(tally.bins.counts.subarray(at, at + binWords), 0)]));
  pairs.each((address, bin, slot) => {
    const probes = threeAt(counts, slot * 3);
    bins.push({ id: ids.get(address) ?? 0, binStart: bin * tally.binSeconds, probes });
    const left = lost.get(bin);
    if (left !== undefined) probes.forEach((n, variant) => (left[variant] = (left[variant] ?? 0) - n));
  });
  if (tally.withoutSource === 0) return { rows: numbered, bins };
  const id = rows.length;
  const sums: Three = [0, 0, 0];
  for (const [bin, left] of lost) {
    if (left.every((n) => n === 0)) continue;
    bins.push({ id, binStart: bin * tally.binSeconds, probes: left });
    left.forEach((n, variant) => (sums[variant] = (sums[variant] ?? 0) + n));
  }
  return { rows: [...numbered, { id, address: null, country: null, first: tally.first, last: tally.last, probes: sums }], bins };
}

/** What partials must have in common to be pooled: width of bins, and the country table. */
export const partialBasis = ({ binSeconds, countries }: Counts): string =>
  JSON.stringify({ binSeconds, registry: isMissing(countries) || isMissing(countries.table) ? null : countries.table });
