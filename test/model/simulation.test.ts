import { expect, test } from "vitest";
import { addressesSeen } from "../../src/model/churn.ts";
import { chaoLowerBound } from "../../src/model/chao.ts";
import { chapman } from "../../src/model/chapman.ts";
import { infectedFromTotals } from "../../src/model/cumulative-correction.ts";
import { growthPerHour, rateOfGrowth } from "../../src/model/contact-rate.ts";
import { distinctSeenWhileGrowing } from "../../src/model/growth-exposure.ts";
import type { RateSpread } from "../../src/model/host-rates.ts";
import { impliedPopulation } from "../../src/model/implied-population.ts";
import { seenShareGamma } from "../../src/model/rate-spread.ts";
import { simulate, type SimulationRun } from "../../src/model/simulation.ts";
import type { SimulationPlan } from "../../src/model/simulation-plan.ts";
import { expectedHits, seenShareOfHits } from "../../src/model/visibility.ts";
import { expectWithin } from "./close.ts";
import { activeShare, addressesUsed, distinctSeen, gammaShapeOfSeen, midpointOf } from "./closed-forms.ts";

const hosts = 40_000;
const [slash16, slash18, slash21] = [65536, 16384, 2048];
const equal: RateSpread = { kind: "equal", ratePerMinute: 358 };
const unequal: RateSpread = { kind: "gamma", meanPerMinute: 358, shape: 1.5 };
/** All hosts infected from the start, so that the population does not change. */
const constant: SimulationPlan = { hosts, scanningAtStart: hosts, rates: equal, sensorAddresses: [slash16, slash18, slash21], hours: 8, binHours: 0.5 };
const sensor = (run: SimulationRun, index: number): SimulationRun["sensors"][number] => {
  const counts = run.sensors[index];
  if (counts === undefined) throw new Error(`no sensor ${index}`);
  return counts;
};
const lastOf = (numbers: readonly number[]): number => numbers.at(-1) ?? NaN;
const hits = (addresses: number): number => expectedHits({ ratePerMinute: 358, windowHours: 8, monitoredAddresses: addresses });
/** Four standard deviations of a count of hosts each seen with the same chance. */
const fourDeviations = (expected: number): number => 4 * Math.sqrt(expected * (1 - expected / hosts)) + 1e-9;

test("the same plan and seed give the same run, another seed another", () => {
  const small = { ...constant, hosts: 500, scanningAtStart: 5, addressChangesPerHour: 0.1 };
  expect(simulate(small, 7)).toEqual(simulate(small, 7));
  expect(simulate(small, 7)).not.toEqual(simulate(small, 8));
});

test("distinct sources of a constant population follow N(1 − e^−ρt) at every half-hour on each sensor", () => {
  const run = simulate(constant, 20010802);
  for (const [index, monitoredAddresses] of [slash16, slash18, slash21].entries()) {
    for (const [bin, hour] of run.hours.entries()) {
      const expected = distinctSeen(hosts, hour, { ratePerMinute: 358, monitoredAddresses });
      expectWithin(sensor(run, index).cumulative[bin] ?? NaN, expected, fourDeviations(expected));
    }
    const anyHalfHour = distinctSeen(hosts, 0.5, { ratePerMinute: 358, monitoredAddresses });
    for (const distinct of sensor(run, index).distinct) expectWithin(distinct, anyHalfHour, fourDeviations(anyHalfHour));
    expectWithin(sensor(run, index).hits.reduce((a, b) => a + b, 0), hosts * hits(monitoredAddresses), 4 * Math.sqrt(hosts * hits(monitoredAddresses)));
  }
});

test("what sensors log is consistent: new ≤ distinct ≤ hits, the total is the sum of the new, and lists overlap no more than they hold", () => {
  const run = simulate({ ...constant, scanningAtStart: 4000, rates: { kind: "equal", ratePerMinute: 3580 }, restartsPerHour: 0.05, addressChangesPerHour: 0.05 }, 3);
  for (const counts of run.sensors) {
    for (const [bin, fresh] of counts.fresh.entries()) {
      expect(fresh).toBeLessThanOrEqual(counts.distinct[bin] ?? NaN);
      expect(counts.distinct[bin]).toBeLessThanOrEqual(counts.hits[bin] ?? NaN);
    }
    expect(lastOf(counts.cumulative)).toBe(counts.fresh.reduce((a, b) => a + b, 0));
    expect(lastOf(counts.cumulative)).toBeLessThanOrEqual(lastOf(run.addressesUsed));
  }
  for (const [i, row] of run.seenByBoth.entries()) {
    expect(row[i]).toBe(lastOf(sensor(run, i).cumulative));
    for (const [j, both] of row.entries()) {
      expect(both).toBeLessThanOrEqual(row[i] ?? NaN);
      expect(both).toBe(run.seenByBoth[j]?.[i]);
    }
  }
});

