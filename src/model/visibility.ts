import { ipv4Addresses } from "./address-space.ts";
import { positive, positiveUpTo, properShare } from "./argument.ts";

/** Hosts that scan, and a sensor that hears them. Addresses are a size, not necessarily a whole block. */
export interface Sight {
  /** Targets one host tries in a minute (attempts, not packets). */
  readonly ratePerMinute: number;
  /** Addresses the sensor watches. */
  readonly monitoredAddresses: number;
  /** Addresses a host draws its targets from; all of IPv4 unless told. */
  readonly scannedAddresses?: number;
}

/** The same, watched for a while. */
export interface Watch extends Sight {
  readonly windowHours: number;
}

/**
 * What must hold for every formula of this file. Given as data so that a page can print it beside a result.
 */
export const visibilityAssumptions = [
  "every host draws its targets independently and uniformly from the whole scanned space",
  "every host scans at the same constant rate",
  "all addresses of the sensor are watched all the time and every attempt that arrives is logged",
  "a host is active for the whole window",
  "one host is one source address",
  "nothing is lost on the way",
] as const;

/** Hits an hour that one host scores on the sensor: rate × 60 × monitored / scanned. Throws ModelArgumentError. */
export function hitsPerHour({ ratePerMinute, monitoredAddresses, scannedAddresses = ipv4Addresses }: Sight): number {
  positive("ratePerMinute", ratePerMinute);
  positive("scannedAddresses", scannedAddresses);
  positiveUpTo("monitoredAddresses", monitoredAddresses, scannedAddresses);
  return (ratePerMinute * 60 * monitoredAddresses) / scannedAddresses;
}

/** Hits one host is expected to score within the window. Throws ModelArgumentError. */
export const expectedHits = (watch: Watch): number => hitsPerHour(watch) * positive("windowHours", watch.windowHours);

/** Share of hosts (0..1) seen at least once when each is expected to score so many hits: 1 − e^−hits. Throws ModelArgumentError. */
export const seenShareOfHits = (hits: number): number => -Math.expm1(-positive("hits", hits));

/** Hits each host must be expected to score for the given share (0..1) to be seen: −ln(1 − share). Throws ModelArgumentError. */
export const hitsOfSeenShare = (seen: number): number => -Math.log1p(-properShare("seenShare", seen));

/** Share of active hosts (0..1) the sensor sees at least once in the window. Throws ModelArgumentError. */
export const seenShare = (watch: Watch): number => seenShareOfHits(expectedHits(watch));
