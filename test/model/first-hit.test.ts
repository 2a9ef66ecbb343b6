import fc from "fast-check";
import { test } from "vitest";
import { firstHit } from "../../src/model/first-hit.ts";
import { seenShare } from "../../src/model/visibility.ts";
import { expectClose, expectWithin } from "./close.ts";
import { hoursUntilSeen } from "./closed-forms.ts";
import { sights } from "./sights.ts";

test("a /16 waits 3.05 hours for a first hit on average, half of the hosts 2.11, one in twenty over 9.14", () => {
  const { meanHours, medianHours, hours95 } = firstHit({ ratePerMinute: 358, monitoredAddresses: 65536 });
  expectClose(meanHours, 3.051024208566108);
  expectClose(medianHours, 2.114808827987736);
  expectClose(hours95, 9.140051688996012);
});

/** Half of the last digit printed: whole hours from 100 up, tenths below. */
const lastDigit = (printed: number): number => (printed >= 100 ? 0.5 : 0.05);

const waits: readonly (readonly [prefix: number, mean: number, median: number, hours95: number])[] = [
  [24, 781, 541, 2340],
  [22, 195, 135, 585],
  [20, 48.8, 33.8, 146],
  [18, 12.2, 8.5, 36.6],
];
for (const [prefix, mean, median, hours95] of waits) {
  test(`a /${prefix} waits ${mean} hours on average, ${median} for half of the hosts`, () => {
    const wait = firstHit({ ratePerMinute: 358, monitoredAddresses: 2 ** (32 - prefix) });
    expectWithin(wait.meanHours, mean, lastDigit(mean));
    expectWithin(wait.medianHours, median, lastDigit(median));
    expectWithin(wait.hours95, hours95, lastDigit(hours95));
  });
}

test("a window as long as the wait for a share shows just that share", () => {
  fc.assert(
    fc.property(sights, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (sight, share) => {
      expectClose(seenShare({ ...sight, windowHours: hoursUntilSeen(share, sight) }), share);
      expectClose(firstHit(sight).medianHours, hoursUntilSeen(0.5, sight));
      expectClose(firstHit(sight).hours95, hoursUntilSeen(0.95, sight));
    }),
  );
});
