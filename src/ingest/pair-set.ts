import { fullest, growth, release, slotOf, spread } from "./slot-hash.ts";

const hashOf = (source: number, bin: number): number => spread(source ^ Math.imul(bin, 0x9e37_79b1));

/**
 * The set of (source, bin): what makes "unique in this bin" exact when lines are out of order or spread over files.
 * Eight bytes a slot: the number of the source in its table, and the bin plus one (0 = free).
 */
export class PairSet {
  size = 0;
  slots: Uint32Array;
  /** Probes by variant of each pair, three words a slot; kept only where asked for. */
  counts: Uint32Array | null;
  #capacity: number;

  /** @param counted true to keep the number of probes by variant of each pair */
  constructor(counted = false, expected = 8192) {
    this.#capacity = Math.ceil(expected / fullest) + 1;
    this.slots = new Uint32Array(this.#capacity * 2);
    this.counts = counted ? new Uint32Array(this.#capacity * 3) : null;
  }

  /** A set over slots made by another set. */
  static over(slots: Uint32Array, counts: Uint32Array | null, size: number): PairSet {
    const set = new PairSet(false, 1);
    set.slots = slots;
    set.counts = counts;
    set.#capacity = slots.length / 2;
    set.size = size;
    return set;
  }

  /** Place of a pair's slot, whether it was there or not; `size` tells which. */
  #place(source: number, bin: number): number {
    if (this.size >= this.#capacity * fullest) this.#grow();
    const { slots } = this;
    const capacity = this.#capacity;
    let slot = slotOf(hashOf(source, bin), capacity);
    for (;;) {
      const mark = slots[slot * 2 + 1] ?? 0;
      if (mark === 0) {
        slots[slot * 2] = source;
        slots[slot * 2 + 1] = bin + 1;
        this.size++;
        return slot;
      }
      if (mark === bin + 1 && slots[slot * 2] === source) return slot;
      if (++slot === capacity) slot = 0;
    }
  }

  /** Adds a pair; true where it was not there before. `bin` is below 2^32 - 1. */
  add(source: number, bin: number): boolean {
    const before = this.size;
    this.#place(source, bin);
    return this.size > before;
  }

  /** Adds `probes` of a variant to a pair; true where the pair was not there before. Only where counts are kept. */
  addProbes(source: number, bin: number, variant: number, probes: number): boolean {
    const before = this.size;
    const slot = this.#place(source, bin);
    if (this.counts !== null) this.counts[slot * 3 + variant] = (this.counts[slot * 3 + variant] ?? 0) + probes;
    return this.size > before;
  }

  /** Reads the slots where pairs would be looked for first, so that they are at hand when they are asked for. Changes nothing. */
  touch(sources: Uint32Array, bins: Uint32Array, length: number): number {
    const { slots } = this;
    const capacity = this.#capacity;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += slots[slotOf(hashOf(sources[i] ?? 0, bins[i] ?? 0), capacity) * 2] ?? 0;
    return sum;
  }

  /** Calls `visit` with source, bin and slot number of every pair, in no order. */
  each(visit: (source: number, bin: number, slot: number) => void): void {
    const { slots } = this;
    for (let slot = 0; slot * 2 < slots.length; slot++) {
      const mark = slots[slot * 2 + 1] ?? 0;
      if (mark !== 0) visit(slots[slot * 2] ?? 0, mark - 1, slot);
    }
  }

  /** Moves all pairs to a wider table. Slots are in order of hash in both, so memory is walked from front to back. */
  #grow(): void {
    const { slots: old, counts: oldCounts } = this;
    const capacity = Math.ceil(this.#capacity * growth) + 1;
    const slots = new Uint32Array(capacity * 2);
    const counts = oldCounts === null ? null : new Uint32Array(capacity * 3);
    for (let from = 0; from * 2 < old.length; from++) {
      const mark = old[from * 2 + 1] ?? 0;
      if (mark === 0) continue;
      const source = old[from * 2] ?? 0;
      let to = slotOf(hashOf(source, mark - 1), capacity);
      while (slots[to * 2 + 1] !== 0) if (++to === capacity) to = 0;
      slots[to * 2] = source;
      slots[to * 2 + 1] = mark;
      if (counts === null || oldCounts === null) continue;
      for (let variant = 0; variant < 3; variant++) counts[to * 3 + variant] = oldCounts[from * 3 + variant] ?? 0;
    }
    release(old);
    if (oldCounts !== null) release(oldCounts);
    this.slots = slots;
    this.counts = counts;
    this.#capacity = capacity;
  }
}
