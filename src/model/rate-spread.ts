import { positive } from "./argument.ts";

/**
 * Share of hosts (0..1) seen when rates differ by a gamma distribution: 1 − (1 + λ/k)^−k, λ the mean of the expected hits and k the
 * shape (small = unequal; without end = all alike). Always below the share for equal rates of the same mean. Throws ModelArgumentError.
 */
export const seenShareGamma = (meanHits: number, shape: number): number => -Math.expm1(-positive("shape", shape) * Math.log1p(positive("meanHits", meanHits) / shape));