/** An outbreak with the growth of July, in a smaller population that scans faster. */
const growth = 1.8;
const outbreak: SimulationPlan = { hosts, scanningAtStart: 400, rates: { kind: "equal", ratePerMinute: rateOfGrowth(growth, hosts) }, sensorAddresses: [slash18, 256], hours: 6, binHours: 0.05 };

test("an outbreak follows the logistic curve within the luck of its first 400 hosts", () => {
  expect(growthPerHour(hosts, rateOfGrowth(growth, hosts))).toBeCloseTo(growth, 12);
  const run = simulate(outbreak, 5);
  const midpoint = midpointOf(hosts, growth, 400, 0);
  // The log odds of a stochastic outbreak wander by about 1/√400 at the start and then keep their lead.
  for (const [bin, hour] of run.hours.entries()) {
    const infected = run.scanning[bin] ?? NaN;
    if (infected < 0.98 * hosts) expectWithin(Math.log(infected / (hosts - infected)), growth * (hour - midpoint), 4 / Math.sqrt(400));
  }
});

test("ten outbreaks on average keep the logistic midpoint", () => {
  const midpoint = midpointOf(hosts, growth, 400, 0);
  const half = (run: SimulationRun): number => run.hours[run.scanning.findIndex((infected) => infected >= hosts / 2)] ?? NaN;
  const mean = Array.from({ length: 10 }, (_, seed) => half(simulate({ ...outbreak, sensorAddresses: [] }, seed))).reduce((a, b) => a + b, 0) / 10;
  // Half a bin of reading, and 1/(1.8·√400) a run.
  expectWithin(mean, midpoint + 0.025, 0.025 + (4 * 0.028) / Math.sqrt(10));
});

test("distinct sources of a growing population follow the integral over its curve", () => {
  const run = simulate(outbreak, 5);
  const active = (hour: number): number => {
    const at = hour / outbreak.binHours - 1;
    const bin = Math.max(0, Math.floor(at));
    const [from, to] = [at < 0 ? 400 : (run.scanning[bin] ?? NaN), run.scanning[at < 0 ? 0 : Math.min(bin + 1, run.scanning.length - 1)] ?? NaN];
    return from + (to - from) * (at < 0 ? at + 1 : at - bin);
  };
  for (const [index, monitoredAddresses] of [slash18, 256].entries()) {
    const expected = distinctSeenWhileGrowing(active, { fromHour: 0, toHour: 6 }, { ratePerMinute: rateOfGrowth(growth, hosts), monitoredAddresses });
    expectWithin(lastOf(sensor(run, index).cumulative), expected, 4 * Math.sqrt(expected));
  }
});

test("sleepers wake at random, whatever the outbreak does", () => {
  const run = simulate({ ...constant, scanningAtStart: 0, asleepAtStart: hosts, meanSleepHours: 3, sensorAddresses: [] }, 9);
  for (const [bin, hour] of run.hours.entries()) {
    const awake = hosts * -Math.expm1(-hour / 3);
    expectWithin(run.scanning[bin] ?? NaN, awake, fourDeviations(awake));
  }
});

test("with restarts the outbreak settles where as many are caught as cleaned", () => {
  const run = simulate({ ...outbreak, scanningAtStart: 8000, restartsPerHour: 0.6, hours: 24, sensorAddresses: [] }, 13);
  // Caught: K·S/N a clean host; cleaned: 0.6 a scanning one; so one in three is clean.
  expectWithin(lastOf(run.scanning) / hosts, 1 - 0.6 / growth, 0.02);
  expectWithin(activeShare(1 / 0.6, 1 / (growth * (1 - 0.6 / growth))), 1 - 0.6 / growth, 1e-12);
  expect(lastOf(run.everScanning)).toBeGreaterThan(lastOf(run.scanning));
});

