import fc from "fast-check";
import { test } from "vitest";
import { biasOfAverageChance, horvitzThompson } from "../../src/model/horvitz-thompson.ts";
import { impliedPopulation } from "../../src/model/implied-population.ts";
import { seenShareGamma } from "../../src/model/rate-spread.ts";
import { expectedHits, seenShare } from "../../src/model/visibility.ts";
import { expectClose, expectWithin } from "./close.ts";
import { watches } from "./sights.ts";

test("with one chance for all it is the implied population", () => {
  fc.assert(
    fc.property(watches, fc.integer({ min: 1, max: 100_000 }), (watch, seen) => {
      const [ours, theirs] = [horvitzThompson([{ seen, chance: seenShare(watch) }]), impliedPopulation(seen, watch)];
      expectClose(ours.value, theirs.value);
      expectClose(1 + ours.standardError, 1 + theirs.standardError);
    }),
  );
});

test("two kinds of hosts, each with its own chance, add up", () => {
  const { value, standardError } = horvitzThompson([{ seen: 900, chance: 0.9 }, { seen: 100, chance: 0.1 }]);
  expectClose(value, 2000);
  expectClose(standardError, Math.sqrt(100 / 0.9 + 9000));
});

test("one average chance for gamma rates of shape 1.5 is 16 % too low on a /16 and 1 % on 835 addresses", () => {
  const bias = (monitoredAddresses: number): number => {
    const hits = expectedHits({ ratePerMinute: 358, windowHours: 8, monitoredAddresses });
    return biasOfAverageChance(seenShareGamma(hits, 1.5), -Math.expm1(-hits)) - 1;
  };
  expectWithin(bias(65536), -0.16, 0.005);
  expectWithin(bias(835), -0.01, 0.005);
});
