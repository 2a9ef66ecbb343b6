import fc from "fast-check";
import { expect, test } from "vitest";
import { invertPositive, times } from "../../src/model/invert-positive.ts";
import { expectWithin } from "./close.ts";

test("a matrix times its inverse leaves every vector as it is", () => {
  const cell = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 3 }), fc.tuple(cell, cell, cell), (rows, vector) => {
      // AᵀA + 1 on the diagonal is positive definite for any A.
      const matrix = [0, 1, 2].map((i) => [0, 1, 2].map((j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), i === j ? 1 : 0)));
      const inverse = invertPositive(matrix);
      expect(inverse).not.toBeNull();
      times(matrix, times(inverse ?? [], vector)).forEach((value, i) => { expectWithin(value, vector[i] ?? NaN, 1e-8); });
    }),
  );
});

test("a matrix that leaves a direction open has no inverse", () => {
  expect(invertPositive([[1, 2], [2, 4]])).toBeNull();
  expect(invertPositive([[NaN]])).toBeNull();
});
