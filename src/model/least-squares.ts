import { wholeNumber } from "./argument.ts";
import { invertPositive, times } from "./invert-positive.ts";

/** The model's value at one observation, and its slope in each parameter. */
export interface Prediction {
  readonly value: number;
  readonly slopes: readonly number[];
}

/** A fit by least squares: the parameters, their covariance and what is left over. */
export interface Fit {
  readonly parameters: readonly number[];
  /** Residual variance × inverse of the curvature. Too small where residuals are not independent. */
  readonly covariance: readonly (readonly number[])[];
  /** Observed less fitted, in the order of the observations. */
  readonly residuals: readonly number[];
  /** √(sum of squares / (observations − parameters)). */
  readonly residualDeviation: number;
}

interface Normal {
  readonly curvature: number[][];
  readonly pull: number[];
  readonly residuals: number[];
  readonly squares: number;
}

function normalEquations(observed: readonly number[], predict: (index: number, parameters: readonly number[]) => Prediction, parameters: readonly number[]): Normal {
  const curvature = parameters.map(() => parameters.map(() => 0));
  const pull = parameters.map(() => 0);
  let squares = 0;
  const residuals = observed.map((value, index) => {
    const { value: fitted, slopes } = predict(index, parameters);
    const residual = value - fitted;
    squares += residual ** 2;
    for (const [i, row] of curvature.entries()) {
      const slope = slopes[i] ?? 0;
      pull[i] = (pull[i] ?? 0) + slope * residual;
      for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) + slope * (slopes[j] ?? 0);
    }
    return residual;
  });
  return { curvature, pull, residuals, squares };
}

const damped = (matrix: readonly (readonly number[])[], damping: number): number[][] => matrix.map((row, i) => row.map((cell, j) => (i === j ? cell * (1 + damping) : cell)));

/**
 * Least squares for a curve that is not linear in its parameters, by Levenberg's and Marquardt's damped steps
 * (Marquardt, An Algorithm for Least-Squares Estimation of Nonlinear Parameters, J. SIAM 11, 1963).
 * observed: one value for each index. predict: the curve at an index. start: a first guess near the answer.
 * Null where it does not settle in 200 steps or the data do not fix every parameter. Throws ModelArgumentError with too few observations.
 */
export function leastSquares(observed: readonly number[], predict: (index: number, parameters: readonly number[]) => Prediction, start: readonly number[]): Fit | null {
  const freedom = wholeNumber("observations - parameters", observed.length - start.length, 1);
  let parameters = start;
  let now = normalEquations(observed, predict, parameters);
  let damping = 1e-3;
  for (let step = 0; step < 200; step += 1) {
    const inverse = invertPositive(damped(now.curvature, damping));
    if (inverse === null) return null;
    const move = times(inverse, now.pull);
    const next = parameters.map((parameter, i) => parameter + (move[i] ?? 0));
    const then = normalEquations(observed, predict, next);
    const settled = move.every((by, i) => Math.abs(by) <= 1e-9 * (1 + Math.abs(parameters[i] ?? 0)));
    if (then.squares <= now.squares) {
      parameters = next;
      now = then;
      damping /= 10;
    } else damping *= 10;
    if (!settled) continue;
    const variance = now.squares / freedom;
    const covariance = invertPositive(now.curvature)?.map((row) => row.map((cell) => cell * variance));
    return covariance === undefined ? null : { parameters, covariance, residuals: now.residuals, residualDeviation: Math.sqrt(variance) };
  }
  return null;
}

/** Correlation of each residual with the next, −1 to 1; near 0 when they are independent. Null with fewer than three, or when all are zero. */
export function lagOneCorrelation(residuals: readonly number[]): number | null {
  const squares = residuals.reduce((sum, r) => sum + r ** 2, 0);
  if (residuals.length < 3 || squares === 0) return null;
  const products = residuals.slice(1).reduce((sum, r, i) => sum + r * (residuals[i] ?? 0), 0);
  return products / squares;
}
