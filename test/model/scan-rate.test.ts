import { expect, test } from "vitest";
import { growthPerHour, rateOfHits } from "../../src/model/contact-rate.ts";
import { fittedRatePerMinute, scanRates } from "../../src/model/scan-rate.ts";
import { hitsOfMeanSeen } from "../../src/model/zero-truncated-poisson.ts";
import { recorded } from "./recorded.ts";

test("each rate has an id of its own, a positive value and a source", () => {
  expect(new Set(scanRates.map(({ id }) => id)).size).toBe(scanRates.length);
  for (const rate of scanRates) {
    expect(rate.ratePerMinute).toBeGreaterThan(0);
    expect(rate.source).not.toBe("");
  }
});

test("the rates derived from a class B's counts are those of the recorded hours", () => {
  const hours = (measure: string): number[] => recorded("intelsat-hourly-2001-08-01", measure, "2001-08-01T00:00Z", true).filter(({ fromHour, toHour }) => fromHour >= 2 && toHour <= 7).map(({ value }) => value);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  expect(hours("probes")).toHaveLength(5);
  const hits = hitsOfMeanSeen(sum(hours("probes")) / sum(hours("unique_sources")) / 3);
  expect(scanRates.find(({ id }) => id === "class-b-august")?.ratePerMinute).toBe(Math.round(rateOfHits(hits, 2 ** 16)));
  expect(scanRates.filter(({ id }) => id === "class-b-august" || id === "class-b-july").map(({ ratePerMinute }) => ratePerMinute)).toEqual([385, 443]);
});

test("the fitted rate rounds what the growth of July asks for", () => {
  expect(growthPerHour(360_000, fittedRatePerMinute)).toBeCloseTo(1.8, 3);
  expect(scanRates.find(({ id }) => id === "fitted-july")?.ratePerMinute).toBe(fittedRatePerMinute);
});
