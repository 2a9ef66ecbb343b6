import { notNegative, wholeNumber } from "./argument.ts";
import { normalQuantile, type Estimate } from "./confidence.ts";

/** What must hold for one list with frequencies to bound a population from below. */
export const chaoAssumptions = [
  "the population is closed: nobody joins or leaves during the window",
  "each host is logged a Poisson number of times, independently of the others",
  "every log entry is one attempt, so packets have been joined to attempts",
  "one host is one source address",
] as const;

/** How the estimate errs where the assumptions fail. */
export const chaoBias = "unequal rates make it too low, which is why it is a lower bound; entries counted as packets hide the sources seen once";

/** How often the sources of one list were seen. */
export interface SeenCounts {
  /** Distinct sources. */
  readonly distinct: number;
  readonly seenOnce: number;
  readonly seenTwice: number;
}

/**
 * Chao's lower bound for a population from one list: C + f₁(f₁−1)/(2(f₂+1)), Chao's inequality of 1987 in its bias-corrected form.
 * Variance f₁(f₁−1)/(2(f₂+1)) + f₁(2f₁−1)²/(4(f₂+1)²) + f₁²f₂(f₁−1)²/(4(f₂+1)⁴) and the interval C + T/K … C + T·K with
 * T = bound − C and K = exp(1.96√ln(1 + variance/T²)): the EstimateS User's Guide (Colwell), equations 6 and 13, which cannot go
 * below what was seen; with no source seen twice its equation 7. With at most one source seen once nothing hints at more, and
 * the interval is the count itself. Throws ModelArgumentError.
 */
export function chaoLowerBound({ distinct, seenOnce, seenTwice }: SeenCounts): Estimate {
  wholeNumber("distinct", distinct);
  wholeNumber("seenOnce", seenOnce);
  wholeNumber("seenTwice", seenTwice);
  notNegative("distinct - seenOnce - seenTwice", distinct - seenOnce - seenTwice);
  const twice = seenTwice + 1;
  const unseen = (seenOnce * (seenOnce - 1)) / (2 * twice);
  if (unseen === 0) return { value: distinct, standardError: 0, low: distinct, high: distinct };
  const last = seenTwice > 0 ? (seenOnce ** 2 * seenTwice * (seenOnce - 1) ** 2) / (4 * twice ** 4) : -(seenOnce ** 4) / (4 * (distinct + unseen));
  const variance = unseen + (seenOnce * (2 * seenOnce - 1) ** 2) / (4 * twice ** 2) + last;
  const factor = Math.exp(normalQuantile * Math.sqrt(Math.log1p(variance / unseen ** 2)));
  return { value: distinct + unseen, standardError: Math.sqrt(variance), low: distinct + unseen / factor, high: distinct + unseen * factor };
}
