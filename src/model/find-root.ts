import { finite } from "./argument.ts";

/**
 * The x between low and high at which a rising function reaches the target, by halving until two neighbouring doubles are left.
 * The caller makes sure that f(low) ≤ target ≤ f(high); outside that range the nearer edge comes back.
 */
export function findRising(f: (x: number) => number, target: number, low: number, high: number): number {
  let left = finite("low", low);
  let right = finite("high", high);
  for (;;) {
    const middle = left + (right - left) / 2;
    if (middle <= left || middle >= right) return middle;
    if (f(middle) < target) left = middle;
    else right = middle;
  }
}

/** The first of start, 2 × start, 4 × start … at which a rising function reaches the target. For a target the function does reach. */
export function bracketAbove(f: (x: number) => number, target: number, start: number): number {
  let high = start;
  while (f(high) < target && high < Number.MAX_VALUE / 2) high *= 2;
  return high;
}
