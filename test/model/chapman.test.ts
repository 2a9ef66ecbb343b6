import fc from "fast-check";
import { expect, test } from "vitest";
import { chapman } from "../../src/model/chapman.ts";
import { expectClose } from "./close.ts";

test("lists of 67,303 and 11,082 with 5,325 in common give 140,053, give or take 1,327", () => {
  const { value, standardError } = chapman({ first: 67_303, second: 11_082, both: 5325 });
  expectClose(value, 140053.49342846413);
  expectClose(standardError, 1327.1606229664696);
});

test("the more unequal the hosts behind 140,000, the lower the estimate", () => {
  expectClose(chapman({ first: 59_139, second: 10_618, both: 6249 }).value, 100480.2256);
  expectClose(chapman({ first: 47_903, second: 10_103, both: 6999 }).value, 69145.00228571429);
});

const lists = fc.record({ both: fc.integer({ min: 0, max: 1000 }), onlyFirst: fc.integer({ min: 0, max: 10_000 }), onlySecond: fc.integer({ min: 0, max: 10_000 }) });

test("the estimate is never below what both lists hold, and the order of the lists does not matter", () => {
  fc.assert(
    fc.property(lists, ({ both, onlyFirst, onlySecond }) => {
      const [first, second] = [both + onlyFirst, both + onlySecond];
      const estimate = chapman({ first, second, both });
      expect(estimate.value).toBeGreaterThanOrEqual(both + onlyFirst + onlySecond - 1e-9 * estimate.value);
      expect(estimate.low).toBeGreaterThanOrEqual(both + onlyFirst + onlySecond);
      expect(chapman({ first: second, second: first, both })).toEqual(estimate);
    }),
  );
});

test("equal lists are the whole population, without error", () => {
  expect(chapman({ first: 500, second: 500, both: 500 })).toEqual({ value: 500, standardError: 0, low: 500, high: 500 });
});
