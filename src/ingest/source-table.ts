import { fullest, growth, release, slotOf, spread } from "./slot-hash.ts";

/** Words of a slot, of 32 bits each: 32 bytes a slot, half a line of the processor's cache. */
export const slotWords = 8;
/** Place within a slot of the source's address, as an unsigned 32-bit number. */
export const slotAddress = 0;
/** Place of the time it was first seen, seconds since 1970, UTC. */
export const slotFirst = 1;
/** Place of the time it was last seen, seconds since 1970, UTC. */
export const slotLast = 2;
/** Place of the first of its counts of probes by variant, which stand at 3, 4 and 5, in the order of `variants`. */
export const slotProbes = 3;
/** Place of the bin of the probe last added, so that a burst asks the pair set once. */
export const slotLastBin = 6;
/** Place of the number of bins the source was seen in. */
export const slotBins = 7;
const noBin = 0xffff_ffff;

/**
 * Every source once: an open-addressing table over one typed array. Exact; no address is ever merged with another.
 * A slot is taken when it has probes, so that 0.0.0.0 is a key like any other.
 */
export class SourceTable {
  size = 0;
  slots: Uint32Array;
  #capacity: number;

  /** @param expected number of sources to make room for */
  constructor(expected = 8192) {
    this.#capacity = Math.ceil(expected / fullest) + 1;
    this.slots = new Uint32Array(this.#capacity * slotWords);
  }

  /** A table over slots made by another table: a stored or transferred one. */
  static over(slots: Uint32Array, size: number): SourceTable {
    const table = new SourceTable(1);
    table.slots = slots;
    table.#capacity = slots.length / slotWords;
    table.size = size;
    return table;
  }

  /** Place in `slots` where the slot of an address begins; an unseen address gets a slot with first = last = `time` and no probes yet. */
  place(address: number, time: number): number {
    if (this.size >= this.#capacity * fullest) this.#grow();
    const { slots } = this;
    const capacity = this.#capacity;
    let slot = slotOf(spread(address), capacity);
    for (;;) {
      const at = slot * slotWords;
      if (((slots[at + 3] ?? 0) | (slots[at + 4] ?? 0) | (slots[at + 5] ?? 0)) === 0) {
        slots[at] = address;
        slots[at + slotFirst] = time;
        slots[at + slotLast] = time;
        slots[at + slotLastBin] = noBin;
        this.size++;
        return at;
      }
      if (slots[at] === address) return at;
      if (++slot === capacity) slot = 0;
    }
  }

  /** Reads the slots where addresses would be looked for first, so that they are at hand when they are asked for. Changes nothing. */
  touch(addresses: Uint32Array, length: number): number {
    const { slots } = this;
    const capacity = this.#capacity;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += slots[slotOf(spread(addresses[i] ?? 0), capacity) * slotWords] ?? 0;
    return sum;
  }

  /** Calls `visit` with the place of every taken slot, in the order of the table (not of time or address). */
  each(visit: (at: number) => void): void {
    const { slots } = this;
    for (let at = 0; at < slots.length; at += slotWords) {
      if (((slots[at + 3] ?? 0) | (slots[at + 4] ?? 0) | (slots[at + 5] ?? 0)) !== 0) visit(at);
    }
  }

  /** Moves all sources to a wider table. Slots are in order of hash in both, so memory is walked from front to back. */
  #grow(): void {
    const old = this.slots;
    const capacity = Math.ceil(this.#capacity * growth) + 1;
    const slots = new Uint32Array(capacity * slotWords);
    for (let at = 0; at < old.length; at += slotWords) {
      if (((old[at + 3] ?? 0) | (old[at + 4] ?? 0) | (old[at + 5] ?? 0)) === 0) continue;
      let slot = slotOf(spread(old[at] ?? 0), capacity);
      while (((slots[slot * slotWords + 3] ?? 0) | (slots[slot * slotWords + 4] ?? 0) | (slots[slot * slotWords + 5] ?? 0)) !== 0) if (++slot === capacity) slot = 0;
      const to = slot * slotWords;
      for (let word = 0; word < slotWords; word++) slots[to + word] = old[at + word] ?? 0;
    }
    this.slots = slots;
    this.#capacity = capacity;
    release(old);
  }
}
