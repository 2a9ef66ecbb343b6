/**
 * Inverse of a small symmetric positive definite matrix, given as rows, by Gauss–Jordan elimination without row exchange.
 * Null where a pivot is not above zero: the matrix is singular, so the data do not fix every parameter.
 */
export function invertPositive(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (const [k, pivotRow] of rows.entries()) {
    const pivot = pivotRow[k] ?? 0;
    // Also refuses NaN.
    if (!(pivot > 1e-12 * Math.abs(matrix[k]?.[k] ?? 0))) return null;
    for (let j = 0; j < 2 * size; j += 1) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
    for (const [i, row] of rows.entries()) {
      if (i === k) continue;
      const factor = row[k] ?? 0;
      for (let j = 0; j < 2 * size; j += 1) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  return rows.map((row) => row.slice(size));
}

/** Matrix times vector. */
export const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] => matrix.map((row) => row.reduce((sum, cell, j) => sum + cell * (vector[j] ?? 0), 0));
