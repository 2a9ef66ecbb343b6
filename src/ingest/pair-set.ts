import { fullest, growth, release, slotOf, spread } from "./slot-hash.ts";

/**
 * The set of (source, bin): what makes "unique in this bin" exact when lines are out of order or spread over files.
 * Eight bytes a slot: the address, and the bin plus one (0 = free).
 */
export class PairSet {
  size = 0;
  slots: Uint32Array;
  /** Probes by variant of each pair, three words a slot; kept only where asked for. */
  counts: Uint32Array | null;
  #capacity: number;

  /** @param counted true to keep the number of probes by variant of each pair */
  constructor(counted = false, expected = 1024) {
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
  #place(address: number, bin: number): number {
    if (this.size >= this.#capacity * fullest) this.#grow();
    const { slots } = this;
    const capacity = this.#capacity;
    let slot = slotOf(spread(address ^ Math.imul(bin, 0x9e37_79b1)), capacity);
    for (;;) {
      const mark = slots[slot * 2 + 1] ?? 0;
      if (mark === 0) {
        slots[slot * 2] = address;
        slots[slot * 2 + 1] = bin + 1;
        this.size++;
        return slot;
      }
      if (mark === bin + 1 && slots[slot * 2] === address) return slot;
      if (++slot === capacity) slot = 0;
    }
  }

  /** Adds a pair; true where it was not there before. `bin` is below 2^32 - 1. */
  add(address: number, bin: number): boolean {
    const before = this.size;
    this.#place(address, bin);
    return this.size > before;
  }

  /** Adds `probes` of a variant to a pair; true where the pair was not there before. Only where counts are kept. */
  addProbes(address: number, bin: number, variant: number, probes: number): boolean {
    const before = this.size;
    const slot = this.#place(address, bin);
    if (this.counts !== null) this.counts[slot * 3 + variant] = (this.counts[slot * 3 + variant] ?? 0) + probes;
    return this.size > before;
  }

  /** Calls `visit` with address, bin and slot number of every pair, in no order. */
  each(visit: (address: number, bin: number, slot: number) => void): void {
    const { slots } = this;
    for (let slot = 0; slot * 2 < slots.length; slot++) {
      const mark = slots[slot * 2 + 1] ?? 0;
      if (mark !== 0) visit(slots[slot * 2] ?? 0, mark - 1, slot);
    }
  }

  #grow(): void {
    const next = new PairSet(this.counts !== null, (this.#capacity * growth) * fullest);
    this.each((address, bin, from) => {
      const to = next.#place(address, bin);
      if (this.counts === null || next.counts === null) return;
      for (let variant = 0; variant < 3; variant++) next.counts[to * 3 + variant] = this.counts[from * 3 + variant] ?? 0;
    });
    release(this.slots);
    if (this.counts !== null) release(this.counts);
    this.slots = next.slots;
    this.counts = next.counts;
    this.#capacity = next.#capacity;
  }
}
