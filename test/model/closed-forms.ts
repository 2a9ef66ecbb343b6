import { bracketAbove, findRising } from "../../src/model/find-root.ts";
import { type LogisticGrowth, softPlus } from "../../src/model/logistic.ts";
import { seenShareGamma } from "../../src/model/rate-spread.ts";
import { hitsPerHour, type Sight, type Watch } from "../../src/model/visibility.ts";

// What the model and the simulation are held against: answers that are known in closed form.

/** Distinct sources a sensor has seen after so many hours, of a population that does not change: N(1 − e^(−hits·hours)). */
export const distinctSeen = (hosts: number, hours: number, sight: Sight): number => hosts * -Math.expm1(-hitsPerHour(sight) * hours);

/** Share of hosts (0..1) seen, attempt by attempt and not in the Poisson limit: 1 − (1 − monitored/scanned)^attempts. */
export const seenShareOfAttempts = ({ ratePerMinute, windowHours, monitoredAddresses }: Watch): number => -Math.expm1(ratePerMinute * 60 * windowHours * Math.log1p(-monitoredAddresses / 2 ** 32));

/** Hours after which the given share (0..1) of hosts has been seen: −ln(1 − share) / hits an hour. */
export const hoursUntilSeen = (share: number, sight: Sight): number => -Math.log1p(-share) / hitsPerHour(sight);

/** Midpoint, in hours, of a logistic outbreak that stands at `infected` of `hosts` at an hour. */
export const midpointOf = (hosts: number, growthPerHour: number, infected: number, hour: number): number => hour + Math.log(hosts / infected - 1) / growthPerHour;

/** New infections an hour of a logistic outbreak: K·I(1 − I/N). */
export const newPerHour = (hosts: number, growthPerHour: number, infected: number): number => growthPerHour * infected * (1 - infected / hosts);

/** Host-hours of infection of a logistic outbreak between two hours: the area under its curve. */
export function infectedHostHours({ hosts, growthPerHour, midpointHour }: LogisticGrowth, fromHour: number, toHour: number): number {
  const area = (hour: number): number => softPlus(growthPerHour * (hour - midpointHour));
  return (hosts / growthPerHour) * (area(toHour) - area(fromHour));
}

/** Addresses that hosts have used in a window, seen or not: N(1 + changes × hours). */
export const addressesUsed = (hosts: number, addressChangesPerHour: number, windowHours: number): number => hosts * (1 + addressChangesPerHour * windowHours);

/** Share (0..1) of hosts infected at any moment when one lasts `infectedHours` until it is cleaned and `cleanHours` until it is infected again. */
export const activeShare = (infectedHours: number, cleanHours: number): number => infectedHours / (infectedHours + cleanHours);

/** Shape of the gamma distribution of rates under which a mean of `meanHits` a host leaves only the given share (0..1) seen. */
export function gammaShapeOfSeen(meanHits: number, seen: number): number {
  const bySize = (shape: number): number => seenShareGamma(meanHits, shape);
  return findRising(bySize, seen, Number.MIN_VALUE, bracketAbove(bySize, seen, 1));
}

/** A group of hosts seen, all with the same chance (0..1] of being seen. */
export interface SeenGroup {
  readonly seen: number;
  readonly chance: number;
}

/** Population by inverse probability, after Horvitz and Thompson: the sum of seen / chance, variance the sum of seen(1 − chance)/chance². */
export const horvitzThompson = (groups: readonly SeenGroup[]): { readonly value: number; readonly standardError: number } => ({
  value: groups.reduce((sum, { seen, chance }) => sum + seen / chance, 0),
  standardError: Math.sqrt(groups.reduce((sum, { seen, chance }) => sum + (seen * (1 - chance)) / chance ** 2, 0)),
});
