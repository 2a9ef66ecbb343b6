import { expect, test } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { scanRates } from "../../src/aggregates/scan-rates.ts";
import { growthPerHour, rateOfHits } from "../../src/model/contact-rate.ts";
import { fittedRatePerMinute, rateBandPerMinute } from "../../src/model/rate-band.ts";
import { hitsOfMeanSeen } from "../../src/model/zero-truncated-poisson.ts";
import { readRecords } from "../../src/readers/records.ts";
import { recorded } from "../model/recorded.ts";

const records = readRecords(readInputFiles());
const rates = scanRates(records);
const rateOf = (id: string, from = rates): number | undefined => from.find((each) => each.id === id)?.ratePerMinute;

test("each rate has an id of its own, a positive value and a source", () => {
  expect(new Set(rates.map(({ id }) => id)).size).toBe(rates.length);
  for (const rate of rates) {
    expect(rate.ratePerMinute).toBeGreaterThan(0);
    expect(rate.source).not.toBe("");
  }
});

test("each rate names the claims or the dataset that it is worked out from; only assumptions name none", () => {
  for (const { id, basis, claims, datasets } of rates) expect(claims.length + datasets.length > 0, id).toBe(basis !== "assumed");
});

test("a corrected claim corrects the rate and its words", () => {
  const corrected = { ...records, claims: records.claims.map((row) => (row.id === "cert-04" ? { ...row, value: 60_000 } : row)) };
  expect(rateOf("cert-scanning", scanRates(corrected))).toBe(1000);
  expect(scanRates(corrected).find(({ id }) => id === "cert-scanning")?.what).toContain("more than 60,000 an hour");
});

test("a missing hour of the sensor is named", () => {
  const series = new Map(records.series).set("intelsat-hourly-2001-08-01", (records.series.get("intelsat-hourly-2001-08-01") ?? []).filter((row) => row.window_start_utc !== "2001-08-01T04:00Z"));
  expect(() => scanRates({ ...records, series })).toThrow(/intelsat-hourly-2001-08-01\.csv.*5 hours of probes/);
});

test("the rates derived from a class B's counts are those of the recorded hours", () => {
  const hours = (measure: string): number[] => recorded("intelsat-hourly-2001-08-01", measure, "2001-08-01T00:00Z", true).filter(({ fromHour, toHour }) => fromHour >= 2 && toHour <= 7).map(({ value }) => value);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  expect(hours("probes")).toHaveLength(5);
  const hits = hitsOfMeanSeen(sum(hours("probes")) / sum(hours("unique_sources")) / 3);
  expect(rateOf("class-b-august")).toBe(Math.round(rateOfHits(hits, 2 ** 16)));
  expect([rateOf("class-b-august"), rateOf("class-b-july")]).toEqual([385, 443]);
});

test("the fitted rate rounds what the growth of July asks for", () => {
  expect(growthPerHour(360_000, fittedRatePerMinute)).toBeCloseTo(1.8, 3);
  expect(rateOf("fitted-july")).toBe(fittedRatePerMinute);
});

test("the band rises and holds the fitted rate, and every listed rate but the waking worm's lies within it", () => {
  expect([...rateBandPerMinute]).toEqual([...rateBandPerMinute].sort((a, b) => a - b));
  expect(rateBandPerMinute).toContain(fittedRatePerMinute);
  const outside = rates.filter(({ ratePerMinute }) => ratePerMinute < 282.5 || ratePerMinute > 833.5).map(({ id }) => id);
  expect(outside).toEqual(["cert-waking"]);
});
