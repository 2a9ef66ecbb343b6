import { blockAddresses } from "../model/address-space.ts";
import { type FirstHit, firstHit } from "../model/first-hit.ts";
import { impliedPopulation } from "../model/implied-population.ts";
import { fittedRatePerMinute, rateBandPerMinute } from "../model/rate-band.ts";
import { seenShare } from "../model/visibility.ts";
import type { Records } from "../readers/records.ts";
import { claimValue, watchedHours } from "./claim-value.ts";

/** Share (0..1) of scanning machines that a sensor has met after so many hours: at the fitted rate, and at the ends of the band of rates. */
export interface SeenPoint {
  readonly hours: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** One size of sensor. */
export interface SensorCurve {
  /** Prefix length of a block of that size: 24 for 256 addresses. */
  readonly prefix: number;
  readonly addresses: number;
  /** From 0 to 24 hours, every half hour. */
  readonly points: readonly SeenPoint[];
  /** Waiting time for a first hit at the fitted rate. */
  readonly firstHit: FirstHit;
  /** Machines that XS4ALL's count would mean on such a sensor, at the fitted rate. */
  readonly implied: { readonly hosts: number; readonly standardError: number };
}

export interface VisibilityAggregate {
  readonly id: "visibility";
  readonly title: string;
  readonly fittedRatePerMinute: number;
  readonly lowestRatePerMinute: number;
  readonly highestRatePerMinute: number;
  /** Hours at which the curves are marked. */
  readonly markedHours: readonly number[];
  /** Hours of XS4ALL's count. */
  readonly windowHours: number;
  readonly sensors: readonly SensorCurve[];
}

const prefixes = [24, 22, 20, 18, 16, 8] as const;
const hours = Array.from({ length: 49 }, (_, index) => index / 2);

/** How likely one sensor is to meet a machine that scans at random, by the sensor's size and the hours watched. */
export function visibility(records: Records): VisibilityAggregate {
  const count = claimValue(records)("xs4all-unique-8h");
  const windowHours = watchedHours(records, "xs4all-unique-8h");
  const lowestRatePerMinute = Math.min(...rateBandPerMinute);
  const highestRatePerMinute = Math.max(...rateBandPerMinute);
  const curve = (prefix: number): SensorCurve => {
    const monitoredAddresses = blockAddresses(prefix);
    const shareAt = (ratePerMinute: number, after: number): number => (after === 0 ? 0 : seenShare({ ratePerMinute, monitoredAddresses, windowHours: after }));
    const { value, standardError } = impliedPopulation(count, { ratePerMinute: fittedRatePerMinute, monitoredAddresses, windowHours });
    return {
      prefix,
      addresses: monitoredAddresses,
      points: hours.map((after) => ({ hours: after, share: shareAt(fittedRatePerMinute, after), low: shareAt(lowestRatePerMinute, after), high: shareAt(highestRatePerMinute, after) })),
      firstHit: firstHit({ ratePerMinute: fittedRatePerMinute, monitoredAddresses }),
      implied: { hosts: value, standardError },
    };
  };
  return { id: "visibility", title: "Share of machines that one sensor meets, by its size and the hours watched", fittedRatePerMinute, lowestRatePerMinute, highestRatePerMinute, markedHours: [0.5, windowHours, 24], windowHours, sensors: prefixes.map(curve) };
}
