import { blockAddresses } from "../model/address-space.ts";
import { fittedRatePerMinute } from "../model/rate-band.ts";
import { sensorSize } from "../model/sensor-size.ts";
import { simulate } from "../model/simulation.ts";
import { seenShare } from "../model/visibility.ts";
import type { Records } from "../readers/records.ts";
import { claimValue, watchedHours } from "./claim-value.ts";

/** Twelve nights of one sensor. */
export interface ChanceSensor {
  readonly addresses: number;
  /** What the size stands for, in a few words. */
  readonly why: string;
  /** Machines that it meets on average, by the formula. */
  readonly expected: number;
  /** Machines that it met in each run, in the order of the seeds. */
  readonly met: readonly number[];
  readonly least: number;
  readonly most: number;
  /** From the least to the most, in per cent of what is expected. */
  readonly spreadPercent: number;
}

export interface SensorChanceAggregate {
  readonly id: "sensor-chance";
  readonly title: string;
  readonly hosts: number;
  readonly ratePerMinute: number;
  readonly windowHours: number;
  /** One a run: the whole of its chance. */
  readonly seeds: readonly number[];
  /** The smallest first. */
  readonly sensors: readonly ChanceSensor[];
}

const firstSeed = 20010802;
const runs = 12;

/**
 * The same night twelve times over, met by sensors of three sizes: SANS's total of machines, all scanning at the July rate for as long
 * as XS4ALL counted. Nothing but chance differs between the runs.
 */
export function sensorChance(records: Records): SensorChanceAggregate {
  const value = claimValue(records);
  const hosts = value("sans-cumulative");
  const windowHours = watchedHours(records, "xs4all-unique-8h");
  const sizes = [
    { addresses: blockAddresses(24), why: "one /24" },
    { addresses: Math.round(sensorSize({ count: value("xs4all-unique-8h"), population: hosts, ratePerMinute: fittedRatePerMinute, windowHours })), why: "fits SANS at the July rate" },
    { addresses: blockAddresses(20), why: "one /20" },
  ];
  const seeds = Array.from({ length: runs }, (_, run) => firstSeed + run);
  const plan = { hosts, scanningAtStart: hosts, rates: { kind: "equal", ratePerMinute: fittedRatePerMinute }, sensorAddresses: sizes.map(({ addresses }) => addresses), hours: windowHours, binHours: windowHours } as const;
  const nights = seeds.map((seed) => simulate(plan, seed).sensors);
  return {
    id: "sensor-chance",
    title: "The same night simulated twelve times, met by sensors of three sizes",
    hosts,
    ratePerMinute: fittedRatePerMinute,
    windowHours,
    seeds,
    sensors: sizes.map(({ addresses, why }, index) => {
      const met = nights.map((sensors) => sensors[index]?.cumulative.at(-1) ?? Number.NaN);
      const expected = hosts * seenShare({ ratePerMinute: fittedRatePerMinute, monitoredAddresses: addresses, windowHours });
      const [least, most] = [Math.min(...met), Math.max(...met)];
      return { addresses, why, expected, met, least, most, spreadPercent: ((most - least) / expected) * 100 };
    }),
  };
}
