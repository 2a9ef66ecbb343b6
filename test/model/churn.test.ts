import fc from "fast-check";
import { expect, test } from "vitest";
import { addressesPerHost, addressesSeen } from "../../src/model/churn.ts";
import { expectClose } from "./close.ts";
import { addressesUsed, distinctSeen } from "./closed-forms.ts";
import { watches } from "./sights.ts";

const changes = fc.double({ min: 0.001, max: 1, noNaN: true });

test("without changes of address the count is that of a constant population", () => {
  fc.assert(fc.property(watches, (watch) => { expectClose(addressesSeen(1000, 0, watch), distinctSeen(1000, watch.windowHours, watch)); }));
});

test("changing addresses only ever add to the count, and never beyond the addresses used", () => {
  fc.assert(
    fc.property(watches, changes, (watch, perHour) => {
      const seen = addressesSeen(1000, perHour, watch);
      expect(seen).toBeGreaterThanOrEqual(addressesSeen(1000, 0, watch) * (1 - 1e-9));
      expect(seen).toBeLessThanOrEqual(addressesUsed(1000, perHour, watch.windowHours) * (1 + 1e-9));
    }),
  );
});

test("a /8 counts nearly two addresses a host after a day of one change a day, a /24 hardly one in thirty", () => {
  const day = { ratePerMinute: 358, windowHours: 24 };
  expectClose(addressesPerHost(1 / 24, { ...day, monitoredAddresses: 2 ** 24 }), 2, 0.001);
  expect(addressesPerHost(1 / 24, { ...day, monitoredAddresses: 256 })).toBeLessThan(1 / 30);
});
