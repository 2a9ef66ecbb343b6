import { ipv4Addresses } from "./address-space.ts";
import { positive } from "./argument.ts";

/**
 * How fast an outbreak of uniform scanners grows at first, an hour: K = rate × 60 × hosts / scanned.
 * K fixes the product of rate and hosts, never one of them: with half the threads awake, twice the hosts give the same K.
 */
export const growthPerHour = (hosts: number, ratePerMinute: number, scannedAddresses = ipv4Addresses): number =>
  (positive("ratePerMinute", ratePerMinute) * 60 * positive("hosts", hosts)) / positive("scannedAddresses", scannedAddresses);

/** Vulnerable hosts that grow at K an hour when each tries so many targets a minute. Throws ModelArgumentError. */
export const hostsOfGrowth = (growth: number, ratePerMinute: number, scannedAddresses = ipv4Addresses): number =>
  (positive("growthPerHour", growth) * positive("scannedAddresses", scannedAddresses)) / (positive("ratePerMinute", ratePerMinute) * 60);

/** Targets a minute each of so many hosts must try to grow at K an hour. Throws ModelArgumentError. */
export const rateOfGrowth = (growth: number, hosts: number, scannedAddresses = ipv4Addresses): number =>
  (positive("growthPerHour", growth) * positive("scannedAddresses", scannedAddresses)) / (positive("hosts", hosts) * 60);

/** Targets a minute a host must try to score so many hits an hour on a sensor. Throws ModelArgumentError. */
export const rateOfHits = (hitsPerHour: number, monitoredAddresses: number, scannedAddresses = ipv4Addresses): number =>
  (positive("hitsPerHour", hitsPerHour) * positive("scannedAddresses", scannedAddresses)) / (positive("monitoredAddresses", monitoredAddresses) * 60);
