import type { Random } from "./random.ts";

const logFactorials = [0, 0];
for (let n = 2; n < 16; n += 1) logFactorials.push((logFactorials[n - 1] ?? 0) + Math.log(n));

/** ln n! of a whole number: a table below 16, Stirling's series above, exact to 1e-11. */
export function logFactorial(n: number): number {
  const tabled = logFactorials[n];
  if (tabled !== undefined) return tabled;
  return (n + 0.5) * Math.log(n) - n + 0.9189385332046727 + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
}

/** Multiplies even draws until the product falls below e^−mean; quick for a small mean (Knuth, The Art of Computer Programming, vol. 2, 3.4.1). */
function drawSmall(random: Random, mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > floor; product *= random()) count += 1;
  return count;
}

/** Algorithm PTRS of Hörmann, The transformed rejection method for generating Poisson random variables, 1993; for a mean of 10 or more. */
function drawLarge(random: Random, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const edge = 0.5 - Math.abs(u);
    const n = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= quick) return n;
    if (n < 0 || (edge < 0.013 && v > edge)) continue;
    if (Math.log((v * inverseAlpha) / (a / (edge * edge) + b)) <= n * Math.log(mean) - mean - logFactorial(n)) return n;
  }
}

/** A Poisson number of the given mean, 0 or more. Exact: no normal approximation at any mean. */
export const drawPoisson = (random: Random, mean: number): number => (mean < 10 ? drawSmall(random, mean) : drawLarge(random, mean));
