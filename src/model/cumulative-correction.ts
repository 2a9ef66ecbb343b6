import { notNegative, positive } from "./argument.ts";
import { seenShare, type Watch } from "./visibility.ts";

/** A running total of distinct sources at the start and at the end of an interval, and the sensor that kept it. */
export interface TotalStep {
  readonly earlierTotal: number;
  readonly laterTotal: number;
  /** The sensor, with the interval as its window. */
  readonly watch: Watch;
}

/**
 * Hosts infected so far, from the growth of a running total: in an interval a share q of those not yet seen is added,
 * so I = C + ΔC/q with C the total at its start. Zou, Gong, Towsley and Gao announce such a correction (The Monitoring and Early
 * Detection of Internet Worms, IEEE/ACM ToN 13(5), 2005); this form is derived here. A closed population gives the same I at every
 * step; one that rises is open: new infections, waking hosts or changed addresses. Throws ModelArgumentError, also on a falling total.
 */
export function infectedFromTotals({ earlierTotal, laterTotal, watch }: TotalStep): number {
  positive("earlierTotal", earlierTotal);
  const added = notNegative("laterTotal - earlierTotal", laterTotal - earlierTotal);
  return earlierTotal + added / seenShare(watch);
}
