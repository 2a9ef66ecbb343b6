import fc from "fast-check";
import { expect, test } from "vitest";
import { chaoLowerBound } from "../../src/model/chao.ts";
import { expectClose, expectWithin } from "./close.ts";

test("67,303 sources, 47,685 seen once and 15,584 twice, are at least 140,252 hosts", () => {
  expectClose(chaoLowerBound({ distinct: 67_303, seenOnce: 47_685, seenTwice: 15_584 }).value, 140251.71799807507);
});

for (const [distinct, seenOnce, seenTwice, printed] of [[9, 3, 3, [9.75, 1.42, 9.07, 17.45]], [4, 2, 0, [5, 2.17, 4.08, 17.27]]] as const) {
  test(`bound, error and interval for ${distinct} seen, ${seenOnce} once and ${seenTwice} twice are those the EstimateS program prints`, () => {
    // As recorded in the tests of scikit-bio (skbio/diversity/alpha/tests/test_chao1.py); EstimateS rounds to two decimals.
    const { value, standardError, low, high } = chaoLowerBound({ distinct, seenOnce, seenTwice });
    [value, standardError, low, high].forEach((number, i) => { expectWithin(number, printed[i] ?? NaN, 0.0055); });
  });
}

test("with no source seen once the list is taken as complete", () => {
  expect(chaoLowerBound({ distinct: 500, seenOnce: 0, seenTwice: 3 })).toEqual({ value: 500, standardError: 0, low: 500, high: 500 });
});

test("the bound and its interval are never below the sources seen, and rise with those seen once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (seenOnce, seenTwice, more) => {
      const distinct = seenOnce + 1 + seenTwice + more;
      const { value, low, high } = chaoLowerBound({ distinct, seenOnce, seenTwice });
      expect(low).toBeGreaterThanOrEqual(distinct);
      expect(value).toBeGreaterThanOrEqual(low);
      expect(high).toBeGreaterThanOrEqual(value);
      expect(chaoLowerBound({ distinct, seenOnce: seenOnce + 1, seenTwice }).value).toBeGreaterThanOrEqual(value);
    }),
  );
});
