import { expect, test } from "vitest";
import { drawPoisson, logFactorial } from "../../src/model/draw-poisson.ts";
import { seededRandom } from "../../src/model/random.ts";
import { expectClose, expectWithin } from "./close.ts";
import { moments } from "./moments.ts";

const size = 60_000;

for (const mean of [0.05, 2.6, 9.9, 10.1, 84, 2000]) {
  test(`Poisson numbers of mean ${mean} have that mean and variance`, () => {
    const random = seededRandom(17);
    const drawn = moments(Array.from({ length: size }, () => drawPoisson(random, mean)));
    expectWithin(drawn.mean, mean, 4 * Math.sqrt(mean / size));
    expectWithin(drawn.variance / mean, 1, 4 * Math.sqrt((2 + 1 / mean) / size));
  });
}

for (const mean of [3, 12, 100]) {
  test(`each value of a Poisson number of mean ${mean} comes up as often as it should`, () => {
    const draws = 1_000_000;
    const random = seededRandom(23);
    const counts = new Map<number, number>();
    for (let i = 0; i < draws; i += 1) {
      const n = drawPoisson(random, mean);
      counts.set(n, (counts.get(n) ?? 0) + 1);
    }
    let [chiSquare, values] = [0, 0];
    for (let n = 0; n < 3 * mean; n += 1) {
      const expected = draws * Math.exp(n * Math.log(mean) - mean - logFactorial(n));
      if (expected < 10) continue;
      chiSquare += ((counts.get(n) ?? 0) - expected) ** 2 / expected;
      values += 1;
    }
    // Chi-square of v values has mean v and variance 2v.
    expectWithin(chiSquare, values, 4 * Math.sqrt(2 * values));
  });
}

test("a mean of zero gives zero", () => {
  expect(drawPoisson(seededRandom(1), 0)).toBe(0);
});

test("the series takes over from the table of factorials without a step", () => {
  for (let n = 1; n < 40; n += 1) expectClose(Math.exp(logFactorial(n) - logFactorial(n - 1)), n, 1e-10);
});
