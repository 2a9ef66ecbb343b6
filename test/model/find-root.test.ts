import { expect, test } from "vitest";
import { bracketAbove, findRising } from "../../src/model/find-root.ts";
import { expectClose } from "./close.ts";

test("finds where a rising function reaches its target to the last digit", () => {
  expectClose(findRising((x) => x * x, 2, 0, 2), Math.SQRT2, 1e-15);
});

test("outside the range the nearer edge comes back", () => {
  expectClose(findRising((x) => x, 9, 0, 2), 2, 1e-15);
});

test("a bracket doubles until the target is reached", () => {
  expect(bracketAbove((x) => x, 5, 1)).toBe(8);
});
