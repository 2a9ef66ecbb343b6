import { expect, test } from "vitest";
import { growthPerHour } from "../../src/model/contact-rate.ts";
import { fittedRatePerMinute, rateBandPerMinute, scanRates } from "../../src/model/scan-rate.ts";

test("each rate has an id of its own, a positive value and a source", () => {
  expect(new Set(scanRates.map(({ id }) => id)).size).toBe(scanRates.length);
  for (const rate of scanRates) {
    expect(rate.ratePerMinute).toBeGreaterThan(0);
    expect(rate.source).not.toBe("");
  }
});

test("the band rises and holds the fitted rate, and every listed rate but the waking worm's lies within it", () => {
  expect([...rateBandPerMinute]).toEqual([...rateBandPerMinute].sort((a, b) => a - b));
  expect(rateBandPerMinute).toContain(fittedRatePerMinute);
  const outside = scanRates.filter(({ ratePerMinute }) => ratePerMinute < 282.5 || ratePerMinute > 833.5).map(({ id }) => id);
  expect(outside).toEqual(["cert-waking"]);
});

test("the fitted rate rounds what the growth of July asks for", () => {
  expect(growthPerHour(360_000, fittedRatePerMinute)).toBeCloseTo(1.8, 3);
});
