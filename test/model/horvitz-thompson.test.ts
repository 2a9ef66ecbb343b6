import fc from "fast-check";
import { expect, test } from "vitest";
import { horvitzThompsonAssumptions } from "../../src/model/horvitz-thompson.ts";
import { impliedPopulation } from "../../src/model/implied-population.ts";
import { seenShare } from "../../src/model/visibility.ts";
import { expectClose } from "./close.ts";
import { horvitzThompson } from "./closed-forms.ts";
import { watches } from "./sights.ts";

test("with one chance for all it is the implied population, as the methods page says", () => {
  fc.assert(
    fc.property(watches, fc.integer({ min: 1, max: 100_000 }), (watch, seen) => {
      const [ours, theirs] = [impliedPopulation(seen, watch), horvitzThompson([{ seen, chance: seenShare(watch) }])];
      expectClose(ours.value, theirs.value);
      expectClose(1 + ours.standardError, 1 + theirs.standardError);
    }),
  );
});

test("the assumptions name the chance and the host that is one address", () => {
  expect(horvitzThompsonAssumptions.join()).toMatch(/chance of being seen.*one source address/);
});
