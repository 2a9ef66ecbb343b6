import { blockAddresses } from "../model/address-space.ts";
import { fittedRatePerMinute } from "../model/rate-band.ts";
import type { SimulationPlan } from "../model/simulation-plan.ts";
import { simulate } from "../model/simulation.ts";
import { seed } from "./coverage.ts";

/** What two sensors of one simulated outbreak logged. */
export interface SimulatedLists {
  readonly hosts: number;
  /** Addresses that the first and the second sensor logged, and those that both did. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Addresses that the first sensor saw once, and twice. */
  readonly seenOnce: number;
  readonly seenTwice: number;
}

/** Prefix lengths of the two sensors' blocks. */
export const listPrefixes = [18, 21] as const;

/** The outbreak behind the two worked examples: closed, with equal rates, for eight hours, as the estimators assume. */
export const listPlan: SimulationPlan = {
  hosts: 140_000,
  scanningAtStart: 140_000,
  rates: { kind: "equal", ratePerMinute: fittedRatePerMinute },
  sensorAddresses: listPrefixes.map(blockAddresses),
  hours: 8,
  binHours: 8,
};

/** Runs the plan. @param withSeed a whole number: the same seed gives the same lists */
export function simulatedLists(withSeed: number): SimulatedLists {
  const { sensors, seenByBoth } = simulate(listPlan, withSeed);
  const [first, second] = sensors;
  const both = seenByBoth[0]?.[1];
  const [firstCount, secondCount] = [first?.cumulative.at(-1), second?.cumulative.at(-1)];
  if (first === undefined || firstCount === undefined || secondCount === undefined || both === undefined) throw new Error("the plan of the simulated lists needs two sensors and one bin");
  return { hosts: listPlan.hosts, first: firstCount, second: secondCount, both, seenOnce: first.seenOnce, seenTwice: first.seenTwice };
}

let once: SimulatedLists | undefined;

/** The lists of the site's seed, whatever they turn out to be; worked out once in a process, since they depend on no record. */
export const exampleLists = (): SimulatedLists => (once ??= simulatedLists(seed));
