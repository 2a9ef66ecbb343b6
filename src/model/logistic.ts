import { finite, positive } from "./argument.ts";

/** Growth of an outbreak that only infects: dI/dt = K·I(1 − I/N). Hours count from any fixed moment. */
export interface LogisticGrowth {
  /** All hosts that will be infected. */
  readonly hosts: number;
  /** K, an hour. */
  readonly growthPerHour: number;
  /** The hour at which half of the hosts are infected, T. */
  readonly midpointHour: number;
}

const check = ({ hosts, growthPerHour, midpointHour }: LogisticGrowth): void => {
  positive("hosts", hosts);
  positive("growthPerHour", growthPerHour);
  finite("midpointHour", midpointHour);
};

/** 1 / (1 + e^−x), without overflow. */
export const logisticShare = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

/** ln(1 + e^x), the integral of `logisticShare`, without overflow. */
export const softPlus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** Hosts infected at an hour: N / (1 + e^(−K(t − T))). Throws ModelArgumentError. */
export function infectedAt(growth: LogisticGrowth, hour: number): number {
  check(growth);
  return growth.hosts * logisticShare(growth.growthPerHour * (finite("hour", hour) - growth.midpointHour));
}
