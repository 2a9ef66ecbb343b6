import { expect, test } from "vitest";
import { rateOfGrowth } from "../../src/model/contact-rate.ts";
import { fittedHosts, fittedRatePerMinute, rateBandPerMinute } from "../../src/model/rate-band.ts";

test("the band rises, and holds the fitted rate and what it is made from: the threads, the growth of July and the laboratory", () => {
  expect([...rateBandPerMinute]).toEqual([...rateBandPerMinute].sort((a, b) => a - b));
  expect(rateBandPerMinute).toContain(fittedRatePerMinute);
  expect(rateBandPerMinute[0]).toBe(Math.round((99 * 60) / 21));
  expect(rateBandPerMinute.at(-1)).toBe(Math.floor(50_000 / 60));
  expect(Math.round(rateOfGrowth(1.8, fittedHosts))).toBe(fittedRatePerMinute);
});
