import { binSources, BinTable, binWords } from "./bin-table.ts";
import { PairSet } from "./pair-set.ts";
import { sourceAddress, sourceBin, sourceBins, sourceFirst, sourceLast, sourceProbes, SourceTable } from "./source-table.ts";

/** Probes entered together: the lines of 64 bytes that they touch fit in the processor's second cache. */
const batch = 2048;

/**
 * Everything that is counted of probes. Two tallies of the same bin width can be merged without loss.
 * The pair set holds the bins of a source but for the one it was met in; where it keeps counts, it holds all of them.
 */
export class Tally {
  readonly binSeconds: number;
  readonly bins: BinTable;
  readonly sources: SourceTable;
  readonly pairs: PairSet;
  /** Probes by hour of the day, UTC, 24 values. */
  readonly hours: Float64Array;
  /** Probes whose source was lost: lines cut within their address. */
  withoutSource: number;
  /** First and last second of any probe; first > last while there is none. */
  first = 0xffff_ffff;
  last = 0;
  #waiting = 0;
  readonly #addresses = new Uint32Array(batch);
  readonly #times = new Uint32Array(batch);
  readonly #variants = new Uint8Array(batch);
  readonly #bins = new Uint32Array(batch);
  readonly #numbers = new Int32Array(batch);
  /** Pairs of source and bin that wait to be looked for in the pair set. */
  #pairsWaiting = 0;
  readonly #pairSources = new Int32Array(batch);
  readonly #pairBins = new Uint32Array(batch);
  readonly #pairVariants = new Uint8Array(batch);
  /** The hour of the probe before: consecutive probes are mostly of one. Results do not depend on what is remembered. */
  #hour = 0;
  #hourBegin = 0;

  /**
   * @param binSeconds width of a bin; bins begin at multiples of it since 1970 UTC
   * @param counted keep the probes of each (source, bin), as partials need
   * @param sources and pairs: tables that were stored or transferred
   */
  constructor(binSeconds: number, counted = false, sources = new SourceTable(), pairs = new PairSet(counted)) {
    this.binSeconds = binSeconds;
    this.bins = new BinTable();
    this.sources = sources;
    this.pairs = pairs;
    this.hours = new Float64Array(24);
    this.withoutSource = 0;
  }

  /** Counts probes in time, without their source. Returns the place of the bin's words. */
  #count(bin: number, time: number, variant: number): number {
    const at = this.bins.place(bin);
    const { counts } = this.bins;
    counts[at + variant] = (counts[at + variant] ?? 0) + 1;
    if (time < this.#hourBegin || time >= this.#hourBegin + 3600) {
      const hour = Math.floor(time / 3600);
      this.#hour = hour % 24;
      this.#hourBegin = hour * 3600;
    }
    this.hours[this.#hour] = (this.hours[this.#hour] ?? 0) + 1;
    if (time < this.first) this.first = time;
    if (time > this.last) this.last = time;
    return at;
  }

  /**
   * Counts one probe; call `settle` before the tables are looked at.
   * @param time seconds since 1970 UTC, 0 to 2^32 - 1
   */
  add(address: number, time: number, variant: number): void {
    if (this.#waiting === batch) this.settle();
    const place = this.#waiting++;
    this.#addresses[place] = address;
    this.#times[place] = time;
    this.#variants[place] = variant;
  }

  /** Enters the probes that wait. They are entered together so that the processor can fetch many places of large tables at once. */
  settle(): void {
    const waiting = this.#waiting;
    const times = this.#times;
    const bins = this.#bins;
    this.#waiting = 0;
    let bin = 0;
    let begin = 0;
    for (let place = 0; place < waiting; place++) {
      const time = times[place] ?? 0;
      if (time < begin || time >= begin + this.binSeconds) {
        bin = Math.floor(time / this.binSeconds);
        begin = bin * this.binSeconds;
      }
      bins[place] = bin;
    }
    this.sources.enter(this.#addresses, times, bins, this.#numbers, waiting);
    for (let place = 0; place < waiting; place++) this.#enter(this.#numbers[place] ?? 0, times[place] ?? 0, this.#variants[place] ?? 0, bins[place] ?? 0);
    this.#settlePairs();
  }

  /** Counts a probe of a source. */
  #enter(number: number, time: number, variant: number, bin: number): void {
    const binAt = this.#count(bin, time, variant);
    const words = this.sources.block(number);
    const at = this.sources.at(number);
    words[at + sourceProbes + variant] = (words[at + sourceProbes + variant] ?? 0) + 1;
    if (time < (words[at + sourceFirst] ?? 0)) words[at + sourceFirst] = time;
    if (time > (words[at + sourceLast] ?? 0)) words[at + sourceLast] = time;
    if (this.pairs.counts !== null || words[at + sourceBin] !== bin) this.#offerPair(number, bin, variant);
    else if (words[at + sourceBins] === 0) {
      words[at + sourceBins] = 1;
      this.#addToBin(binAt);
    }
  }

  #addToBin(binAt: number): void {
    const { counts } = this.bins;
    counts[binAt + binSources] = (counts[binAt + binSources] ?? 0) + 1;
  }

