import { expect, test } from "vitest";
import { above, finite, ModelArgumentError, notNegative, positive, positiveBelow, positiveUpTo, properShare, share, wholeNumber } from "../../src/model/argument.ts";

test("the error names the argument, the value and what is allowed", () => {
  expect(() => positive("ratePerMinute", -3)).toThrow(new ModelArgumentError("ratePerMinute", -3, "a finite number above 0"));
  try {
    positive("ratePerMinute", -3);
  } catch (error) {
    expect(error).toMatchObject({ name: "ModelArgumentError", argument: "ratePerMinute", value: -3, message: "ratePerMinute is -3; allowed is a finite number above 0" });
  }
});

const checks: readonly (readonly [name: string, check: (value: number) => number, good: readonly number[], bad: readonly number[]])[] = [
  ["finite", (v) => finite("x", v), [0, -1, 1e300], [NaN, Infinity, -Infinity]],
  ["positive", (v) => positive("x", v), [1e-300, 7], [0, -1, NaN, Infinity]],
  ["not negative", (v) => notNegative("x", v), [0, 7], [-1e-300, NaN, Infinity]],
  ["share", (v) => share("x", v), [0, 0.5, 1], [-0.1, 1.1, NaN]],
  ["proper share", (v) => properShare("x", v), [0.5], [0, 1, NaN]],
  ["above a floor", (v) => above("x", v, 1), [1.001], [1, 0, NaN, Infinity]],
  ["positive up to a ceiling", (v) => positiveUpTo("x", v, 10), [10, 0.1], [0, 10.1, NaN]],
  ["positive below a ceiling", (v) => positiveBelow("x", v, 10), [9.9], [0, 10, NaN]],
  ["whole number", (v) => wholeNumber("x", v), [0, 5], [-1, 0.5, NaN, Infinity]],
];

for (const [name, check, good, bad] of checks) {
  test(`${name}: gives back ${good.join(", ")} and refuses ${bad.join(", ")}`, () => {
    for (const value of good) expect(check(value)).toBe(value);
    for (const value of bad) expect(() => check(value)).toThrow(ModelArgumentError);
  });
}
