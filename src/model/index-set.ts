/** Some of the whole numbers 0 … size − 1: add, remove and pick the k-th, each in constant time. Keeps two arrays of its own. */
export class IndexSet {
  count = 0;
  readonly #members: Int32Array;
  readonly #place: Int32Array;

  constructor(size: number) {
    this.#members = new Int32Array(size);
    this.#place = new Int32Array(size).fill(-1);
  }

  /** The k-th member in no particular order, k from 0 to count − 1. */
  at(k: number): number {
    return this.#members[k] ?? 0;
  }

  has(index: number): boolean {
    return (this.#place[index] ?? -1) >= 0;
  }

  add(index: number): void {
    if (this.has(index)) return;
    this.#members[this.count] = index;
    this.#place[index] = this.count;
    this.count += 1;
  }

  /** Removes a member by moving the last one into its place. */
  remove(index: number): void {
    const place = this.#place[index] ?? -1;
    if (place < 0) return;
    this.count -= 1;
    const last = this.at(this.count);
    this.#members[place] = last;
    this.#place[last] = place;
    this.#place[index] = -1;
  }
}
