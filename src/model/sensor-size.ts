import { ipv4Addresses } from "./address-space.ts";
import { positive, positiveBelow, positiveUpTo } from "./argument.ts";
import { hitsOfSeenShare } from "./visibility.ts";

/** A count by one sensor and a population claimed by somebody else, for the same window. */
export interface Reconciliation {
  /** Distinct sources the sensor counted. */
  readonly count: number;
  /** Hosts active all through the window, as the other source has it. */
  readonly population: number;
  readonly ratePerMinute: number;
  readonly windowHours: number;
  readonly scannedAddresses?: number;
}

/**
 * Addresses the sensor must watch for count and population both to be right: −ln(1 − count/population) × scanned / attempts.
 * Never a size without its rate. Throws ModelArgumentError where the count is not below the population, or where no sensor is
 * large enough because watching every address would still see fewer.
 */
export function sensorSize({ count, population, ratePerMinute, windowHours, scannedAddresses = ipv4Addresses }: Reconciliation): number {
  positiveBelow("count", count, positive("population", population));
  const attempts = positive("ratePerMinute", ratePerMinute) * 60 * positive("windowHours", windowHours);
  positive("scannedAddresses", scannedAddresses);
  return positiveUpTo("addresses needed", (hitsOfSeenShare(count / population) * scannedAddresses) / attempts, scannedAddresses);
}
