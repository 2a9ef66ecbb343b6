import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctSeen, initialNewPerHour } from "../../src/model/distinct-seen.ts";
import { seenShare } from "../../src/model/visibility.ts";
import { expectClose } from "./close.ts";
import { sights } from "./sights.ts";

const sight = { ratePerMinute: 358, monitoredAddresses: 65536 };

test("nothing has been seen before the watch begins", () => {
  expect(distinctSeen(1000, 0, sight)).toBe(0);
});

test("the count is the population times the share seen, and never exceeds the population", () => {
  fc.assert(
    fc.property(sights, fc.double({ min: 0.01, max: 1000, noNaN: true }), (s, hours) => {
      expectClose(distinctSeen(5000, hours, s), 5000 * seenShare({ ...s, windowHours: hours }));
      expect(distinctSeen(5000, hours, s)).toBeLessThanOrEqual(5000);
    }),
  );
});

test("the curve bends: a second window of the same length adds less than the first", () => {
  const first = distinctSeen(1000, 8, sight);
  expect(distinctSeen(1000, 16, sight) - first).toBeLessThan(0.1 * first);
});

test("a small sensor's curve is a straight line for a day", () => {
  const small = { ratePerMinute: 358, monitoredAddresses: 256 };
  expectClose(distinctSeen(1000, 24, small), 24 * initialNewPerHour(1000, small), 0.02);
});
