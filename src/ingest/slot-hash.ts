/**
 * Spreads a 32-bit number over all 32 bits: the finaliser of MurmurHash3 (Austin Appleby, public domain).
 * Neighbouring addresses land far apart, so that linear probing stays short.
 */
export function spread(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The slot of a spread hash in a table of `capacity` slots: the hash as a fraction of 2^32, so that any capacity will do. */
export const slotOf = (hash: number, capacity: number): number => Math.floor((hash * capacity) / 4_294_967_296);

/** Tables are at most this full. Linear probing then looks at some four slots for an absent key. */
export const fullest = 0.7;
/** A full table grows by this factor: doubling would leave it too empty and copy into twice the memory. */
export const growth = 1.45;

/** Gives the memory of an outgrown table back at once: waiting for the collector would hold two or three of them. */
export function release(array: Uint32Array): void {
  if (array.buffer instanceof ArrayBuffer) array.buffer.transfer(0);
}
