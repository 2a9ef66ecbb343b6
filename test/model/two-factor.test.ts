import fc from "fast-check";
import { expect, test } from "vitest";
import { infectedAt } from "../../src/model/logistic.ts";
import { twoFactorCurve } from "../../src/model/two-factor.ts";
import { expectClose } from "./close.ts";
import { midpointOf } from "./closed-forms.ts";

const plain = { hosts: 360_000, infectedAtStart: 100, contactPerHour: 1.8, cleaningPerHour: 0, patchingPerHour: 0, congestionExponent: 0 };
/** The authors' own run, as a student report quotes it: a million hosts, one infected. */
const published = { hosts: 1_000_000, infectedAtStart: 1, contactPerHour: 0.8, cleaningPerHour: 0.05, patchingPerHour: 0.06, congestionExponent: 3 };

test("without cleaning, patching and congestion it is the logistic curve", () => {
  const growth = { hosts: 360_000, growthPerHour: 1.8, midpointHour: midpointOf(360_000, 1.8, 100, 0) };
  for (const { hour, infected } of twoFactorCurve(plain, 12)) expectClose(infected, infectedAt(growth, hour), 1e-5);
});

test("hosts are neither made nor lost", () => {
  const factors = fc.record({ contactPerHour: fc.double({ min: 0.1, max: 2, noNaN: true }), cleaningPerHour: fc.double({ min: 0, max: 0.5, noNaN: true }), patchingPerHour: fc.double({ min: 0, max: 0.5, noNaN: true }), congestionExponent: fc.double({ min: 0, max: 4, noNaN: true }) });
  fc.assert(
    fc.property(factors, (factor) => {
      for (const { susceptible, infected, cleaned, patched } of twoFactorCurve({ hosts: 100_000, infectedAtStart: 50, ...factor }, 48, 0.25)) {
        expectClose(susceptible + infected + cleaned + patched, 100_000);
        expect(Math.min(susceptible, infected, cleaned, patched)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 40 },
  );
});

test("with both factors the outbreak peaks below its hosts and then falls, which a logistic curve cannot", () => {
  const infected = twoFactorCurve(published, 80).map((state) => state.infected);
  const peak = Math.max(...infected);
  expect(peak).toBeLessThan(0.6 * published.hosts);
  expect(infected.at(-1)).toBeLessThan(0.8 * peak);
});

test("each factor alone lowers the number infected at every hour", () => {
  const base = twoFactorCurve({ ...published, cleaningPerHour: 0, patchingPerHour: 0, congestionExponent: 0 }, 40);
  for (const factor of [{ cleaningPerHour: 0.05 }, { patchingPerHour: 0.06 }, { congestionExponent: 3 }]) {
    const slower = twoFactorCurve({ ...published, cleaningPerHour: 0, patchingPerHour: 0, congestionExponent: 0, ...factor }, 40);
    for (const [i, state] of slower.entries()) if (i > 0) expect(state.infected).toBeLessThan(base[i]?.infected ?? 0);
  }
});

test("halving the step changes nothing that could be read off a chart", () => {
  expectClose(twoFactorCurve(published, 40, 0.05).at(-1)?.infected ?? NaN, twoFactorCurve(published, 40, 0.025).at(-1)?.infected ?? NaN, 1e-6);
});

test("patching follows all who were ever infected, cleaned ones too", () => {
  const states = twoFactorCurve(published, 60, 0.05);
  const [before, at, after] = states.slice(-3);
  if (before === undefined || at === undefined || after === undefined) throw new Error("too few states");
  expect(at.cleaned).toBeGreaterThan(at.infected);
  expectClose((after.patched - before.patched) / (after.hour - before.hour), (published.patchingPerHour * at.susceptible * (at.infected + at.cleaned)) / published.hosts, 1e-4);
});