  /** Puts a pair of source and bin among those that wait. */
  #offerPair(number: number, bin: number, variant: number): void {
    const place = this.#pairsWaiting++;
    this.#pairSources[place] = number;
    this.#pairBins[place] = bin;
    this.#pairVariants[place] = variant;
    if (place === batch - 1) this.#settlePairs();
  }

  #settlePairs(): void {
    const added = this.pairs.add(this.#pairSources, this.#pairBins, this.#pairVariants, this.#pairsWaiting);
    this.#pairsWaiting = 0;
    for (let place = 0; place < added; place++) this.#newPair(this.#pairSources[place] ?? 0, this.#pairBins[place] ?? 0);
  }

  #newPair(number: number, bin: number): void {
    const words = this.sources.block(number);
    const at = this.sources.at(number) + sourceBins;
    words[at] = (words[at] ?? 0) + 1;
    this.#addToBin(this.bins.place(bin));
  }

  /** Counts one probe whose source is lost. */
  addWithoutSource(time: number, variant: number): void {
    this.#count(Math.floor(time / this.binSeconds), time, variant);
    this.withoutSource++;
  }

  /** Adds all that another tally counted. @throws RangeError where the widths of bins differ, or one keeps counts for each pair and the other does not */
  merge(other: Tally): void {
    if (other.binSeconds !== this.binSeconds) throw new RangeError(`bins of ${other.binSeconds} s cannot be merged with bins of ${this.binSeconds} s`);
    if ((other.pairs.counts === null) !== (this.pairs.counts === null)) throw new RangeError("tallies with and without counts for each source and bin cannot be merged");
    this.settle();
    for (const [bin, from] of other.bins.inOrder()) {
      const to = this.bins.place(bin);
      for (let word = 0; word < binWords - 1; word++) this.bins.counts[to + word] = (this.bins.counts[to + word] ?? 0) + (other.bins.counts[from + word] ?? 0);
    }
    other.hours.forEach((probes, hour) => (this.hours[hour] = (this.hours[hour] ?? 0) + probes));
    this.withoutSource += other.withoutSource;
    this.first = Math.min(this.first, other.first);
    this.last = Math.max(this.last, other.last);
    const numbers = this.#mergeSources(other.sources);
    other.pairs.each((theirs, bin, slot) => {
      const number = numbers[theirs] ?? 0;
      if (other.pairs.counts === null) this.#mergeBin(number, bin);
      else if (this.pairs.addCounts(number, bin, other.pairs.counts, slot * 3)) this.#newPair(number, bin);
    });
    this.#settlePairs();
  }

  /** Adds the sources of another tally; returns the number here of each number there. */
  #mergeSources(theirs: SourceTable): Int32Array {
    const numbers = new Int32Array(theirs.size);
    for (let begin = 0; begin < theirs.size; begin += batch) {
      const length = Math.min(batch, theirs.size - begin);
      for (let place = 0; place < length; place++) {
        const words = theirs.block(begin + place);
        const at = theirs.at(begin + place);
        this.#addresses[place] = words[at + sourceAddress] ?? 0;
        this.#times[place] = words[at + sourceFirst] ?? 0;
        this.#bins[place] = words[at + sourceBin] ?? 0;
      }
      const here = numbers.subarray(begin, begin + length);
      this.sources.enter(this.#addresses, this.#times, this.#bins, here, length);
      for (let place = 0; place < length; place++) this.#mergeSource(here[place] ?? 0, theirs.block(begin + place), theirs.at(begin + place));
    }
    return numbers;
  }

  /** Adds what another tally counted of a source. */
  #mergeSource(number: number, theirs: Uint32Array, from: number): void {
    const words = this.sources.block(number);
    const at = this.sources.at(number);
    words[at + sourceFirst] = Math.min(theirs[from + sourceFirst] ?? 0, words[at + sourceFirst] ?? 0);
    words[at + sourceLast] = Math.max(theirs[from + sourceLast] ?? 0, words[at + sourceLast] ?? 0);
    for (let word = sourceProbes; word < sourceProbes + 3; word++) words[at + word] = (words[at + word] ?? 0) + (theirs[from + word] ?? 0);
    if (this.pairs.counts === null) this.#mergeBin(number, theirs[from + sourceBin] ?? 0);
  }

  /** Adds a bin of a source; no counts are kept. */
  #mergeBin(number: number, bin: number): void {
    const words = this.sources.block(number);
    const at = this.sources.at(number);
    if (words[at + sourceBin] !== bin) this.#offerPair(number, bin, 0);
    else if (words[at + sourceBins] === 0) this.#newPair(number, bin);
  }
}
