import type { Random } from "./random.ts";

/** A waiting time of mean 1. */
export const drawExponential = (random: Random): number => -Math.log(random());

/** A whole number from 0 to count − 1, each as likely. */
export const drawIndex = (random: Random, count: number): number => Math.floor(random() * count);

/** A normal deviate of mean 0 and variance 1, by Box and Muller's transformation (the cosine half). */
export const drawNormal = (random: Random): number => Math.sqrt(2 * drawExponential(random)) * Math.cos(2 * Math.PI * random());

/**
 * A gamma deviate of the given shape and mean 1: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, ACM TOMS 26, 2000;
 * below shape 1 a draw of shape + 1 times a power of an even draw, as they advise.
 */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return ((drawGamma(random, shape + 1) * (shape + 1)) / shape) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}
