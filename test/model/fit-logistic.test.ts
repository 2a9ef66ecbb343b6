import fc from "fast-check";
import { expect, test } from "vitest";
import { fitLogistic, type CurvePoint, type LogisticFit } from "../../src/model/fit-logistic.ts";
import { infectedAt } from "../../src/model/logistic.ts";
import { expectClose, expectWithin } from "./close.ts";
import { infectedHostHours } from "./closed-forms.ts";
import { recorded } from "./recorded.ts";

function fitted(points: readonly CurvePoint[]): Extract<LogisticFit, { kind: "fitted" }> {
  const fit = fitLogistic(points);
  if (fit.kind === "refused") throw new Error(fit.reason);
  return fit;
}

const growths = fc.record({ hosts: fc.double({ min: 1000, max: 1e6, noNaN: true }), growthPerHour: fc.double({ min: 0.3, max: 2.5, noNaN: true }), midpointHour: fc.double({ min: 10, max: 14, noNaN: true }) });

test("a curve without error is found again, from moments and from means of an hour", () => {
  fc.assert(
    fc.property(growths, (growth) => {
      const moments = Array.from({ length: 24 }, (_, hour) => ({ fromHour: hour, toHour: hour, value: infectedAt(growth, hour) }));
      const means = Array.from({ length: 24 }, (_, hour) => ({ fromHour: hour, toHour: hour + 1, value: infectedHostHours(growth, hour, hour + 1) }));
      for (const points of [moments, means]) {
        const fit = fitted(points);
        expectClose(fit.growth.hosts, growth.hosts, 1e-6);
        expectClose(fit.growth.growthPerHour, growth.growthPerHour, 1e-6);
        expectClose(fit.growth.midpointHour, growth.midpointHour, 1e-6);
      }
    }),
    { numRuns: 50 },
  );
});

test("values ten times as high give a curve ten times as high, and the same growth and midpoint", () => {
  const points = recorded("sans-hourly-2001-08-01", "unique_sources", "2001-08-01T00:00Z", true).filter(({ toHour }) => toHour <= 18);
  const [plain, tenfold] = [fitted(points), fitted(points.map((point) => ({ ...point, value: 10 * point.value })))];
  expectClose(tenfold.height.value, 10 * plain.height.value, 1e-6);
  expectClose(tenfold.growthPerHour.value, plain.growthPerHour.value, 1e-6);
  expectClose(tenfold.midpointHour.high, plain.midpointHour.high, 1e-6);
});

test("values that fall, and values that only grow, are refused as results", () => {
  const hours = [0, 1, 2, 3, 4, 5, 6, 7];
  const at = (f: (hour: number) => number): CurvePoint[] => hours.map((hour) => ({ fromHour: hour, toHour: hour, value: f(hour) }));
  expect(fitLogistic(at((hour) => 100 - hour))).toEqual({ kind: "refused", reason: "the values do not rise" });
  expect(fitLogistic(at((hour) => Math.exp(hour))).kind).toBe("refused");
});

// 16:27 UTC: from here on the telescope's first-seen times are partly a change of instrument.
const beforeChange = recorded("caida-2001-07-19-cumulative", "unique_sources_cumulative", "2001-07-19T00:00Z", false).filter(({ toHour }) => toHour < 16.45);

test("the telescope's running total of 19 July up to 16:27 UTC grows at 1.5 to 1.7 an hour, depending on where the fit begins", () => {
  expectWithin(fitted(beforeChange).growthPerHour.value, 1.53, 0.01);
  expectWithin(fitted(beforeChange.filter(({ toHour }) => toHour >= 14)).growthPerHour.value, 1.66, 0.01);
});

test("its residuals run in waves, so the interval of that growth is too narrow to be believed", () => {
  const fit = fitted(beforeChange);
  expect(fit.residualCorrelation).toBeGreaterThan(0.9);
  expect(fit.residuals).toHaveLength(beforeChange.length);
  expect(fitted(beforeChange.filter(({ toHour }) => toHour >= 14)).growthPerHour.value).toBeGreaterThan(fit.growthPerHour.high);
});

test("the growth of the telescope's sources active at once, up to 16:27 UTC, is 1.8 an hour", () => {
  const active = recorded("caida-2001-07-19-cumulative", "sources_active", "2001-07-19T00:00Z", false).filter(({ toHour }) => toHour < 16.45);
  expectWithin(fitted(active).growthPerHour.value, 1.81, 0.01);
});

test("the class B's hourly sources of 19 July grow at 1.7 an hour up to the peak, an interval that holds Staniford's 1.8", () => {
  const hourly = recorded("cas-class-b-hourly-2001-07-19", "unique_sources", "2001-07-19T00:00Z", true).filter(({ toHour }) => toHour <= 20);
  const { growthPerHour, residualCorrelation } = fitted(hourly);
  expectWithin(growthPerHour.value, 1.72, 0.01);
  expect(growthPerHour.low).toBeLessThan(1.8);
  expect(growthPerHour.high).toBeGreaterThan(1.8);
  expect(residualCorrelation).toBeLessThan(0.3);
});

test("SANS's hourly sources of 1 August grow at 0.67 an hour, an interval that holds Staniford's 0.7", () => {
  const hourly = recorded("sans-hourly-2001-08-01", "unique_sources", "2001-08-01T00:00Z", true).filter(({ toHour }) => toHour <= 18);
  expect(hourly).toHaveLength(14);
  const { growthPerHour, height, midpointHour } = fitted(hourly);
  expectWithin(growthPerHour.value, 0.673, 0.001);
  expect(growthPerHour.low).toBeLessThan(0.7);
  expect(growthPerHour.high).toBeGreaterThan(0.7);
  expectWithin(midpointHour.value, 15.28, 0.01);
  expectWithin(height.value, 59_925, 1);
});

test("Intelsat's seven hours of 1 August do not bend, so no height is given", () => {
  expect(fitLogistic(recorded("intelsat-hourly-2001-08-01", "unique_sources", "2001-08-01T00:00Z", true)).kind).toBe("refused");
});
