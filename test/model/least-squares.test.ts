import { expect, test } from "vitest";
import { lagOneCorrelation, leastSquares } from "../../src/model/least-squares.ts";
import { expectClose, expectWithin } from "./close.ts";

test("a straight line through four points has the textbook slope and errors", () => {
  // x 0…3, y 1 3 4 8: slope 2.2, intercept 0.7, residual sum of squares 1.8, so variance 0.9 with two degrees of freedom.
  const fit = leastSquares([1, 3, 4, 8], (x, [a = 0, b = 0]) => ({ value: a + b * x, slopes: [1, x] }), [0, 0]);
  expectClose(fit?.parameters[0] ?? NaN, 0.7, 1e-8);
  expectClose(fit?.parameters[1] ?? NaN, 2.2, 1e-8);
  expectClose((fit?.residualDeviation ?? NaN) ** 2, 0.9, 1e-8);
  expectClose(fit?.covariance[1]?.[1] ?? NaN, 0.9 / 5, 1e-8);
});

test("two parameters that only matter as a sum cannot be told apart", () => {
  expect(leastSquares([1, 2, 3], (x, [a = 0, b = 0]) => ({ value: (a + b) * x, slopes: [x, x] }), [0, 0])).toBeNull();
});

test("residuals that run in waves correlate, residuals that alternate do the opposite", () => {
  expectWithin(lagOneCorrelation([1, 1, 1, 1, -1, -1, -1, -1]) ?? NaN, 5 / 8, 1e-12);
  expectWithin(lagOneCorrelation([1, -1, 1, -1]) ?? NaN, -3 / 4, 1e-12);
  expect(lagOneCorrelation([0, 0, 0])).toBeNull();
});
