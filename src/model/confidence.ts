import { notNegative, wholeNumber } from "./argument.ts";

/** A number estimated from a sample, with its 95 % interval. Holds the sampling error alone: errors of rate, sensor size and assumptions come on top. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** Quantile 0.975 of the standard normal distribution. */
export const normalQuantile = 1.959963984540054;

/** Value ± quantile × standard error. The quantile is the normal one unless told. */
export function symmetricEstimate(value: number, standardError: number, quantile = normalQuantile): Estimate {
  notNegative("standardError", standardError);
  return { value, standardError, low: value - quantile * standardError, high: value + quantile * standardError };
}

/**
 * Quantile 0.975 of Student's t, for 3 degrees of freedom or more, to about three decimals.
 * The expansion in powers of 1/degrees: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5.
 */
export function studentQuantile(degreesOfFreedom: number): number {
  const v = wholeNumber("degreesOfFreedom", degreesOfFreedom, 3);
  const z = normalQuantile;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const fourth = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  return z + first / v + second / v ** 2 + third / v ** 3 + fourth / v ** 4;
}
