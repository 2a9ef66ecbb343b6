import { binSources, binWords } from "./bin-table.ts";
import { PairSet } from "./pair-set.ts";
import { SourceTable } from "./source-table.ts";
import { Tally } from "./tally.ts";

/** A tally as plain typed arrays: what is stored between runs and handed from one thread to another. Holds addresses: never an output. */
export interface PackedTally {
  readonly scalars: { binSeconds: number; withoutSource: number; first: number; last: number; sources: number; pairs: number };
  readonly sourceBlocks: readonly Uint32Array[];
  readonly pairSlots: Int32Array;
  readonly pairCounts: Uint32Array | null;
  /** For each bin its number, then its words. */
  readonly bins: Float64Array;
  readonly hours: Float64Array;
}

/** The arrays of a tally, not copied: do not go on counting into the tally. */
export function packTally(tally: Tally): PackedTally {
  const bins = tally.bins.inOrder().flatMap(([bin, at]) => [bin, ...tally.bins.counts.subarray(at, at + binWords)]);
  return {
    scalars: { binSeconds: tally.binSeconds, withoutSource: tally.withoutSource, first: tally.first, last: tally.last, sources: tally.sources.size, pairs: tally.pairs.size },
    sourceBlocks: tally.sources.blocks,
    pairSlots: tally.pairs.slots,
    pairCounts: tally.pairs.counts,
    bins: Float64Array.from(bins),
    hours: tally.hours,
  };
}

/** A tally over packed arrays, which it goes on using. */
export function unpackTally({ scalars, sourceBlocks, pairSlots, pairCounts, bins, hours }: PackedTally): Tally {
  const tally = new Tally(scalars.binSeconds, false, SourceTable.over(sourceBlocks, scalars.sources), PairSet.over(pairSlots, pairCounts, scalars.pairs));
  for (let from = 0; from < bins.length; from += binWords + 1) {
    const at = tally.bins.place(bins[from] ?? 0);
    for (let word = 0; word <= binSources; word++) tally.bins.counts[at + word] = bins[from + 1 + word] ?? 0;
  }
  tally.hours.set(hours);
  tally.withoutSource = scalars.withoutSource;
  tally.first = scalars.first;
  tally.last = scalars.last;
  return tally;
}
