import { positive, wholeNumber } from "./argument.ts";
import { seededRandom, type Random } from "./random.ts";

/** An interval that says it contains the truth with 95 % confidence. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One simulated survey: draws what the sensors log and returns the interval an estimator gives, or null where it refuses. */
export interface CoverageExperiment {
  readonly id: string;
  /** The estimator, in words. */
  readonly estimator: string;
  /** The world it is tried on, in words. */
  readonly world: string;
  /** True where the world is as the estimator assumes. */
  readonly assumptionsHold: boolean;
  /** What the interval should contain. */
  readonly truth: number;
  readonly survey: (random: Random) => Interval | null;
}

/** How often an interval kept its word. */
export interface Coverage {
  readonly id: string;
  readonly estimator: string;
  readonly world: string;
  readonly assumptionsHold: boolean;
  readonly truth: number;
  readonly runs: number;
  /** Runs in which the estimator refused; they count as not containing. */
  readonly refused: number;
  /** Share (0..1) of runs whose interval contains the truth; 0.95 is promised. */
  readonly containing: number;
  /** Share (0..1) of runs whose interval lies wholly below the truth. */
  readonly below: number;
  /** Share (0..1) of runs whose interval lies wholly above the truth. */
  readonly above: number;
  /** Mean of the estimates over the truth, less 1: −0.16 is 16 % too low on average. */
  readonly bias: number;
}

/**
 * Repeats a survey with draws of its own each time and counts. The share has a sampling error of its own:
 * 0.95 from 1,000 runs lies within 0.0135 of the long-run share in 19 cases of 20. Throws ModelArgumentError.
 */
export function coverageOf({ survey, ...experiment }: CoverageExperiment, runs: number, seed: number): Coverage {
  positive("truth", experiment.truth);
  wholeNumber("runs", runs, 1);
  let [refused, below, above, sum] = [0, 0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    const interval = survey(seededRandom(seed, run));
    if (interval === null) {
      refused += 1;
      continue;
    }
    sum += interval.value;
    if (interval.high < experiment.truth) below += 1;
    if (interval.low > experiment.truth) above += 1;
  }
  const kept = runs - refused;
  const bias = kept === 0 ? Number.NaN : sum / kept / experiment.truth - 1;
  return { ...experiment, runs, refused, containing: (kept - below - above) / runs, below: below / runs, above: above / runs, bias };
}
