import { ipv4Addresses } from "./address-space.ts";
import { positive, positiveUpTo, share, wholeNumber } from "./argument.ts";

/**
 * Spread in discrete ticks, in the manner of the Analytical Active Worm Propagation model of Chen, Gao and Kwiat (Modeling the
 * Spread of Active Worms, INFOCOM 2003). We have read their abstract only; the recurrence below is derived here from uniform
 * scanning and may differ from theirs in detail. With n infected of N, s scans each a tick, patch share p and death share d:
 * n(i+1) = (1 − d − p)·n(i) + [(1 − p)^i·N − n(i)]·[1 − (1 − 1/Ω)^(s·n(i))].
 */
export interface TickPlan {
  readonly hosts: number;
  readonly infectedAtStart: number;
  readonly scansPerTick: number;
  /** Share of infected hosts that restart clean each tick, open to infection again. */
  readonly deathShare: number;
  /** Share of all vulnerable hosts patched each tick, infected or not. */
  readonly patchShare: number;
  readonly scannedAddresses?: number;
}

/** Infected hosts at the end of each tick; the first is the start. Length ticks + 1. Throws ModelArgumentError. */
export function tickCurve(plan: TickPlan, ticks: number): number[] {
  const { hosts, infectedAtStart, scansPerTick, deathShare, patchShare, scannedAddresses = ipv4Addresses } = plan;
  positiveUpTo("hosts", hosts, positive("scannedAddresses", scannedAddresses));
  positiveUpTo("infectedAtStart", infectedAtStart, hosts);
  positive("scansPerTick", scansPerTick);
  share("deathShare + patchShare", share("deathShare", deathShare) + share("patchShare", patchShare));
  wholeNumber("ticks", ticks, 1);
  const missOne = Math.log1p(-1 / scannedAddresses);
  const curve = [infectedAtStart];
  let infected = infectedAtStart;
  for (let tick = 0; tick < ticks; tick += 1) {
    const open = (1 - patchShare) ** tick * hosts - infected;
    infected = (1 - deathShare - patchShare) * infected + open * -Math.expm1(scansPerTick * infected * missOne);
    curve.push(infected);
  }
  return curve;
}
