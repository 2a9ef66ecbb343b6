import { expect, test } from "vitest";
import { coverageOf, type CoverageExperiment } from "../../src/model/coverage.ts";
import { normalQuantile } from "../../src/model/confidence.ts";
import { drawNormal } from "../../src/model/draw.ts";
import { expectWithin } from "./close.ts";

const dice: CoverageExperiment = {
  id: "normal",
  estimator: "a normal deviate about 10",
  world: "known error",
  assumptionsHold: true,
  truth: 10,
  survey: (random) => {
    const value = 10 + drawNormal(random);
    return { value, low: value - normalQuantile, high: value + normalQuantile };
  },
};

test("an interval that is right by construction keeps its word in 95 of 100 runs, and errs evenly", () => {
  const { containing, below, above, bias } = coverageOf(dice, 4000, 1);
  expectWithin(containing, 0.95, 4 * Math.sqrt((0.95 * 0.05) / 4000));
  expectWithin(below, 0.025, 0.01);
  expectWithin(above, 0.025, 0.01);
  expectWithin(bias, 0, 0.01);
});

test("the same seed gives the same coverage, run by run independent of how many runs are asked for", () => {
  expect(coverageOf(dice, 200, 5)).toEqual(coverageOf(dice, 200, 5));
  const draws: number[] = [];
  const noting = { ...dice, survey: (random: () => number) => { draws.push(random()); return null; } };
  coverageOf(noting, 3, 5);
  coverageOf(noting, 2, 5);
  expect(draws.slice(3)).toEqual(draws.slice(0, 2));
});

test("a refusal is counted, and is no success", () => {
  expect(coverageOf({ ...dice, survey: () => null }, 10, 1)).toMatchObject({ refused: 10, containing: 0, below: 0, above: 0 });
});
