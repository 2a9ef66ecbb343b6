import { finite, positive, wholeNumber } from "./argument.ts";
import { studentQuantile, symmetricEstimate, type Estimate } from "./confidence.ts";

/** Early growth of an outbreak, before it bends. */
export interface ExponentialFit {
  readonly growthPerHour: Estimate;
  /** Value of the fitted line at hour 0. */
  readonly valueAtZero: number;
  /** Observed less fitted, in natural logarithms, in the order given. */
  readonly logResiduals: readonly number[];
}

/**
 * Straight line through the logarithms of counts at hours (give the middle of a window). Every point weighs the same.
 * Counts of equal windows grow with the outbreak whatever the size of the sensor. Throws ModelArgumentError on counts not above
 * zero, on fewer than 5 points and on hours that are all the same.
 */
export function fitExponential(points: readonly { readonly hour: number; readonly count: number }[]): ExponentialFit {
  const freedom = wholeNumber("number of points", points.length, 5) - 2;
  const logs = points.map(({ hour, count }) => ({ x: finite("hour", hour), y: Math.log(positive("count", count)) }));
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const spread = positive("spread of hours", logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0));
  const slope = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const logResiduals = logs.map(({ x, y }) => y - meanY - slope * (x - meanX));
  const variance = logResiduals.reduce((sum, r) => sum + r ** 2, 0) / freedom;
  return { growthPerHour: symmetricEstimate(slope, Math.sqrt(variance / spread), studentQuantile(freedom)), valueAtZero: Math.exp(meanY - slope * meanX), logResiduals };
}
