/**
 * Spreads a 32-bit number over all 32 bits: the finaliser of MurmurHash3 (Austin Appleby, public domain).
 * Neighbouring addresses land far apart, so that linear probing stays short.
 */
export function spread(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return h ^ (h >>> 16);
}

/**
 * The size of a table: two or three times a power of two slots, so that tables grow by a half or a third. Doubling would leave them too
 * empty and copy into twice the memory. Its step is even for powers of two.
 */
export interface Size {
  readonly step: number;
  readonly slots: number;
}

/** The size of a step. @param step from 0 (2 slots) to 58 */
export const sizeOf = (step: number): Size => ({ step, slots: (2 + (step & 1)) * 2 ** (step >> 1) });

/** Tables are at most this full. Linear probing then looks at some four slots for an absent key. */
const fullest = 0.7;

/** The smallest size, at least that of `step`, that holds so many entries. */
export function sizeFor(entries: number, step = 0): Size {
  let size = sizeOf(step);
  while (size.slots * fullest < entries) size = sizeOf(size.step + 1);
  return size;
}

/** What `slotIn` needs of a size: a shift to the right and a factor, 2 or 3. */
export const shiftOf = ({ step }: Size): number => 32 - (step >> 1) - 1;
export const factorOf = ({ step }: Size): number => 2 + (step & 1);

/** The slot of a spread hash: the hash as a fraction of 2^32 of the table. Slots are therefore in order of hash in a table of any size. */
export const slotIn = (hash: number, shift: number, factor: number): number => Math.imul(hash >>> shift, factor) >>> 1;

/** Gives the memory of an outgrown table back at once: waiting for the collector would hold two or three of them. */
export function release(array: Int32Array | Uint32Array): void {
  if (array.buffer instanceof ArrayBuffer) array.buffer.transfer(0);
}
