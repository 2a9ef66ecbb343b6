import { expect, test } from "vitest";
import { assumedBytes, floodSentence, floodTraffic } from "../../src/components/flood-sum.ts";
import { worldGbitPerSecond } from "../../src/model/bandwidth.ts";
import { fittedRatePerMinute } from "../../src/model/rate-band.ts";
import { get } from "../../src/published.ts";

test.each([
  [358, "1.03 Gbit/s"],
  [450, "1.30 Gbit/s"],
  [833, "2.40 Gbit/s"],
])("150,000 machines at %i tries a minute, three packets of 48 bytes each, send %s", (ratePerMinute, all) => {
  expect(floodTraffic({ hosts: 150_000, ratePerMinute, bytesPerTry: assumedBytes }).all).toBe(all);
});

test("one machine at the July rate sends 6.87 kilobits a second", () => {
  expect(floodTraffic({ hosts: 1, ratePerMinute: 358, bytesPerTry: assumedBytes }).one).toBe("6.87 kbit/s");
});

test.each([
  { hosts: 150_000, ratePerMinute: 0, bytesPerTry: 144 },
  { hosts: 150_000, ratePerMinute: Number.NaN, bytesPerTry: 144 },
  { hosts: 150_000, ratePerMinute: 358, bytesPerTry: -1 },
])("nonsense gets a request for numbers above zero, not a number: %o", (input) => {
  expect(floodSentence(input)).toBe("Give numbers above zero for the tries a minute and the bytes of a try.");
});

test("the sum that a reader may change starts from the bytes of the published result", () => {
  const published = get("results").rows.find(({ id }) => id === "flood-traffic-fitted-rate");
  const level = get("claims").rows.find(({ id }) => id === "kaspersky-denial")?.value;
  // Published numbers are written to twelve digits.
  expect(published?.value).toBe(Number(worldGbitPerSecond(level ?? Number.NaN, fittedRatePerMinute, assumedBytes).toPrecision(12)));
});
