import { expect, test } from "vitest";
import { tickCurve } from "../../src/model/aawp.ts";
import { infectedAt } from "../../src/model/logistic.ts";
import { growthPerHour } from "../../src/model/contact-rate.ts";
import { expectClose } from "./close.ts";
import { midpointOf } from "./closed-forms.ts";

const july = { hosts: 360_000, infectedAtStart: 100, deathShare: 0, patchShare: 0 };

test("with ticks of a second it follows the logistic curve", () => {
  const growth = { hosts: 360_000, growthPerHour: growthPerHour(360_000, 358), midpointHour: midpointOf(360_000, growthPerHour(360_000, 358), 100, 0) };
  const curve = tickCurve({ ...july, scansPerTick: 358 / 60 }, 10 * 3600);
  for (const hour of [1, 3, 5, 7, 9]) expectClose(curve[hour * 3600] ?? NaN, infectedAt(growth, hour), 0.003);
});

test("coarse ticks are slower, because a new host waits for the next tick", () => {
  const hourly = tickCurve({ ...july, scansPerTick: 358 * 60 }, 4)[4] ?? NaN;
  const minutely = tickCurve({ ...july, scansPerTick: 358 }, 240)[240] ?? NaN;
  expect(hourly).toBeLessThan(0.7 * minutely);
});

test("with everything patched each tick nobody is left, and with restarts alone some always are", () => {
  expect(tickCurve({ ...july, scansPerTick: 358 * 60, patchShare: 1 }, 1)[1]).toBeLessThan(200);
  expect(tickCurve({ ...july, scansPerTick: 358 * 60, patchShare: 0.5 }, 60)[60]).toBeLessThan(1);
  const restarting = tickCurve({ ...july, scansPerTick: 358 * 60, deathShare: 0.2 }, 100);
  expect(restarting.at(-1)).toBeGreaterThan(0.5 * july.hosts);
  expect(restarting.at(-1)).toBeLessThan(july.hosts);
});

test("infected hosts never exceed the hosts and never fall while nobody dies or is patched", () => {
  const curve = tickCurve({ ...july, scansPerTick: 358 * 60 }, 40);
  for (const [i, infected] of curve.entries()) {
    expect(infected).toBeLessThanOrEqual(july.hosts);
    if (i > 0) expect(infected).toBeGreaterThanOrEqual(curve[i - 1] ?? 0);
  }
});
