import { notNegative, positive, positiveUpTo } from "./argument.ts";

/**
 * The two-factor worm model of Zou, Gong and Towsley (Code Red Worm Propagation Modeling and Analysis, ACM CCS 2002):
 * hosts are cleaned and patched, and the worm's own traffic slows it down. In their letters:
 * dS/dt = −βSI − dQ/dt, dR/dt = γI, dQ/dt = μSJ with J = I + R, β(t) = β₀(1 − I/N)^η, N = S + I + R + Q.
 */
export interface TwoFactorPlan {
  readonly hosts: number;
  readonly infectedAtStart: number;
  /** β₀N, an hour: growth of the outbreak while small. */
  readonly contactPerHour: number;
  /** γ, an hour: infected hosts cleaned and made safe. */
  readonly cleaningPerHour: number;
  /** μN, an hour: hosts not yet infected made safe, for each share of hosts ever infected. */
  readonly patchingPerHour: number;
  /** η: how strongly the outbreak slows itself; 0 for not at all. */
  readonly congestionExponent: number;
}

/** The state at one hour. The four groups always add up to the hosts. */
export interface TwoFactorState {
  readonly hour: number;
  readonly susceptible: number;
  readonly infected: number;
  /** Cleaned after infection, R. */
  readonly cleaned: number;
  /** Made safe before infection, Q. */
  readonly patched: number;
}

type Groups = readonly [susceptible: number, infected: number, cleaned: number, patched: number];

function slopes(plan: TwoFactorPlan, [s, i, r]: Groups): Groups {
  const free = Math.max(0, 1 - i / plan.hosts);
  const infections = (plan.contactPerHour * free ** plan.congestionExponent * s * i) / plan.hosts;
  const patches = (plan.patchingPerHour * s * (i + r)) / plan.hosts;
  const cleanings = plan.cleaningPerHour * i;
  return [-infections - patches, infections - cleanings, cleanings, patches];
}

const moved = (at: Groups, by: Groups, hours: number): Groups => [at[0] + by[0] * hours, at[1] + by[1] * hours, at[2] + by[2] * hours, at[3] + by[3] * hours];

/** One step of the classical fourth-order Runge–Kutta rule. */
function step(plan: TwoFactorPlan, at: Groups, hours: number): Groups {
  const a = slopes(plan, at);
  const b = slopes(plan, moved(at, a, hours / 2));
  const c = slopes(plan, moved(at, b, hours / 2));
  const d = slopes(plan, moved(at, c, hours));
  const mean = (k: 0 | 1 | 2 | 3): number => (a[k] + 2 * b[k] + 2 * c[k] + d[k]) / 6;
  return moved(at, [mean(0), mean(1), mean(2), mean(3)], hours);
}

/** The states from hour 0 to `hours`, one for each step (0.05 hours unless told). Throws ModelArgumentError. */
export function twoFactorCurve(plan: TwoFactorPlan, hours: number, stepHours = 0.05): TwoFactorState[] {
  positiveUpTo("infectedAtStart", plan.infectedAtStart, positive("hosts", plan.hosts));
  positive("contactPerHour", plan.contactPerHour);
  notNegative("cleaningPerHour", plan.cleaningPerHour);
  notNegative("patchingPerHour", plan.patchingPerHour);
  notNegative("congestionExponent", plan.congestionExponent);
  positiveUpTo("stepHours", stepHours, positive("hours", hours));
  const steps = Math.round(hours / stepHours);
  let groups: Groups = [plan.hosts - plan.infectedAtStart, plan.infectedAtStart, 0, 0];
  const states: TwoFactorState[] = [];
  for (let k = 0; k <= steps; k += 1) {
    const [susceptible, infected, cleaned, patched] = groups;
    states.push({ hour: (k * hours) / steps, susceptible, infected, cleaned, patched });
    groups = step(plan, groups, hours / steps);
  }
  return states;
}
