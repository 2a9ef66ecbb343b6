import { expect, test } from "vitest";
import { drawExponential, drawGamma, drawIndex, drawNormal } from "../../src/model/draw.ts";
import { seededRandom } from "../../src/model/random.ts";
import { expectWithin } from "./close.ts";
import { moments } from "./moments.ts";

const size = 100_000;
const sample = (draw: (random: () => number) => number): number[] => {
  const random = seededRandom(11);
  return Array.from({ length: size }, () => draw(random));
};

test("waiting times have mean 1 and variance 1", () => {
  const { mean, variance } = moments(sample(drawExponential));
  expectWithin(mean, 1, 4 / Math.sqrt(size));
  // The variance of a sample variance of exponentials is 8 / size.
  expectWithin(variance, 1, 4 * Math.sqrt(8 / size));
});

test("normal deviates have mean 0, variance 1, and one in twenty beyond 1.96", () => {
  const numbers = sample(drawNormal);
  const { mean, variance } = moments(numbers);
  expectWithin(mean, 0, 4 / Math.sqrt(size));
  expectWithin(variance, 1, 4 * Math.sqrt(2 / size));
  expectWithin(numbers.filter((x) => Math.abs(x) > 1.96).length / size, 0.05, 4 * Math.sqrt(0.0475 / size));
});

for (const shape of [0.5, 1.5, 8]) {
  test(`gamma deviates of shape ${shape} have mean 1 and variance 1/shape`, () => {
    const { mean, variance } = moments(sample((random) => drawGamma(random, shape)));
    expectWithin(mean, 1, 4 / Math.sqrt(shape * size));
    // Kurtosis of a gamma: 3 + 6/shape.
    expectWithin(variance * shape, 1, 4 * Math.sqrt((2 + 6 / shape) / size));
  });
}

test("indexes reach both ends and nothing beyond", () => {
  expect([...new Set(sample((random) => drawIndex(random, 5)))].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
});
