import { factorOf, release, shiftOf, type Size, sizeFor, slotIn, spread } from "./slot-hash.ts";

const hashOf = (source: number, mark: number): number => spread(source ^ Math.imul(mark, 0x9e37_79b1));

/**
 * The set of (source, bin): what makes "unique in this bin" exact when lines are out of order or spread over files.
 * Eight bytes a slot: the number of the source in its table, and the bin plus one (0 = free).
 */
export class PairSet {
  size = 0;
  slots: Int32Array;
  /** Probes by variant of each pair, three words a slot; kept only where asked for. */
  counts: Uint32Array | null;
  #size: Size;
  /** The slots at which a batch is looked for first. */
  #places = new Int32Array(0);

  /** @param counted true to keep the number of probes by variant of each pair */
  constructor(counted = false) {
    this.#size = sizeFor(8192);
    this.slots = new Int32Array(this.#size.slots * 2);
    this.counts = counted ? new Uint32Array(this.#size.slots * 3) : null;
  }

  /** A set over slots made by another set. */
  static over(slots: Int32Array, counts: Uint32Array | null, size: number): PairSet {
    const set = new PairSet();
    set.#size = sizeFor(0);
    while (set.#size.slots * 2 < slots.length) set.#size = sizeFor(0, set.#size.step + 1);
    set.slots = slots;
    set.counts = counts;
    set.size = size;
    return set;
  }

  /**
   * Adds pairs, as many as `length` says. Those that were not there before are moved to the front of `sources` and `bins`, in their order.
   * Slots are first all read, so that the processor can fetch many of a large table at once.
   * @param bins below 2^32 - 1
   * @param variants of one probe for each pair, counted where counts are kept
   * @returns how many were not there before
   */
  add(sources: Int32Array, bins: Uint32Array, variants: Uint8Array, length: number): number {
    this.#makeRoom(length);
    const { slots: words, counts } = this;
    const { slots } = this.#size;
    const shift = shiftOf(this.#size);
    const factor = factorOf(this.#size);
    const places = this.#places.length < length ? (this.#places = new Int32Array(length)) : this.#places;
    let read = 0;
    for (let i = 0; i < length; i++) {
      const slot = slotIn(hashOf(sources[i] ?? 0, (bins[i] ?? 0) + 1), shift, factor);
      places[i] = slot;
      read |= words[slot * 2] ?? 0;
    }
    const before = this.size;
    // Sources are small numbers, so that the reads make this true and are not left out.
    let added = read > -1 ? 0 : -1;
    for (let i = 0; i < length; i++) {
      const source = sources[i] ?? 0;
      const bin = bins[i] ?? 0;
      const mark = (bin + 1) | 0;
      let slot = places[i] ?? 0;
      let there = words[slot * 2 + 1] ?? 0;
      while (there !== 0 && (there !== mark || words[slot * 2] !== source)) {
        if (++slot === slots) slot = 0;
        there = words[slot * 2 + 1] ?? 0;
      }
      if (there === 0) {
        words[slot * 2] = source;
        words[slot * 2 + 1] = mark;
        sources[added] = source;
        bins[added] = bin;
        added++;
      }
      if (counts !== null) {
        const place = slot * 3 + (variants[i] ?? 0);
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    this.size = before + added;
    return added;
  }

  /** Adds what another set counted of a pair; true where the pair was not there before. Only where counts are kept. */
  addCounts(source: number, bin: number, probes: Uint32Array, at: number): boolean {
    this.#makeRoom(1);
    const { slots } = this.#size;
    const mark = (bin + 1) | 0;
    let slot = slotIn(hashOf(source, mark), shiftOf(this.#size), factorOf(this.#size));
    while (this.slots[slot * 2 + 1] !== 0 && (this.slots[slot * 2 + 1] !== mark || this.slots[slot * 2] !== source)) if (++slot === slots) slot = 0;
    if (this.counts !== null) for (let variant = 0; variant < 3; variant++) this.counts[slot * 3 + variant] = (this.counts[slot * 3 + variant] ?? 0) + (probes[at + variant] ?? 0);
    if (this.slots[slot * 2 + 1] !== 0) return false;
    this.slots[slot * 2] = source;
    this.slots[slot * 2 + 1] = mark;
    this.size++;
    return true;
  }

  /** The bin of the pair in a taken slot. */
  binOf(slot: number): number {
    return ((this.slots[slot * 2 + 1] ?? 0) >>> 0) - 1;
  }

  /** Calls `visit` with source, bin and slot number of every pair, in no order. */
  each(visit: (source: number, bin: number, slot: number) => void): void {
    const { slots } = this;
    for (let slot = 0; slot * 2 < slots.length; slot++) {
      const mark = slots[slot * 2 + 1] ?? 0;
      if (mark !== 0) visit(slots[slot * 2] ?? 0, (mark >>> 0) - 1, slot);
    }
  }

  /** Moves all pairs to a wider table where this one cannot take so many more. Slots are in order of hash in both, so memory is walked from front to back. */
  #makeRoom(more: number): void {
    const size = sizeFor(this.size + more, this.#size.step);
    if (size.step === this.#size.step) return;
    const { slots: old, counts: oldCounts } = this;
    const shift = shiftOf(size);
    const factor = factorOf(size);
    const slots = new Int32Array(size.slots * 2);
    const counts = oldCounts === null ? null : new Uint32Array(size.slots * 3);
    for (let from = 0; from * 2 < old.length; from++) {
      const mark = old[from * 2 + 1] ?? 0;
      if (mark === 0) continue;
      const source = old[from * 2] ?? 0;
      let to = slotIn(hashOf(source, mark), shift, factor);
      while (slots[to * 2 + 1] !== 0) if (++to === size.slots) to = 0;
      slots[to * 2] = source;
      slots[to * 2 + 1] = mark;
      if (counts === null || oldCounts === null) continue;
      for (let variant = 0; variant < 3; variant++) counts[to * 3 + variant] = oldCounts[from * 3 + variant] ?? 0;
    }
    release(old);
    if (oldCounts !== null) release(oldCounts);
    this.slots = slots;
    this.counts = counts;
    this.#size = size;
  }
}
