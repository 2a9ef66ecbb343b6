import fc from "fast-check";
import { expect, test } from "vitest";
import { fitExponential } from "../../src/model/fit-exponential.ts";
import { expectClose, expectWithin } from "./close.ts";
import { recorded } from "./recorded.ts";

const middle = ({ fromHour, toHour, value }: { fromHour: number; toHour: number; value: number }): { hour: number; count: number } => ({ hour: (fromHour + toHour) / 2, count: value });

test("pure growth is found again whatever its scale", () => {
  fc.assert(
    fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0.1, max: 1e5, noNaN: true }), (growth, scale) => {
      const fit = fitExponential([0, 1, 2, 3, 4, 5].map((hour) => ({ hour, count: scale * Math.exp(growth * hour) })));
      expectWithin(fit.growthPerHour.value, growth, 1e-9);
      expectClose(fit.valueAtZero, scale, 1e-8);
    }),
  );
});

test("Intelsat's distinct sources grow at 0.50 an hour in the first seven hours of 1 August, surely below 0.7", () => {
  const { growthPerHour } = fitExponential(recorded("intelsat-hourly-2001-08-01", "unique_sources", "2001-08-01T00:00Z", true).map(middle));
  expectWithin(growthPerHour.value, 0.501, 0.001);
  expect(growthPerHour.high).toBeLessThan(0.7);
});

test("SANS's distinct sources grow at 0.58 an hour from 04:00 to 13:00 UTC, less than the logistic fit that knows of the bend", () => {
  const early = recorded("sans-hourly-2001-08-01", "unique_sources", "2001-08-01T00:00Z", true).filter(({ toHour }) => toHour <= 13);
  expectWithin(fitExponential(early.map(middle)).growthPerHour.value, 0.582, 0.001);
});
