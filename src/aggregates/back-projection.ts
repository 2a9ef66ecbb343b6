import { blockAddresses } from "../model/address-space.ts";
import { impliedPopulation } from "../model/implied-population.ts";
import { fittedRatePerMinute, rateBandPerMinute } from "../model/rate-band.ts";
import { sensorSize } from "../model/sensor-size.ts";
import type { Records } from "../readers/records.ts";
import { claimValue, watchedHours } from "./claim-value.ts";

/** One set of assumptions about XS4ALL's sensor, and the totals its count then implies; or the reason why none can be had. */
export type BackProjection =
  | {
      readonly kind: "interval";
      readonly id: string;
      readonly addresses: number;
      /** What the size stands for, in a few words. */
      readonly why: string;
      /** One total for each rate assumed, with the 95 % interval of sampling alone. */
      readonly totals: readonly { readonly ratePerMinute: number; readonly hosts: number; readonly low: number; readonly high: number }[];
    }
  | { readonly kind: "refused"; readonly id: string; readonly why: string; readonly reason: string };

export interface BackProjectionAggregate {
  readonly id: "back-projection";
  readonly title: string;
  readonly count: number;
  readonly windowHours: number;
  readonly rows: readonly BackProjection[];
}

/** What XS4ALL's count would imply, one set of assumptions a row, ending with the set that is true: the size is not known. */
export function backProjection(records: Records): BackProjectionAggregate {
  const value = claimValue(records);
  const count = value("xs4all-unique-8h");
  const windowHours = watchedHours(records, "xs4all-unique-8h");
  const waking = value("cert-05") / 60;
  const sizeFor = (claim: string): number => Math.round(sensorSize({ count, population: value(claim), ratePerMinute: fittedRatePerMinute, windowHours }));
  const row = (id: string, addresses: number, why: string, rates: readonly number[]): BackProjection => ({
    kind: "interval",
    id,
    addresses,
    why,
    totals: rates.map((ratePerMinute) => {
      const { value: hosts, low, high } = impliedPopulation(count, { ratePerMinute, monitoredAddresses: addresses, windowHours });
      return { ratePerMinute, hosts, low, high };
    }),
  });
  return {
    id: "back-projection",
    title: "Totals that XS4ALL's 7,528 would imply, by what its sensor was",
    count,
    windowHours,
    rows: [
      row("slash-24", blockAddresses(24), "one /24", rateBandPerMinute),
      row("fits-sans", sizeFor("sans-cumulative"), "fits SANS at the July rate", rateBandPerMinute),
      row("slash-22", blockAddresses(22), "one /22", rateBandPerMinute),
      row("fits-symantec", sizeFor("symantec-bound"), "fits Symantec’s bound at the July rate", rateBandPerMinute),
      row("slash-20", blockAddresses(20), "one /20", rateBandPerMinute),
      row("slash-16", blockAddresses(16), "one /16, a class B network", rateBandPerMinute),
      row("slash-16-waking", blockAddresses(16), "one /16, every worm just woken", [waking]),
      { kind: "refused", id: "unknown", why: "what the article says: size not stated", reason: "cannot be inferred" },
    ],
  };
}
