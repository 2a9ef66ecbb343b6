import { above, finite, positive } from "./argument.ts";
import { integrate } from "./integrate.ts";
import { infectedAt } from "./logistic.ts";
import { hitsPerHour, type Sight } from "./visibility.ts";

/** Hours of a window on the same scale as the growth curve. */
export interface HourWindow {
  readonly fromHour: number;
  readonly toHour: number;
}

/**
 * Distinct sources a sensor sees in a window while the number of active hosts changes.
 * activeAt: hosts active at an hour; it may not fall, since a host that has gone can no longer be told from one that stayed.
 * The law I(a)(1 − e^(−ρ(b−a))) + ∫ I′(s)(1 − e^(−ρ(b−s))) ds, integrated by parts, is ρ ∫ I(s) e^(−ρ(b−s)) ds.
 * Simpson's rule; panels grow with ρ so that the kernel is resolved. Throws ModelArgumentError.
 */
export function distinctSeenWhileGrowing(activeAt: (hour: number) => number, { fromHour, toHour }: HourWindow, sight: Sight): number {
  above("toHour", toHour, finite("fromHour", fromHour));
  const rho = hitsPerHour(sight);
  // Beyond 40 mean waits the kernel is below 1e-17: whoever was active then has been seen, and counts as I(start).
  const start = Math.max(fromHour, toHour - 40 / rho);
  const panels = 2 * Math.ceil(Math.max(400, 40 * rho * (toHour - start)) / 2);
  return rho * integrate((hour) => activeAt(hour) * Math.exp(-rho * (toHour - hour)), start, toHour, panels);
}

/** A count in one window, and the growth and sensor by which to say what another window should have shown. */
export interface CountTransfer {
  readonly count: number;
  readonly countedIn: HourWindow;
  readonly predictFor: HourWindow;
  readonly growthPerHour: number;
  readonly midpointHour: number;
  readonly sight: Sight;
}

/**
 * Distinct sources expected in one window from the count in another, for one sensor and logistic growth.
 * The size of the outbreak is set by the count, so it need not be known. Throws ModelArgumentError.
 */
export function predictCount({ count, countedIn, predictFor, growthPerHour, midpointHour, sight }: CountTransfer): number {
  const active = (hour: number): number => infectedAt({ hosts: 1, growthPerHour, midpointHour }, hour);
  return (positive("count", count) * distinctSeenWhileGrowing(active, predictFor, sight)) / distinctSeenWhileGrowing(active, countedIn, sight);
}
