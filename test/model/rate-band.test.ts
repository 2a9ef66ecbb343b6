import { expect, test } from "vitest";
import { fittedRatePerMinute, rateBandPerMinute } from "../../src/model/rate-band.ts";
import { scanRates } from "../../src/model/scan-rate.ts";

test("the band rises and holds the fitted rate, and every listed rate but the waking worm's lies within it", () => {
  expect([...rateBandPerMinute]).toEqual([...rateBandPerMinute].sort((a, b) => a - b));
  expect(rateBandPerMinute).toContain(fittedRatePerMinute);
  const outside = scanRates.filter(({ ratePerMinute }) => ratePerMinute < 282.5 || ratePerMinute > 833.5).map(({ id }) => id);
  expect(outside).toEqual(["cert-waking"]);
});
