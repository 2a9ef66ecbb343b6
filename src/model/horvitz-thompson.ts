import { positiveUpTo, properShare, wholeNumber } from "./argument.ts";
import { symmetricEstimate, type Estimate } from "./confidence.ts";

/** What must hold for weighting each seen host by one over its chance of being seen. */
export const horvitzThompsonAssumptions = [
  "the chance of being seen is above zero and known for every host that was seen",
  "a host with no chance of being seen is outside the population, so hosts that hardly scan do not count",
  "hosts are seen independently of each other",
  "one host is one source address",
] as const;

/** How the estimate errs where the assumptions fail. */
export const horvitzThompsonBias = "one average chance used for hosts of unequal rates makes the estimate too low; changing addresses make it too high";

/** A group of hosts seen, all with the same chance of being seen. */
export interface SeenGroup {
  readonly seen: number;
  /** Chance (0..1] that such a host is seen at least once. */
  readonly chance: number;
}

/**
 * Population by inverse probability: the sum of seen / chance, variance the sum of seen(1 − chance)/chance².
 * One group gives count / P. The interval does not go below what was seen. Throws ModelArgumentError.
 */
export function horvitzThompson(groups: readonly SeenGroup[]): Estimate {
  let value = 0;
  let variance = 0;
  let seen = 0;
  for (const group of groups) {
    positiveUpTo("chance", group.chance, 1);
    seen += wholeNumber("seen", group.seen);
    value += group.seen / group.chance;
    variance += (group.seen * (1 - group.chance)) / group.chance ** 2;
  }
  const estimate = symmetricEstimate(value, Math.sqrt(variance));
  return { ...estimate, low: Math.max(seen, estimate.low) };
}

/** The value one average chance would give in place of the true mean chance: truth × true / assumed. Both are shares (0..1). Throws ModelArgumentError. */
export const biasOfAverageChance = (trueMeanChance: number, assumedChance: number): number => properShare("trueMeanChance", trueMeanChance) / properShare("assumedChance", assumedChance);
