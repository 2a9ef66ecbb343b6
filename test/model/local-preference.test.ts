import { expect, test } from "vitest";
import { codeRedTwo, hitsAgainstUniform } from "../../src/model/local-preference.ts";
import { expectWithin } from "./close.ts";

for (const [nearness, factor] of [["far", 0.125], ["same /8", 128], ["same /16", 24_704]] as const) {
  test(`Code Red II from a host ${nearness === "far" ? nearness : `in the ${nearness}`} hits a sensor ${factor} times as often as a uniform scanner`, () => {
    expectWithin(hitsAgainstUniform(codeRedTwo, nearness), factor, factor === 0.125 ? 0 : 0.5);
  });
}

test("without preference nearness does not matter", () => {
  const uniform = { anywhere: 1, sameEight: 0, sameSixteen: 0 };
  expect((["far", "same /8", "same /16"] as const).map((nearness) => hitsAgainstUniform(uniform, nearness))).toEqual([1, 1, 1]);
});

test("averaged over all addresses local preference changes nothing", () => {
  // Shares of the space that are far, in the same /8 only, and in the same /16.
  const shares = { far: 1 - 2 ** -8, "same /8": 2 ** -8 - 2 ** -16, "same /16": 2 ** -16 };
  const mean = (["far", "same /8", "same /16"] as const).reduce((sum, nearness) => sum + shares[nearness] * hitsAgainstUniform(codeRedTwo, nearness), 0);
  expectWithin(mean, 1, 1e-12);
});
