import { positive } from "./argument.ts";
import { symmetricEstimate, type Estimate } from "./confidence.ts";
import { seenShare, type Watch } from "./visibility.ts";

/**
 * Hosts that must be active for a sensor to see `count` distinct sources in the window: count / P, standard error √(count(1 − P)) / P.
 * The interval starts at the count, because what was seen exists. It is the error of sampling alone and is trivial beside the
 * error in the rate and the size of the sensor: never print it by itself. Throws ModelArgumentError.
 */
export function impliedPopulation(count: number, watch: Watch): Estimate {
  positive("count", count);
  const seen = seenShare(watch);
  const estimate = symmetricEstimate(count / seen, Math.sqrt(count * (1 - seen)) / seen);
  return { ...estimate, low: Math.max(count, estimate.low) };
}
