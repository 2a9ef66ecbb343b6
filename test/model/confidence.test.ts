import { expect, test } from "vitest";
import { normalQuantile, studentQuantile, symmetricEstimate } from "../../src/model/confidence.ts";
import { expectWithin } from "./close.ts";

test("Student's quantile agrees with the printed tables of the distribution", () => {
  // Abramowitz and Stegun, table 26.10, two-sided 95 %.
  for (const [degrees, printed] of [[5, 2.571], [10, 2.228], [20, 2.086], [30, 2.042], [120, 1.98]] as const) expectWithin(studentQuantile(degrees), printed, 0.0015);
  expectWithin(studentQuantile(3), 3.182, 0.02);
});

test("with many degrees of freedom Student's quantile is the normal one", () => {
  expectWithin(studentQuantile(1_000_000), normalQuantile, 1e-5);
});

test("an estimate lies in the middle of its interval", () => {
  expect(symmetricEstimate(100, 10, 2)).toEqual({ value: 100, standardError: 10, low: 80, high: 120 });
});
