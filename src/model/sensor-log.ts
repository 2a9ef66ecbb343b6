import { drawPoisson } from "./draw-poisson.ts";
import type { Random } from "./random.ts";

/** What one simulated sensor logged. Bins are equal and follow each other from hour 0. */
export interface SensorCounts {
  readonly monitoredAddresses: number;
  /** Hits in each bin: attempts that arrived. */
  readonly hits: readonly number[];
  /** Distinct addresses in each bin. May not be added up. */
  readonly distinct: readonly number[];
  /** Addresses never seen before, in each bin. */
  readonly fresh: readonly number[];
  /** Distinct addresses from hour 0 to the end of each bin. */
  readonly cumulative: readonly number[];
  /** Addresses seen exactly once, and exactly twice, in the whole run. */
  readonly seenOnce: number;
  readonly seenTwice: number;
}

/** A sensor at work: told of each stretch of time in which a host scanned from one address, it draws the hits it logged. */
export class SensorLog {
  readonly #monitoredAddresses: number;
  readonly #binHours: number;
  readonly #hits: Float64Array;
  readonly #distinct: Float64Array;
  readonly #fresh: Float64Array;
  /** Bin in which a host's present address was last seen; −1 for never. */
  readonly #lastBin: Int32Array;
  /** Hits of a host's present address. */
  readonly #ofAddress: Int32Array;
  readonly #stretch: Int32Array;
  #seenOnce = 0;
  #seenTwice = 0;

  constructor(monitoredAddresses: number, hosts: number, bins: number, binHours: number) {
    this.#monitoredAddresses = monitoredAddresses;
    this.#binHours = binHours;
    this.#hits = new Float64Array(bins);
    this.#distinct = new Float64Array(bins);
    this.#fresh = new Float64Array(bins);
    this.#lastBin = new Int32Array(hosts).fill(-1);
    this.#ofAddress = new Int32Array(hosts);
    this.#stretch = new Int32Array(bins);
  }

  /** A host scanned from one address between two hours, scoring so many hits an hour here on average. Stretches of one host come in order of time. */
  watch(random: Random, host: number, fromHour: number, toHour: number, hitsPerHour: number): void {
    const last = Math.min(this.#stretch.length - 1, Math.floor(toHour / this.#binHours));
    const first = Math.min(last, Math.floor(fromHour / this.#binHours));
    if (hitsPerHour * this.#binHours > 1) {
      for (let bin = first; bin <= last; bin += 1) {
        const hours = Math.min(toHour, (bin + 1) * this.#binHours) - Math.max(fromHour, bin * this.#binHours);
        this.#record(host, bin, drawPoisson(random, hitsPerHour * hours));
      }
      return;
    }
    // Few hits: draw how many in all, then when. The hits of a Poisson process, once counted, lie evenly over the stretch.
    const hits = drawPoisson(random, hitsPerHour * (toHour - fromHour));
    if (hits === 0) return;
    this.#stretch.fill(0, first, last + 1);
    for (let k = 0; k < hits; k += 1) {
      const bin = Math.min(last, Math.floor((fromHour + random() * (toHour - fromHour)) / this.#binHours));
      this.#stretch[bin] = (this.#stretch[bin] ?? 0) + 1;
    }
    for (let bin = first; bin <= last; bin += 1) this.#record(host, bin, this.#stretch[bin] ?? 0);
  }

  #record(host: number, bin: number, hits: number): void {
    if (hits === 0) return;
    const lastBin = this.#lastBin[host] ?? -1;
    this.#hits[bin] = (this.#hits[bin] ?? 0) + hits;
    if (lastBin < 0) this.#fresh[bin] = (this.#fresh[bin] ?? 0) + 1;
    if (lastBin !== bin) this.#distinct[bin] = (this.#distinct[bin] ?? 0) + 1;
    this.#lastBin[host] = bin;
    this.#ofAddress[host] = (this.#ofAddress[host] ?? 0) + hits;
  }

  /** True when the host's present address has been seen. */
  hasSeen(host: number): boolean {
    return (this.#lastBin[host] ?? -1) >= 0;
  }

  /** The host gives up its present address; what it sends from now on comes from a new one. */
  endAddress(host: number): void {
    const hits = this.#ofAddress[host] ?? 0;
    if (hits === 1) this.#seenOnce += 1;
    if (hits === 2) this.#seenTwice += 1;
    this.#ofAddress[host] = 0;
    this.#lastBin[host] = -1;
  }

  /** What was logged, to be read after the last address has ended. */
  counts(): SensorCounts {
    let total = 0;
    const cumulative = Array.from(this.#fresh, (fresh) => (total += fresh));
    return { monitoredAddresses: this.#monitoredAddresses, hits: [...this.#hits], distinct: [...this.#distinct], fresh: [...this.#fresh], cumulative, seenOnce: this.#seenOnce, seenTwice: this.#seenTwice };
  }
}
