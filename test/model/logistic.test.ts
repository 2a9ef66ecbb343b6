import fc from "fast-check";
import { expect, test } from "vitest";
import { doublingHours, hourOfShare, infectedAt, infectedHostHours, logisticShare, midpointOf, newPerHourAt, softPlus } from "../../src/model/logistic.ts";
import { integrate } from "../../src/model/integrate.ts";
import { expectClose } from "./close.ts";

const growths = fc.record({ hosts: fc.double({ min: 10, max: 1e6, noNaN: true }), growthPerHour: fc.double({ min: 0.1, max: 3, noNaN: true }), midpointHour: fc.double({ min: 0, max: 24, noNaN: true }) });
const july = { hosts: 360_000, growthPerHour: 1.8, midpointHour: 16 };

test("half of the hosts are infected at the midpoint, where most join", () => {
  expect(infectedAt(july, 16)).toBe(180_000);
  expectClose(newPerHourAt(july, 16), (1.8 * 360_000) / 4);
  expect(newPerHourAt(july, 15)).toBeLessThan(newPerHourAt(july, 16));
  expect(newPerHourAt(july, 17)).toBeLessThan(newPerHourAt(july, 16));
});

test("the number infected never falls and never exceeds the hosts", () => {
  fc.assert(
    fc.property(growths, fc.double({ min: -50, max: 80, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }), (growth, hour, later) => {
      expect(infectedAt(growth, hour + later)).toBeGreaterThanOrEqual(infectedAt(growth, hour));
      expect(infectedAt(growth, hour + later)).toBeLessThanOrEqual(growth.hosts);
    }),
  );
});

test("the hour of a share and the share at an hour undo each other", () => {
  fc.assert(fc.property(growths, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (growth, share) => { expectClose(infectedAt(growth, hourOfShare(growth, share)), share * growth.hosts); }));
});

test("the midpoint is found from any one state", () => {
  fc.assert(fc.property(growths, fc.double({ min: 0, max: 24, noNaN: true }), (growth, hour) => {
    const infected = infectedAt(growth, hour);
    fc.pre(infected < 0.999 * growth.hosts);
    expect(midpointOf(growth.hosts, growth.growthPerHour, infected, hour)).toBeCloseTo(growth.midpointHour, 6);
  }));
});

test("the slope is the rate of new infections", () => {
  expectClose((infectedAt(july, 15.001) - infectedAt(july, 14.999)) / 0.002, newPerHourAt(july, 15), 1e-5);
});

test("host-hours are the area under the curve", () => {
  expectClose(infectedHostHours(july, 10, 20), integrate((hour) => infectedAt(july, hour), 10, 20, 2000), 1e-8);
});

test("an outbreak of 1.8 an hour doubles in 23 minutes while it is small", () => {
  expectClose(infectedAt(july, 2 + doublingHours(1.8)) / infectedAt(july, 2), 2, 1e-6);
  expect(Math.round(60 * doublingHours(1.8))).toBe(23);
});

test("neither far past nor far future overflows", () => {
  expect([logisticShare(-800), logisticShare(800), softPlus(-800), softPlus(800)]).toEqual([0, 1, 0, 800]);
});
