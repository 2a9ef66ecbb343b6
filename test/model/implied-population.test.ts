import fc from "fast-check";
import { expect, test } from "vitest";
import { impliedPopulation } from "../../src/model/implied-population.ts";
import { rateBandPerMinute } from "../../src/model/rate-band.ts";
import { expectClose, expectWithin } from "./close.ts";
import { distinctSeen } from "./closed-forms.ts";
import { watches } from "./sights.ts";

test("7,528 in 8 hours on a /20 imply 49,803 hosts, give or take 529 of sampling", () => {
  const { value, standardError } = impliedPopulation(7528, { ratePerMinute: 358, windowHours: 8, monitoredAddresses: 4096 });
  expectClose(value, 49802.98150321522);
  expectClose(standardError, 528.8464329668068);
});

const table: readonly (readonly [perMinute: number, addresses: number, hosts: number, error: number | null])[] = [
  [358, 256, 738_750, 8471],
  [358, 1024, 187_535, 2118],
  [358, 16384, 15_656, 130],
  [358, 65536, 8118, 25],
  [450, 256, 588_489, null],
  [450, 4096, 40_438, null],
  [450, 65536, 7818, null],
  [833, 256, 319_653, null],
  [833, 4096, 23_745, null],
  [833, 65536, 7545, null],
];
for (const [ratePerMinute, monitoredAddresses, hosts, error] of table) {
  test(`7,528 at ${ratePerMinute} a minute on ${monitoredAddresses} addresses imply ${hosts} hosts`, () => {
    const estimate = impliedPopulation(7528, { ratePerMinute, windowHours: 8, monitoredAddresses });
    expectWithin(estimate.value, hosts, 0.5);
    if (error !== null) expectWithin(estimate.standardError, error, 0.5);
  });
}

test("the population implied by what a population would show is that population", () => {
  fc.assert(
    fc.property(watches, fc.integer({ min: 100, max: 1_000_000 }), (watch, hosts) => {
      expectClose(impliedPopulation(distinctSeen(hosts, watch.windowHours, watch), watch).value, hosts);
    }),
  );
});

test("the interval never starts below what was counted", () => {
  fc.assert(fc.property(watches, fc.integer({ min: 1, max: 10 }), (watch, count) => { expect(impliedPopulation(count, watch).low).toBeGreaterThanOrEqual(count); }));
});

test("over the band of rates the doubt about the rate is far wider than the sampling error", () => {
  const hosts = rateBandPerMinute.map((ratePerMinute) => impliedPopulation(7528, { ratePerMinute, windowHours: 8, monitoredAddresses: 1024 }));
  const values = hosts.map(({ value }) => value);
  expect(values).toEqual([...values].sort((a, b) => b - a));
  expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(30 * Math.max(...hosts.map(({ standardError }) => standardError)));
});
