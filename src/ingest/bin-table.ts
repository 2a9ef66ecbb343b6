/** Words of a bin: probes by variant, and distinct sources. */
export const binWords = 4;
/** Place within a bin of its distinct sources; the probes by variant stand before it. */
export const binSources = 3;

/** Counts by bin, in the order in which bins were first met. A bin is a number: seconds since 1970 divided by the width, rounded down. */
export class BinTable {
  counts = new Float64Array(64 * binWords);
  #places = new Map<number, number>();
  #lastBin = -1;
  #lastAt = 0;

  get size(): number {
    return this.#places.size;
  }

  /** Place in `counts` where a bin's words begin. */
  place(bin: number): number {
    if (bin === this.#lastBin) return this.#lastAt;
    let at = this.#places.get(bin);
    if (at === undefined) {
      at = this.#places.size * binWords;
      if (at === this.counts.length) {
        const wider = new Float64Array(this.counts.length * 2);
        wider.set(this.counts);
        this.counts = wider;
      }
      this.#places.set(bin, at);
    }
    this.#lastBin = bin;
    this.#lastAt = at;
    return at;
  }

  /** Bins in order of time, each with the place of its words. */
  inOrder(): readonly (readonly [bin: number, at: number])[] {
    return [...this.#places].sort(([a], [b]) => a - b);
  }
}
