import { above, finite, notNegative, wholeNumber } from "./argument.ts";
import { studentQuantile, type Estimate } from "./confidence.ts";
import { lagOneCorrelation, leastSquares, type Prediction } from "./least-squares.ts";
import { logisticShare, softPlus, type LogisticGrowth } from "./logistic.ts";

/**
 * One value of a curve. With toHour equal to fromHour the curve at that moment (a running total, a number active);
 * with toHour later its mean over the window, which is what a small sensor's distinct count of a window follows up to a factor.
 */
export interface CurvePoint {
  readonly fromHour: number;
  readonly toHour: number;
  readonly value: number;
}

/** A logistic curve through points, or why there is none. */
export type LogisticFit =
  | {
      readonly kind: "fitted";
      readonly growth: LogisticGrowth;
      /** Height of the curve, in the unit of the values: hosts only where the values count all hosts. */
      readonly height: Estimate;
      readonly growthPerHour: Estimate;
      readonly midpointHour: Estimate;
      /** Observed less fitted, in the order of the points. */
      readonly residuals: readonly number[];
      readonly residualDeviation: number;
      /** Above about 0.3 the residuals run in waves and the intervals are too narrow. */
      readonly residualCorrelation: number | null;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** Parameters are ln N, ln K and T, so that N and K stay above zero. */
function predict({ fromHour, toHour }: CurvePoint, [lnHeight = 0, lnGrowth = 0, midpoint = 0]: readonly number[]): Prediction {
  const height = Math.exp(lnHeight);
  const growth = Math.exp(lnGrowth);
  const from = logisticShare(growth * (fromHour - midpoint));
  if (toHour === fromHour) {
    const value = height * from;
    return { value, slopes: [value, value * (1 - from) * growth * (fromHour - midpoint), -value * (1 - from) * growth] };
  }
  const to = logisticShare(growth * (toHour - midpoint));
  const scale = height / (toHour - fromHour);
  const value = (scale / growth) * (softPlus(growth * (toHour - midpoint)) - softPlus(growth * (fromHour - midpoint)));
  return { value, slopes: [value, -value + scale * ((toHour - midpoint) * to - (fromHour - midpoint) * from), -scale * (to - from)] };
}

/** A first guess: the height a little above the highest value, and a straight line through the log odds. */
function firstGuess(points: readonly CurvePoint[], highest: number): number[] | null {
  const height = 1.05 * highest;
  const inside = points.filter(({ value }) => value > 0.02 * height && value < 0.98 * height).map((point) => ({ hour: (point.fromHour + point.toHour) / 2, odds: Math.log(point.value / (height - point.value)) }));
  const hour = inside.reduce((sum, p) => sum + p.hour, 0) / inside.length;
  const odds = inside.reduce((sum, p) => sum + p.odds, 0) / inside.length;
  const slope = inside.reduce((sum, p) => sum + (p.hour - hour) * (p.odds - odds), 0) / inside.reduce((sum, p) => sum + (p.hour - hour) ** 2, 0);
  return slope > 0 && Number.isFinite(slope) ? [Math.log(height), Math.log(slope), hour - odds / slope] : null;
}

const logEstimate = (logValue: number, logError: number, quantile: number): Estimate => {
  const value = Math.exp(logValue);
  return { value, standardError: value * logError, low: Math.exp(logValue - quantile * logError), high: Math.exp(logValue + quantile * logError) };
};

/**
 * Fits a logistic curve by least squares, every point with the same weight. The 95 % intervals use Student's t and hold only if the
 * residuals are independent, alike and normal: a running total violates the first, digitising usually keeps the second.
 * Refuses, as a result, where the points do not bend (then only the early growth can be had, see `fitExponential`).
 * Throws ModelArgumentError on points that are not numbers, on windows that end before they start and on fewer than 6 points.
 */
export function fitLogistic(points: readonly CurvePoint[]): LogisticFit {
  wholeNumber("number of points", points.length, 6);
  for (const { fromHour, toHour, value } of points) {
    notNegative("toHour - fromHour", finite("toHour", toHour) - finite("fromHour", fromHour));
    notNegative("value", value);
  }
  const highest = above("highest value", Math.max(...points.map(({ value }) => value)), 0);
  const start = firstGuess(points, highest);
  if (start === null) return { kind: "refused", reason: "the values do not rise" };
  const fit = leastSquares(points.map(({ value }) => value), (index, parameters) => predict(points[index] ?? { fromHour: 0, toHour: 0, value: 0 }, parameters), start);
  if (fit === null) return { kind: "refused", reason: "no logistic curve settles on these values" };
  const [lnHeight = 0, lnGrowth = 0, midpoint = 0] = fit.parameters;
  const [heightError = 0, growthError = 0, midpointError = 0] = fit.covariance.map((row, i) => Math.sqrt(row[i] ?? 0));
  if (heightError > 1) return { kind: "refused", reason: "the values do not bend, so the height of the curve is open" };
  const quantile = studentQuantile(Math.max(3, points.length - 3));
  const height = logEstimate(lnHeight, heightError, quantile);
  const growthPerHour = logEstimate(lnGrowth, growthError, quantile);
  return {
    kind: "fitted",
    growth: { hosts: height.value, growthPerHour: growthPerHour.value, midpointHour: midpoint },
    height,
    growthPerHour,
    midpointHour: { value: midpoint, standardError: midpointError, low: midpoint - quantile * midpointError, high: midpoint + quantile * midpointError },
    residuals: fit.residuals,
    residualDeviation: fit.residualDeviation,
    residualCorrelation: lagOneCorrelation(fit.residuals),
  };
}
