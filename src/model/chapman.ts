import { positiveUpTo, wholeNumber } from "./argument.ts";
import { symmetricEstimate, type Estimate } from "./confidence.ts";

/** What must hold for two lists to give a population. No organisation of August 2001 published its list. */
export const chapmanAssumptions = [
  "the population is closed: nobody joins or leaves during the window",
  "both lists cover the same window",
  "the same host is recognised on both lists by its address",
  "being on one list does not change the chance of being on the other, given the host",
  "on at least one list all hosts are equally likely to appear",
] as const;

/** How the estimate errs where the assumptions fail. */
export const chapmanBias = "fast hosts are on both lists more often than chance has it, which makes the estimate too low";

/** Two lists of distinct sources. */
export interface TwoLists {
  readonly first: number;
  readonly second: number;
  /** Sources on both lists. */
  readonly both: number;
}

/**
 * Chapman's estimate of a population from two lists: (A+1)(B+1)/(m+1) − 1, variance (A+1)(B+1)(A−m)(B−m)/((m+1)²(m+2)).
 * Defined also without overlap, unlike Lincoln–Petersen. The interval is the normal one and does not go below what was seen.
 * Throws ModelArgumentError where the overlap exceeds a list.
 */
export function chapman({ first, second, both }: TwoLists): Estimate {
  wholeNumber("first", first);
  wholeNumber("second", second);
  wholeNumber("both", both);
  positiveUpTo("both + 1", both + 1, Math.min(first, second) + 1);
  const product = (first + 1) * (second + 1);
  const value = product / (both + 1) - 1;
  const variance = (product * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2));
  const estimate = symmetricEstimate(value, Math.sqrt(variance));
  return { ...estimate, low: Math.max(first + second - both, estimate.low) };
}
