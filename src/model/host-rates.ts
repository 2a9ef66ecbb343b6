import { positive, share, notNegative } from "./argument.ts";
import { drawGamma } from "./draw.ts";
import type { Random } from "./random.ts";

/** How scan rates differ between hosts. Rates are targets a minute. */
export type RateSpread =
  | { readonly kind: "equal"; readonly ratePerMinute: number }
  /** Gamma distribution; a small shape is a wide spread. */
  | { readonly kind: "gamma"; readonly meanPerMinute: number; readonly shape: number }
  /** Kinds of hosts, with shares (0..1) that add up to 1. */
  | { readonly kind: "mixture"; readonly kinds: readonly { readonly share: number; readonly ratePerMinute: number }[] };

/** Refuses a spread that has a rate of zero, a shape of zero or shares that do not add up to 1. Throws ModelArgumentError. */
export function checkSpread(spread: RateSpread): void {
  if (spread.kind === "equal") positive("ratePerMinute", spread.ratePerMinute);
  else if (spread.kind === "gamma") {
    positive("meanPerMinute", spread.meanPerMinute);
    positive("shape", spread.shape);
  } else {
    let total = 0;
    for (const kind of spread.kinds) {
      positive("ratePerMinute", kind.ratePerMinute);
      total += share("share", kind.share);
    }
    notNegative("1e-9 - |sum of shares - 1|", 1e-9 - Math.abs(total - 1));
  }
}

/** One host's rate, targets a minute. */
export function drawRate(random: Random, spread: RateSpread): number {
  if (spread.kind === "equal") return spread.ratePerMinute;
  if (spread.kind === "gamma") return spread.meanPerMinute * drawGamma(random, spread.shape);
  let left = random();
  for (const kind of spread.kinds) {
    left -= kind.share;
    if (left < 0) return kind.ratePerMinute;
  }
  // Rounding can leave a hair; the last kind takes it.
  return spread.kinds.at(-1)?.ratePerMinute ?? 0;
}
