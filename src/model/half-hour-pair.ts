import { ipv4Addresses } from "./address-space.ts";
import { positive, positiveUpTo, wholeNumber } from "./argument.ts";
import { bracketAbove, findRising } from "./find-root.ts";

/** A distinct count in one typical part of a window, and the distinct count of the whole window. */
export interface CountPair {
  /** Distinct sources in one part, taken as typical of all parts. */
  readonly partCount: number;
  /** Distinct sources in the whole window. */
  readonly wholeCount: number;
  /** Equal parts of the window; 16 half-hours in 8 hours. */
  readonly parts: number;
}

/** What a pair of counts says about sensor and population: one population, or none. */
export type PairSolution =
  | { readonly kind: "solved"; /** Hits each host is expected to score in the whole window. */ readonly expectedHits: number; readonly hosts: number }
  | { readonly kind: "refused"; readonly reason: string };

/** Part over whole when each host expects so many hits in the whole window: (1 − e^(−L/parts)) / (1 − e^−L). Rises from 1/parts to 1. */
export const partShare = (expectedHits: number, parts: number): number => Math.expm1(-expectedHits / parts) / Math.expm1(-expectedHits);

/**
 * Solves part = N(1 − e^(−L/parts)) and whole = N(1 − e^−L) for L and N, a constant population of uniform scanners.
 * Refuses, as a result, where no population fits: if the parts together do not exceed the whole, sources never recur and
 * any population however large would do; if one part equals the whole, the sensor sees everything at once.
 * Close to the first edge the answer moves from thousands to infinity, so the pair decides little. Throws ModelArgumentError on nonsense.
 */
export function solveCountPair({ partCount, wholeCount, parts }: CountPair): PairSolution {
  wholeNumber("parts", parts, 2);
  positiveUpTo("partCount", partCount, positive("wholeCount", wholeCount));
  if (partCount * parts <= wholeCount) return { kind: "refused", reason: `no finite population: ${parts} parts of ${partCount} do not exceed the whole of ${wholeCount}` };
  if (partCount === wholeCount) return { kind: "refused", reason: "one part already holds the whole, so any larger sensor fits as well" };
  const ratio = (hits: number): number => partShare(hits, parts);
  const target = partCount / wholeCount;
  const expectedHits = findRising(ratio, target, Number.EPSILON, bracketAbove(ratio, target, 1));
  return { kind: "solved", expectedHits, hosts: wholeCount / -Math.expm1(-expectedHits) };
}

/** Addresses a sensor must watch for each host to score the expected hits in the window. Throws ModelArgumentError. */
export function addressesOfHits(expectedHits: number, ratePerMinute: number, windowHours: number, scannedAddresses = ipv4Addresses): number {
  const attempts = positive("ratePerMinute", ratePerMinute) * 60 * positive("windowHours", windowHours);
  return (positive("expectedHits", expectedHits) * positive("scannedAddresses", scannedAddresses)) / attempts;
}
