import { hitsPerHour, type Sight } from "./visibility.ts";

/** Hours until a sensor first sees a host that scans all the time. */
export interface FirstHit {
  readonly meanHours: number;
  /** Half of the hosts are seen by then. */
  readonly medianHours: number;
  /** 95 of 100 hosts are seen by then. */
  readonly hours95: number;
}

/** The exponential waiting time for a first hit. A small sensor's curve is the true one smeared by the mean. Throws ModelArgumentError. */
export function firstHit(sight: Sight): FirstHit {
  const meanHours = 1 / hitsPerHour(sight);
  return { meanHours, medianHours: meanHours * Math.LN2, hours95: meanHours * Math.log(20) };
}
