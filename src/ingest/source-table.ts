import { fullest, growth, release, slotOf, spread } from "./slot-hash.ts";

/** Words of a source, of 32 bits each. */
export const sourceWords = 8;
/** Places within the words of a source. Counts of probes by variant stand at 3, 4 and 5, in the order of `variants`. */
export const sourceAddress = 0;
export const sourceFirst = 1;
export const sourceLast = 2;
export const sourceProbes = 3;
/** The bin of the probe met first. */
export const sourceBin = 6;
/** Number of bins the source was seen in. */
export const sourceBins = 7;

/** Sources of a block: 512 KiB. A table grows by whole blocks, and nothing of it is ever copied. */
const blockBits = 14;
const blockSources = 1 << blockBits;

/**
 * Every source once, numbered in the order in which they were met; an open-addressing index finds the number of an address.
 * Exact; no address is ever merged with another.
 */
export class SourceTable {
  size = 0;
  /** Words of the sources, in order of their numbers. */
  readonly blocks: Uint32Array[] = [];
  /** Two words a slot: an address, and its number plus one (0 = free). */
  #index: Uint32Array;
  #capacity: number;

  /** @param expected number of sources to make room for in the index */
  constructor(expected = 8192) {
    this.#capacity = Math.ceil(expected / fullest) + 1;
    this.#index = new Uint32Array(this.#capacity * 2);
  }

  /** A table over blocks made by another table: stored or transferred ones. */
  static over(blocks: readonly Uint32Array[], size: number): SourceTable {
    const table = new SourceTable(size);
    table.blocks.push(...blocks);
    table.size = size;
    table.each((words, at, number) => {
      table.#index.set([words[at + sourceAddress] ?? 0, number + 1], table.#free(table.#index, table.#capacity, words[at + sourceAddress] ?? 0) * 2);
    });
    return table;
  }

  /** The words of the block in which a source stands; its own begin at `at(number)`. */
  block(number: number): Uint32Array {
    const words = this.blocks[number >>> blockBits];
    if (words === undefined) throw new RangeError(`there is no source ${number}`);
    return words;
  }

  /** Where in its block the words of a source begin. */
  at(number: number): number {
    return (number & (blockSources - 1)) * sourceWords;
  }

  /** The first free slot for an address. */
  #free(index: Uint32Array, capacity: number, address: number): number {
    let slot = slotOf(spread(address), capacity);
    while (index[slot * 2 + 1] !== 0) if (++slot === capacity) slot = 0;
    return slot;
  }

  /** Number of an address. An unseen one gets the next, with first = last = `time`, the bin given, and no probes yet. */
  place(address: number, time: number, bin: number): number {
    if (this.size >= this.#capacity * fullest) this.#grow();
    const index = this.#index;
    const capacity = this.#capacity;
    let slot = slotOf(spread(address), capacity);
    for (;;) {
      const number = index[slot * 2 + 1] ?? 0;
      if (number === 0) {
        index[slot * 2] = address;
        index[slot * 2 + 1] = this.size + 1;
        return this.#append(address, time, bin);
      }
      if (index[slot * 2] === address) return number - 1;
      if (++slot === capacity) slot = 0;
    }
  }

  #append(address: number, time: number, bin: number): number {
    const number = this.size++;
    if ((number & (blockSources - 1)) === 0) this.blocks.push(new Uint32Array(blockSources * sourceWords));
    const words = this.block(number);
    const at = this.at(number);
    words[at + sourceAddress] = address;
    words[at + sourceFirst] = time;
    words[at + sourceLast] = time;
    words[at + sourceBin] = bin;
    return number;
  }

  /** Reads the slots where addresses would be looked for first, so that they are at hand when they are asked for. Changes nothing. */
  touch(addresses: Uint32Array, length: number): number {
    const index = this.#index;
    const capacity = this.#capacity;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += index[slotOf(spread(addresses[i] ?? 0), capacity) * 2] ?? 0;
    return sum;
  }

  /** Calls `visit` with the block of every source, the place of its words there, and its number, in order of number. */
  each(visit: (words: Uint32Array, at: number, number: number) => void): void {
    for (let number = 0; number < this.size; number++) visit(this.block(number), this.at(number), number);
  }

  /** Widens the index. Slots are in order of hash in both, so memory is walked from front to back. */
  #grow(): void {
    const old = this.#index;
    const capacity = Math.ceil(this.#capacity * growth) + 1;
    const index = new Uint32Array(capacity * 2);
    for (let from = 0; from < old.length; from += 2) {
      const number = old[from + 1] ?? 0;
      if (number === 0) continue;
      const address = old[from] ?? 0;
      const to = this.#free(index, capacity, address) * 2;
      index[to] = address;
      index[to + 1] = number;
    }
    this.#index = index;
    this.#capacity = capacity;
    release(old);
  }
}
