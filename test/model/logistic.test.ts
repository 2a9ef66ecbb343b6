import fc from "fast-check";
import { expect, test } from "vitest";
import { infectedAt, logisticShare, softPlus } from "../../src/model/logistic.ts";
import { integrate } from "../../src/model/integrate.ts";
import { expectClose } from "./close.ts";
import { infectedHostHours, midpointOf, newPerHour } from "./closed-forms.ts";

const growths = fc.record({ hosts: fc.double({ min: 10, max: 1e6, noNaN: true }), growthPerHour: fc.double({ min: 0.1, max: 3, noNaN: true }), midpointHour: fc.double({ min: 0, max: 24, noNaN: true }) });
const july = { hosts: 360_000, growthPerHour: 1.8, midpointHour: 16 };

test("half of the hosts are infected at the midpoint", () => {
  expect(infectedAt(july, 16)).toBe(180_000);
});

test("the number infected never falls and never exceeds the hosts", () => {
  fc.assert(
    fc.property(growths, fc.double({ min: -50, max: 80, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }), (growth, hour, later) => {
      expect(infectedAt(growth, hour + later)).toBeGreaterThanOrEqual(infectedAt(growth, hour));
      expect(infectedAt(growth, hour + later)).toBeLessThanOrEqual(growth.hosts);
    }),
  );
});

test("the midpoint is found from any one state", () => {
  fc.assert(fc.property(growths, fc.double({ min: 0, max: 24, noNaN: true }), (growth, hour) => {
    const infected = infectedAt(growth, hour);
    fc.pre(infected < 0.999 * growth.hosts);
    expect(midpointOf(growth.hosts, growth.growthPerHour, infected, hour)).toBeCloseTo(growth.midpointHour, 6);
  }));
});

test("the slope is the rate of new infections", () => {
  expectClose((infectedAt(july, 15.001) - infectedAt(july, 14.999)) / 0.002, newPerHour(july.hosts, july.growthPerHour, infectedAt(july, 15)), 1e-5);
});

test("host-hours are the area under the curve", () => {
  expectClose(infectedHostHours(july, 10, 20), integrate((hour) => infectedAt(july, hour), 10, 20, 2000), 1e-8);
});

test("neither far past nor far future overflows", () => {
  expect([logisticShare(-800), logisticShare(800), softPlus(-800), softPlus(800)]).toEqual([0, 1, 0, 800]);
});
