import { above } from "./argument.ts";
import { bracketAbove, findRising } from "./find-root.ts";

/** Mean probes of a source among the sources seen at all, when all hosts expect so many: λ / (1 − e^−λ). Rises from 1. */
export const meanOfSeen = (expectedHits: number): number => (expectedHits === 0 ? 1 : expectedHits / -Math.expm1(-expectedHits));

/**
 * Hits each host was expected to score, from the mean number of probes of the sources seen: solves λ / (1 − e^−λ) = mean.
 * Sources that scored none are missing from a log, so the plain mean is too high. Divide by the packets of an attempt first
 * where a probe is a packet. Throws ModelArgumentError unless the mean is above 1.
 */
export function hitsOfMeanSeen(meanPerSeenSource: number): number {
  above("meanPerSeenSource", meanPerSeenSource, 1);
  return findRising(meanOfSeen, meanPerSeenSource, 0, bracketAbove(meanOfSeen, meanPerSeenSource, 1));
}
