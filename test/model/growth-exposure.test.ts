import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctSeenWhileGrowing, predictCount } from "../../src/model/growth-exposure.ts";
import { infectedAt } from "../../src/model/logistic.ts";
import { expectClose } from "./close.ts";
import { distinctSeen } from "./closed-forms.ts";
import { sights } from "./sights.ts";

// Hours since 00:00 UTC on 1 August, when the worm starts. Amsterdam is two hours ahead of UTC.
const wednesday = { fromHour: 0, toHour: 22 };
const thursday = { fromHour: 22, toHour: 30 };

const predictions: readonly (readonly [addresses: number, counts: Readonly<Record<number, number>>])[] = [
  [835, { 14: 7524.92, 16: 5691.79, 17.8: 4078.18, 18: 3903.98, 20: 2284.12 }],
  [4096, { 14: 7478.53, 16: 5734.65, 17.8: 4154.75, 18: 3981.72, 20: 2350.7 }],
];
for (const [monitoredAddresses, counts] of predictions) {
  for (const [midpoint, count] of Object.entries(counts)) {
    test(`7,528 on Thursday means ${Math.round(count)} on Wednesday if ${monitoredAddresses} addresses watch and half are infected at ${midpoint} h UTC`, () => {
      expectClose(predictCount({ count: 7528, countedIn: thursday, predictFor: wednesday, growthPerHour: 0.7, midpointHour: Number(midpoint), sight: { ratePerMinute: 358, monitoredAddresses } }), count, 0.001);
    });
  }
}

test("a population that does not change gives the plain count of a constant population", () => {
  fc.assert(
    fc.property(sights, fc.double({ min: 0.5, max: 48, noNaN: true }), (sight, hours) => {
      expectClose(distinctSeenWhileGrowing(() => 1000, { fromHour: 3, toHour: 3 + hours }, sight), distinctSeen(1000, hours, sight), 1e-5);
    }),
  );
});

test("a sensor that sees at once counts those active at the end; a small one far fewer", () => {
  const active = (hour: number): number => infectedAt({ hosts: 140_000, growthPerHour: 0.7, midpointHour: 16 }, hour);
  expectClose(distinctSeenWhileGrowing(active, wednesday, { ratePerMinute: 358, monitoredAddresses: 2 ** 28 }), active(22), 0.001);
  expect(distinctSeenWhileGrowing(active, wednesday, { ratePerMinute: 358, monitoredAddresses: 256 })).toBeLessThan(0.02 * active(22));
});

test("an outbreak that starts later leaves less for Wednesday", () => {
  const at = (midpointHour: number): number => predictCount({ count: 7528, countedIn: thursday, predictFor: wednesday, growthPerHour: 0.7, midpointHour, sight: { ratePerMinute: 358, monitoredAddresses: 835 } });
  fc.assert(fc.property(fc.double({ min: 8, max: 21, noNaN: true }), fc.double({ min: 0.1, max: 3, noNaN: true }), (midpoint, later) => { expect(at(midpoint + later)).toBeLessThan(at(midpoint)); }), { numRuns: 50 });
});
