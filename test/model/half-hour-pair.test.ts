import fc from "fast-check";
import { expect, test } from "vitest";
import { addressesOfHits, partShare, solveCountPair } from "../../src/model/half-hour-pair.ts";
import { expectClose, expectWithin } from "./close.ts";

const xs4all = (partCount: number) => solveCountPair({ partCount, wholeCount: 7528, parts: 16 });

const exact: readonly (readonly [part: number, hits: number, hosts: number, addresses: number])[] = [
  [700, 0.9223333621899936, 12496.477394890784, 23052.791123229432],
  [480, 0.04280789391732211, 179646.2701641393, 1069.9400860424569],
];
for (const [part, hits, hosts, addresses] of exact) {
  test(`a typical half-hour of ${part} means ${hosts.toFixed(0)} hosts on ${addresses.toFixed(0)} addresses`, () => {
    const solution = xs4all(part);
    if (solution.kind !== "solved") throw new Error(solution.reason);
    expectClose(solution.expectedHits, hits, 1e-6);
    expectClose(solution.hosts, hosts, 1e-6);
    expectClose(addressesOfHits(solution.expectedHits, 358, 8), addresses, 1e-6);
  });
}

test("a 30 % doubt about the typical half-hour moves the population from 12,500 to beyond a million", () => {
  const printed = [[650, 14_432], [600, 17_919], [550, 25_895], [520, 38_497], [500, 61_199], [490, 90_042], [475, 373_821], [472, 1_111_716]] as const;
  for (const [part, hosts] of printed) {
    const solution = xs4all(part);
    if (solution.kind !== "solved") throw new Error(solution.reason);
    expectWithin(solution.hosts, hosts, 0.5);
  }
});

test("a half-hour of 470.5 or less is refused as a result: no finite population fits", () => {
  expect(xs4all(470.5)).toEqual({ kind: "refused", reason: "no finite population: 16 parts of 470.5 do not exceed the whole of 7528" });
  expect(xs4all(300).kind).toBe("refused");
});

test("a half-hour as large as the whole is refused as a result", () => {
  expect(xs4all(7528).kind).toBe("refused");
});

test("the solution gives both counts back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 48 }), fc.double({ min: 0.01, max: 20, noNaN: true }), fc.integer({ min: 1000, max: 1_000_000 }), (parts, hits, hosts) => {
      const wholeCount = hosts * -Math.expm1(-hits);
      const solution = solveCountPair({ partCount: wholeCount * partShare(hits, parts), wholeCount, parts });
      if (solution.kind !== "solved") throw new Error(solution.reason);
      expectClose(solution.expectedHits, hits, 1e-6);
      expectClose(solution.hosts, hosts, 1e-6);
    }),
  );
});