test("unequal rates leave more hosts unseen, by the gamma formula, and the implied population too low on a /16", () => {
  const run = simulate({ ...constant, rates: unequal }, 21);
  for (const [index, addresses] of [slash16, slash18, slash21].entries()) {
    const expected = hosts * seenShareGamma(hits(addresses), 1.5);
    expectWithin(lastOf(sensor(run, index).cumulative), expected, fourDeviations(expected));
  }
  const implied = impliedPopulation(lastOf(sensor(run, 0).cumulative), { ratePerMinute: 358, windowHours: 8, monitoredAddresses: slash16 });
  expect(implied.high).toBeLessThan(0.86 * hosts);
  const small = impliedPopulation(lastOf(sensor(run, 2).cumulative), { ratePerMinute: 358, windowHours: 8, monitoredAddresses: slash21 });
  expect(small.value).toBeGreaterThan(0.93 * hosts);
});

test("the spread of rates can be read off hits and distinct sources of one hour", () => {
  const run = simulate({ ...constant, rates: unequal, hours: 1, binHours: 1 }, 22);
  const counts = sensor(run, 0);
  expectWithin(gammaShapeOfSeen(lastOf(counts.hits) / hosts, lastOf(counts.distinct) / hosts), 1.5, 0.25);
});

test("hosts that change address are counted again, by the formula, and the implied population is too high", () => {
  const perHour = 1 / 12;
  const run = simulate({ ...constant, addressChangesPerHour: perHour }, 33);
  for (const [index, monitoredAddresses] of [slash16, slash18, slash21].entries()) {
    const expected = addressesSeen(hosts, perHour, { ratePerMinute: 358, windowHours: 8, monitoredAddresses });
    expectWithin(lastOf(sensor(run, index).cumulative), expected, 4 * Math.sqrt(expected));
  }
  const used = addressesUsed(hosts, perHour, 8);
  expectWithin(lastOf(run.addressesUsed), used, 4 * Math.sqrt(used - hosts));
  const implied = impliedPopulation(lastOf(sensor(run, 0).cumulative), { ratePerMinute: 358, windowHours: 8, monitoredAddresses: slash16 });
  expect(implied.low).toBeGreaterThan(1.2 * hosts);
});

test("the corrected running total is the population when it is closed, and climbs when addresses change", () => {
  const corrected = (run: SimulationRun, bin: number): number => infectedFromTotals({ earlierTotal: sensor(run, 0).cumulative[bin] ?? NaN, laterTotal: sensor(run, 0).cumulative[bin + 4] ?? NaN, watch: { ratePerMinute: 358, windowHours: 2, monitoredAddresses: slash16 } });
  const closed = simulate(constant, 41);
  const open = simulate({ ...constant, addressChangesPerHour: 1 / 12 }, 41);
  for (const bin of [1, 5, 9]) expectWithin(corrected(closed, bin), hosts, 0.03 * hosts);
  expect(corrected(open, 5)).toBeGreaterThan(corrected(open, 1));
  expect(corrected(open, 9)).toBeGreaterThan(corrected(open, 5));
  expect(corrected(open, 9)).toBeGreaterThan(1.2 * hosts);
});

const lists = (run: SimulationRun): { first: number; second: number; both: number } => ({ first: run.seenByBoth[1]?.[1] ?? NaN, second: run.seenByBoth[2]?.[2] ?? NaN, both: run.seenByBoth[1]?.[2] ?? NaN });

test("two lists and one list with frequencies find equal hosts, and miss unequal ones", () => {
  const [alike, different] = [simulate(constant, 51), simulate({ ...constant, rates: unequal }, 51)];
  const chaoOf = (run: SimulationRun): ReturnType<typeof chaoLowerBound> => chaoLowerBound({ distinct: lastOf(sensor(run, 1).cumulative), seenOnce: sensor(run, 1).seenOnce, seenTwice: sensor(run, 1).seenTwice });
  for (const estimate of [chapman(lists(alike)), chaoOf(alike)]) expectWithin(estimate.value, hosts, 4 * estimate.standardError);
  expect(chapman(lists(different)).high).toBeLessThan(0.8 * hosts);
  expect(chaoOf(different).high).toBeLessThan(0.85 * hosts);
  expectWithin(lists(alike).both, hosts * seenShareOfHits(hits(slash18)) * seenShareOfHits(hits(slash21)), 4 * Math.sqrt(lists(alike).both));
});

test("a single host with nobody to infect goes on scanning alone", () => {
  const run = simulate({ ...constant, hosts: 1, scanningAtStart: 1, hours: 1 }, 61);
  expect(run.scanning).toEqual([1, 1]);
  expect(run.everScanning).toEqual([1, 1]);
});
