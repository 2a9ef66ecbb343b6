import { expect, test } from "vitest";
import { drawRate, type RateSpread } from "../../src/model/host-rates.ts";
import { seededRandom } from "../../src/model/random.ts";
import { expectWithin } from "./close.ts";
import { moments } from "./moments.ts";

const laboratory: RateSpread = { kind: "mixture", kinds: [{ share: 0.3, ratePerMinute: 50_000 / 60 }, { share: 0.7, ratePerMinute: 160 / 60 }] };
/** With the mean of each, targets a minute. */
const spreads: readonly (readonly [spread: RateSpread, mean: number])[] = [
  [{ kind: "equal", ratePerMinute: 358 }, 358],
  [{ kind: "gamma", meanPerMinute: 358, shape: 1.5 }, 358],
  [laboratory, 0.3 * (50_000 / 60) + 0.7 * (160 / 60)],
];

for (const [spread, expected] of spreads) {
  test(`rates drawn from a spread of kind ${spread.kind} average to its mean`, () => {
    const random = seededRandom(3);
    const { mean, variance } = moments(Array.from({ length: 50_000 }, () => drawRate(random, spread)));
    expectWithin(mean, expected, 4 * Math.sqrt(variance / 50_000) + 1e-9);
  });
}

test("a mixture draws the rates of its kinds and no other", () => {
  const random = seededRandom(4);
  const rates = new Set(Array.from({ length: 100 }, () => drawRate(random, laboratory)));
  expect([...rates].sort((a, b) => a - b)).toEqual([160 / 60, 50_000 / 60]);
});
