import { binSources, BinTable, binWords } from "./bin-table.ts";
import { PairSet } from "./pair-set.ts";
import { slotAddress, slotBins, slotFirst, slotLast, slotLastBin, slotProbes, SourceTable } from "./source-table.ts";

/** Probes entered together: their slots' lines of 64 bytes fit in 128 KiB of the processor's second cache. */
const batch = 2048;

/** Everything that is counted of probes. Two tallies of the same bin width can be merged without loss. */
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
   * Enters the probes that wait. They are entered together so that the processor can fetch many slots of a large table at once:
   * a first pass touches them, a second counts.
   */
  settle(): void {
    const waiting = this.#waiting;
    this.#waiting = 0;
    for (let place = 0; place < waiting; place++) this.#binsOf[place] = Math.floor((this.#times[place] ?? 0) / this.binSeconds);
    this.sources.touch(this.#addresses, waiting);
    this.pairs.touch(this.#addresses, this.#binsOf, waiting);
    for (let place = 0; place < waiting; place++) this.#enter(this.#addresses[place] ?? 0, this.#times[place] ?? 0, this.#variants[place] ?? 0, this.#binsOf[place] ?? 0);
  }

  #enter(address: number, time: number, variant: number, bin: number): void {
    const binAt = this.#count(bin, time, variant);
    const at = this.sources.place(address, time);
    const { slots } = this.sources;
    slots[at + slotProbes + variant] = (slots[at + slotProbes + variant] ?? 0) + 1;
    if (time < (slots[at + slotFirst] ?? 0)) slots[at + slotFirst] = time;
    if (time > (slots[at + slotLast] ?? 0)) slots[at + slotLast] = time;
    let isNew = false;
    if (this.pairs.counts !== null) isNew = this.pairs.addProbes(address, bin, variant, 1);
    else if (slots[at + slotLastBin] !== bin) {
      slots[at + slotLastBin] = bin;
      isNew = this.pairs.add(address, bin);
    }
    if (!isNew) return;
    slots[at + slotBins] = (slots[at + slotBins] ?? 0) + 1;
    const { counts } = this.bins;
    counts[binAt + binSources] = (counts[binAt + binSources] ?? 0) + 1;
  }

  /** Counts one probe whose source is lost. */
  addWithoutSource(time: number, variant: number): void {
    this.#count(Math.floor(time / this.binSeconds), time, variant);
    this.withoutSource++;
  }

  /** Adds all that another tally counted. @throws RangeError where the widths of bins differ */
  merge(other: Tally): void {
    if (other.binSeconds !== this.binSeconds) throw new RangeError(`bins of ${other.binSeconds} s cannot be merged with bins of ${this.binSeconds} s`);
    for (const [bin, from] of other.bins.inOrder()) {
      const to = this.bins.place(bin);
      for (let word = 0; word < binWords - 1; word++) this.bins.counts[to + word] = (this.bins.counts[to + word] ?? 0) + (other.bins.counts[from + word] ?? 0);
    }
    other.hours.forEach((probes, hour) => (this.hours[hour] = (this.hours[hour] ?? 0) + probes));
    this.withoutSource += other.withoutSource;
    this.first = Math.min(this.first, other.first);
    this.last = Math.max(this.last, other.last);
    other.sources.each((from) => {
      this.#mergeSource(other.sources.slots, from);
    });
    other.pairs.each((address, bin, slot) => {
      this.#mergePair(other.pairs, address, bin, slot);
    });
  }

  #mergeSource(theirs: Uint32Array, from: number): void {
    const first = theirs[from + slotFirst] ?? 0;
    const last = theirs[from + slotLast] ?? 0;
    const at = this.sources.place(theirs[from + slotAddress] ?? 0, first);
    const { slots } = this.sources;
    slots[at + slotFirst] = Math.min(first, slots[at + slotFirst] ?? 0);
    slots[at + slotLast] = Math.max(last, slots[at + slotLast] ?? 0);
    for (let word = slotProbes; word < slotProbes + 3; word++) slots[at + word] = (slots[at + word] ?? 0) + (theirs[from + word] ?? 0);
  }

  #mergePair(theirs: PairSet, address: number, bin: number, slot: number): void {
    let isNew = false;
    if (this.pairs.counts !== null && theirs.counts !== null) {
      for (let variant = 0; variant < 3; variant++) isNew = this.pairs.addProbes(address, bin, variant, theirs.counts[slot * 3 + variant] ?? 0) || isNew;
    } else isNew = this.pairs.add(address, bin);
    if (!isNew) return;
    const at = this.sources.place(address, 0);
    this.sources.slots[at + slotBins] = (this.sources.slots[at + slotBins] ?? 0) + 1;
    const binAt = this.bins.place(bin);
    this.bins.counts[binAt + binSources] = (this.bins.counts[binAt + binSources] ?? 0) + 1;
  }
}
