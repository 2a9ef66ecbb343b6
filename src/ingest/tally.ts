import { binSources, BinTable, binWords } from "./bin-table.ts";
import { PairSet } from "./pair-set.ts";
import { sourceAddress, sourceBin, sourceBins, sourceFirst, sourceLast, sourceProbes, SourceTable } from "./source-table.ts";

/** Probes entered together: the lines of 64 bytes that they touch fit in the processor's second cache. */
const batch = 2048;

/** Everything that is counted of probes. The pair set holds the bins of a source from its second on, and all of them where it keeps counts. Two tallies of the same bin width can be merged without loss. */
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
  readonly #binsOf = new Uint32Array(batch);
  readonly #numbers = new Uint32Array(batch);
  readonly #pairSources = new Uint32Array(batch);
  readonly #pairBins = new Uint32Array(batch);

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

  /** Counts probes in time, without their source. */
  #count(bin: number, time: number, variant: number): number {
    const at = this.bins.place(bin);
    const { counts } = this.bins;
    counts[at + variant] = (counts[at + variant] ?? 0) + 1;
    const hour = Math.floor(time / 3600) % 24;
    this.hours[hour] = (this.hours[hour] ?? 0) + 1;
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

  /**
   * Enters the probes that wait. They are entered together so that the processor can fetch many places of large tables at once:
   * a first pass touches them, a second counts.
   */
  settle(): void {
    const waiting = this.#waiting;
    this.#waiting = 0;
    this.sources.touch(this.#addresses, waiting);
    for (let place = 0; place < waiting; place++) {
      const bin = Math.floor((this.#times[place] ?? 0) / this.binSeconds);
      this.#binsOf[place] = bin;
      this.#numbers[place] = this.sources.place(this.#addresses[place] ?? 0, this.#times[place] ?? 0, bin);
    }
    let pairs = 0;
    for (let place = 0; place < waiting; place++) {
      const bin = this.#binsOf[place] ?? 0;
      const number = this.#numbers[place] ?? 0;
      const variant = this.#variants[place] ?? 0;
      const binAt = this.#count(bin, this.#times[place] ?? 0, variant);
      if (!this.#enter(number, this.#times[place] ?? 0, variant, bin, binAt)) continue;
      this.#pairSources[pairs] = number;
      this.#pairBins[pairs] = bin;
      this.#variants[pairs] = variant;
      pairs++;
    }
    this.pairs.touch(this.#pairSources, this.#pairBins, pairs);
    for (let place = 0; place < pairs; place++) this.#pair(this.#pairSources[place] ?? 0, this.#pairBins[place] ?? 0, this.#variants[place] ?? 0);
  }

  /** Counts a probe of a source; true where its bin is to be looked for in the pair set. */
  #enter(number: number, time: number, variant: number, bin: number, binAt: number): boolean {
    const words = this.sources.block(number);
    const at = this.sources.at(number);
    words[at + sourceProbes + variant] = (words[at + sourceProbes + variant] ?? 0) + 1;
    if (time < (words[at + sourceFirst] ?? 0)) words[at + sourceFirst] = time;
    if (time > (words[at + sourceLast] ?? 0)) words[at + sourceLast] = time;
    if (this.pairs.counts !== null) return true;
    if (words[at + sourceBin] !== bin) return true;
    if (words[at + sourceBins] === 0) {
      words[at + sourceBins] = 1;
      this.#addToBin(binAt);
    }
    return false;
  }

  #addToBin(binAt: number): void {
    const { counts } = this.bins;
    counts[binAt + binSources] = (counts[binAt + binSources] ?? 0) + 1;
  }

  /** Counts a pair of source and bin that may be new. */
  #pair(number: number, bin: number, variant: number): void {
    if (!(this.pairs.counts === null ? this.pairs.add(number, bin) : this.pairs.addProbes(number, bin, variant, 1))) return;
    this.#newPair(number, bin);
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
    for (const [bin, from] of other.bins.inOrder()) {
      const to = this.bins.place(bin);
      for (let word = 0; word < binWords - 1; word++) this.bins.counts[to + word] = (this.bins.counts[to + word] ?? 0) + (other.bins.counts[from + word] ?? 0);
    }
    other.hours.forEach((probes, hour) => (this.hours[hour] = (this.hours[hour] ?? 0) + probes));
    this.withoutSource += other.withoutSource;
    this.first = Math.min(this.first, other.first);
    this.last = Math.max(this.last, other.last);
    const numbers = new Uint32Array(other.sources.size);
    other.sources.each((theirs, from, number) => {
      numbers[number] = this.#mergeSource(theirs, from);
    });
    other.pairs.each((number, bin, slot) => {
      this.#mergePair(other.pairs, numbers[number] ?? 0, bin, slot);
    });
  }

  /** Adds a source of another tally, with its first bin where that is not in the other's pair set; returns its number here. */
  #mergeSource(theirs: Uint32Array, from: number): number {
    const first = theirs[from + sourceFirst] ?? 0;
    const last = theirs[from + sourceLast] ?? 0;
    const bin = theirs[from + sourceBin] ?? 0;
    const number = this.sources.place(theirs[from + sourceAddress] ?? 0, first, bin);
    const words = this.sources.block(number);
    const at = this.sources.at(number);
    words[at + sourceFirst] = Math.min(first, words[at + sourceFirst] ?? 0);
    words[at + sourceLast] = Math.max(last, words[at + sourceLast] ?? 0);
    for (let word = sourceProbes; word < sourceProbes + 3; word++) words[at + word] = (words[at + word] ?? 0) + (theirs[from + word] ?? 0);
    if (this.pairs.counts === null) this.#mergeBin(number, bin);
    return number;
  }

  /** Adds a bin of a source; no counts are kept. */
  #mergeBin(number: number, bin: number): void {
    const words = this.sources.block(number);
    const at = this.sources.at(number);
    const isFirst = words[at + sourceBin] === bin;
    if (isFirst ? words[at + sourceBins] === 0 : this.pairs.add(number, bin)) this.#newPair(number, bin);
  }

  #mergePair(theirs: PairSet, number: number, bin: number, slot: number): void {
    if (this.pairs.counts === null || theirs.counts === null) {
      this.#mergeBin(number, bin);
      return;
    }
    let isNew = false;
    for (let variant = 0; variant < 3; variant++) isNew = this.pairs.addProbes(number, bin, variant, theirs.counts[slot * 3 + variant] ?? 0) || isNew;
    if (isNew) this.#newPair(number, bin);
  }
}
