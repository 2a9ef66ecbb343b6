import { notNegative, positive } from "./argument.ts";
import { hitsPerHour, type Sight } from "./visibility.ts";

/**
 * Distinct sources a sensor has seen after so many hours, of a population that does not change: N(1 − e^(−hits·hours)).
 * A straight line through the origin says "small sensor", not "growing worm". Zero hours give zero. Throws ModelArgumentError.
 */
export function distinctSeen(hosts: number, hours: number, sight: Sight): number {
  return positive("hosts", hosts) * -Math.expm1(-hitsPerHour(sight) * notNegative("hours", hours));
}

/** Sources newly seen an hour at the very start: hosts × hits an hour. Throws ModelArgumentError. */
export const initialNewPerHour = (hosts: number, sight: Sight): number => positive("hosts", hosts) * hitsPerHour(sight);
