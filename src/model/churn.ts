import { notNegative, positive } from "./argument.ts";
import { hitsPerHour, type Watch } from "./visibility.ts";

/**
 * Distinct addresses a sensor sees in a window from hosts that are all active all the time but change address now and then.
 * Each host changes at random, `addressChangesPerHour` on average, and never takes an address used before. With ρ hits an hour,
 * c changes an hour and a = ρ + c: an address held from u hours before the end is seen with g(u) = (ρ/a)(1 − e^(−au));
 * the count is N[g(T) + c∫g]. Derived here. Without change it is N(1 − e^(−ρT)). Throws ModelArgumentError.
 */
export function addressesSeen(hosts: number, addressChangesPerHour: number, watch: Watch): number {
  positive("hosts", hosts);
  notNegative("addressChangesPerHour", addressChangesPerHour);
  const hours = positive("windowHours", watch.windowHours);
  const rho = hitsPerHour(watch);
  const either = rho + addressChangesPerHour;
  const heldToEnd = -Math.expm1(-either * hours);
  return hosts * (rho / either) * (heldToEnd + addressChangesPerHour * (hours - heldToEnd / either));
}

/**
 * Addresses counted for each host there is: above 1 a running total overstates the machines, below 1 it misses some. Throws ModelArgumentError.
 */
export const addressesPerHost = (addressChangesPerHour: number, watch: Watch): number => addressesSeen(1, addressChangesPerHour, watch);
