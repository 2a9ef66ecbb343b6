import { notNegative, positive, positiveBelow, share } from "./argument.ts";
import { findRising, bracketAbove } from "./find-root.ts";

/**
 * Share of hosts (0..1) seen when rates differ by a gamma distribution: 1 − (1 + λ/k)^−k, λ the mean of the expected hits and k the
 * shape (small = unequal; without end = all alike). Always below the share for equal rates of the same mean. Throws ModelArgumentError.
 */
export const seenShareGamma = (meanHits: number, shape: number): number => -Math.expm1(-positive("shape", shape) * Math.log1p(positive("meanHits", meanHits) / shape));

/** One kind of host in a mixture. */
export interface HostKind {
  /** Share (0..1) of all hosts. */
  readonly share: number;
  /** Hits one such host is expected to score in the window. */
  readonly expectedHits: number;
}

/** Share of hosts (0..1) seen when hosts come in kinds. The shares must add up to 1. Throws ModelArgumentError. */
export function seenShareMixture(kinds: readonly HostKind[]): number {
  const total = kinds.reduce((sum, kind) => sum + share("share", kind.share), 0);
  // Shares typed as decimals miss 1 by rounding; a missing kind misses it by far more.
  notNegative("1e-9 - |sum of shares - 1|", 1e-9 - Math.abs(total - 1));
  return kinds.reduce((sum, kind) => sum + kind.share * -Math.expm1(-notNegative("expectedHits", kind.expectedHits)), 0);
}

/**
 * Shape of the gamma distribution under which a mean of `meanHits` a host leaves only the given share (0..1) seen.
 * Throws ModelArgumentError where the share is not below what equal rates would show: then no spread is needed.
 */
export function gammaShapeOfSeen(meanHits: number, seen: number): number {
  positiveBelow("seenShare", seen, -Math.expm1(-positive("meanHits", meanHits)));
  const bySize = (shape: number): number => seenShareGamma(meanHits, shape);
  return findRising(bySize, seen, Number.MIN_VALUE, bracketAbove(bySize, seen, 1));
}
