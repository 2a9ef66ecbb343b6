import { finite, positive, positiveBelow, properShare } from "./argument.ts";

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

/** New infections an hour at an hour: K·I(1 − I/N). Largest at the midpoint. Throws ModelArgumentError. */
export function newPerHourAt(growth: LogisticGrowth, hour: number): number {
  const infected = infectedAt(growth, hour);
  return growth.growthPerHour * infected * (1 - infected / growth.hosts);
}

/** Hour at which the given share (0..1) of the hosts is infected. Throws ModelArgumentError. */
export function hourOfShare(growth: LogisticGrowth, infectedShare: number): number {
  check(growth);
  properShare("infectedShare", infectedShare);
  return growth.midpointHour + Math.log(infectedShare / (1 - infectedShare)) / growth.growthPerHour;
}

/** Host-hours of infection between two hours: the area under the curve. Throws ModelArgumentError. */
export function infectedHostHours(growth: LogisticGrowth, fromHour: number, toHour: number): number {
  check(growth);
  const { hosts, growthPerHour, midpointHour } = growth;
  const area = (hour: number): number => softPlus(growthPerHour * (finite("hour", hour) - midpointHour));
  return (hosts / growthPerHour) * (area(toHour) - area(fromHour));
}

/** Midpoint of an outbreak that stands at `infected` of `hosts` at an hour. Throws ModelArgumentError. */
export function midpointOf(hosts: number, growthPerHour: number, infected: number, hour: number): number {
  positiveBelow("infected", infected, positive("hosts", hosts));
  return finite("hour", hour) + Math.log(hosts / infected - 1) / positive("growthPerHour", growthPerHour);
}

/** Hours in which an outbreak doubles while it is small: ln 2 / K. Throws ModelArgumentError. */
export const doublingHours = (growthPerHour: number): number => Math.LN2 / positive("growthPerHour", growthPerHour);
