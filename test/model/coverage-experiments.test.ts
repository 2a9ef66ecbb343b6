import { expect, test } from "vitest";
import { coverageExperiments } from "../../src/model/coverage-experiments.ts";
import { coverageOf, type Coverage } from "../../src/model/coverage.ts";
import { expectWithin } from "./close.ts";

const results = new Map<string, Coverage>(coverageExperiments.map((experiment) => [experiment.id, coverageOf(experiment, 1000, 20010802)]));
const of = (id: string): Coverage => {
  const result = results.get(id);
  if (result === undefined) throw new Error(`no experiment ${id}`);
  return result;
};

for (const { id, estimator, world, assumptionsHold } of coverageExperiments) {
  if (!assumptionsHold) continue;
  test(`95 % intervals of ${estimator} contain the truth in 93 to 97 of 100 runs with ${world}`, () => {
    const { containing, bias, refused } = of(id);
    expectWithin(containing, 0.95, 0.02);
    expectWithin(bias, 0, 0.005);
    expect(refused).toBe(0);
  });
}

for (const id of ["implied-unequal", "chapman-unequal", "chao-unequal"]) {
  test(`with unequal rates the interval of ${of(id).estimator} never contains the truth and lies below it`, () => {
    expect(of(id).containing).toBe(0);
    expect(of(id).below).toBe(1);
  });
}

test("unequal rates cost a /16 16 % of its population, two lists 28 %, one list with frequencies 23 %", () => {
  expectWithin(of("implied-unequal").bias, -0.16, 0.005);
  expectWithin(of("chapman-unequal").bias, -0.28, 0.01);
  expectWithin(of("chao-unequal").bias, -0.23, 0.01);
});

test("a small sensor hardly minds unequal rates: it errs low, yet nine of ten intervals hold", () => {
  const { containing, below, above, bias } = of("implied-small-unequal");
  expect(containing).toBeGreaterThan(0.88);
  expect(containing).toBeLessThan(0.95);
  expect(below).toBeGreaterThan(above);
  expectWithin(bias, -0.025, 0.005);
});

test("a rate taken too high makes the population too low, in every run", () => {
  expect(of("implied-wrong-rate")).toMatchObject({ containing: 0, below: 1 });
});

test("addresses that change once a day make the population too high, in every run", () => {
  expect(of("implied-changing")).toMatchObject({ containing: 0, above: 1 });
  expectWithin(of("implied-changing").bias, 0.12, 0.01);
});

test("errors that add up, as in a running total, leave a good third of a fit's intervals wrong, as often too low as too high", () => {
  const { containing, below, above } = of("logistic-carried");
  expect(containing).toBeGreaterThan(0.5);
  expect(containing).toBeLessThan(0.67);
  expectWithin(below, above, 0.06);
});
