import { factorOf, release, shiftOf, type Size, sizeFor, slotIn, spread } from "./slot-hash.ts";

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
  #index: Int32Array;
  #size: Size;

  /** @param expected number of sources to make room for in the index */
  constructor(expected = 8192) {
    this.#size = sizeFor(expected);
    this.#index = new Int32Array(this.#size.slots * 2);
  }

  /** A table over blocks made by another table: stored or transferred ones. Its index is made when it is first asked. */
  static over(blocks: readonly Uint32Array[], size: number): SourceTable {
    const table = new SourceTable(0);
    table.blocks.push(...blocks);
    table.size = size;
    table.#index = new Int32Array(0);
    return table;
  }

  /** The block in which the words of a source stand, from `at(number)` on. */
  block(number: number): Uint32Array {
    const words = this.blocks[number >>> blockBits];
    if (words === undefined) throw new RangeError(`there is no source ${number}`);
    return words;
  }

  /** Where in its block the words of a source begin. */
  at(number: number): number {
    return (number & (blockSources - 1)) * sourceWords;
  }

  /**
   * Looks up addresses, as many as `length` says, and writes their numbers. An unseen one gets the next number, with first = last = its time,
   * its bin, and no probes yet. Slots are first all read, so that the processor can fetch many of a large table at once.
   * @returns nothing of meaning: a sum, which keeps the reads from being left out
   */
  enter(addresses: Uint32Array, times: Uint32Array, bins: Uint32Array, numbers: Int32Array, length: number): number {
    this.#makeRoom(length);
    const index = this.#index;
    const { slots } = this.#size;
    const shift = shiftOf(this.#size);
    const factor = factorOf(this.#size);
    let read = 0;
    for (let i = 0; i < length; i++) {
      const slot = slotIn(spread(addresses[i] ?? 0), shift, factor);
      numbers[i] = slot;
      read += index[slot * 2] ?? 0;
    }
    for (let i = 0; i < length; i++) {
      const address = (addresses[i] ?? 0) | 0;
      let slot = numbers[i] ?? 0;
      let mark = index[slot * 2 + 1] ?? 0;
      while (mark !== 0 && index[slot * 2] !== address) {
        if (++slot === slots) slot = 0;
        mark = index[slot * 2 + 1] ?? 0;
      }
      if (mark === 0) {
        mark = this.#append(address, times[i] ?? 0, bins[i] ?? 0) + 1;
        index[slot * 2] = address;
        index[slot * 2 + 1] = mark;
      }
      numbers[i] = mark - 1;
      read += this.block(mark - 1)[this.at(mark - 1)] ?? 0;
    }
    return read;
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

  /** Calls `visit` with the block of every source, the place of its words there, and its number, in order of number. */
  each(visit: (words: Uint32Array, at: number, number: number) => void): void {
    for (let number = 0; number < this.size; number++) visit(this.block(number), this.at(number), number);
  }

  /** Widens the index where it cannot take so many more, or makes it where there is none. */
  #makeRoom(more: number): void {
    const size = sizeFor(this.size + more, this.#size.step);
    const old = this.#index;
    if (size.step === this.#size.step && old.length > 0) return;
    const index = new Int32Array(size.slots * 2);
    if (old.length === 0) this.each((words, at, number) => {
      note(index, size, words[at + sourceAddress] ?? 0, number + 1);
    });
    // Slots are in order of hash in both, so memory is walked from front to back.
    for (let from = 0; from < old.length; from += 2) if (old[from + 1] !== 0) note(index, size, old[from] ?? 0, old[from + 1] ?? 0);
    this.#index = index;
    this.#size = size;
    release(old);
  }
}

/** Enters an address that is not in the index. */
function note(index: Int32Array, size: Size, address: number, mark: number): void {
  let slot = slotIn(spread(address), shiftOf(size), factorOf(size));
  while (index[slot * 2 + 1] !== 0) if (++slot === size.slots) slot = 0;
  index[slot * 2] = address;
  index[slot * 2 + 1] = mark;
}
