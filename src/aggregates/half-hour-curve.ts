import { addressesOfHits, solveCountPair } from "../model/half-hour-pair.ts";
import { fittedRatePerMinute } from "../model/rate-band.ts";
import type { Records } from "../readers/records.ts";
import { claimValue, watchedHours } from "./claim-value.ts";

/** What one value for the typical half-hour says together with the eight hours. */
export interface PairPoint {
  /** Distinct machines in a typical half-hour. */
  readonly halfHour: number;
  /** Total that fits. */
  readonly hosts: number;
  /** Addresses watched that fit, at the fitted rate. */
  readonly addresses: number;
}

export interface HalfHourCurveAggregate {
  readonly id: "half-hour-curve";
  readonly title: string;
  readonly wholeCount: number;
  /** The half-hour as printed. */
  readonly printedHalfHour: number;
  readonly parts: number;
  readonly fittedRatePerMinute: number;
  /** At or below this half-hour no finite total fits. */
  readonly edge: number;
  readonly refusal: string;
  /** The curve, falling from the printed value to just above the edge. */
  readonly curve: readonly PairPoint[];
  /** The points that the table lists. */
  readonly marked: readonly PairPoint[];
}

const markedHalfHours = [700, 650, 600, 550, 520, 500, 490, 480, 475, 472] as const;

/** XS4ALL's half-hour and its eight hours solved together for sensor and total, over what a typical half-hour may have been. */
export function halfHourCurve(records: Records): HalfHourCurveAggregate {
  const value = claimValue(records);
  const wholeCount = value("xs4all-unique-8h");
  const printedHalfHour = value("xs4all-half-hour");
  const windowHours = watchedHours(records, "xs4all-unique-8h");
  const parts = windowHours * 2;
  const edge = wholeCount / parts;
  const at = (halfHour: number): PairPoint => {
    const solved = solveCountPair({ partCount: halfHour, wholeCount, parts });
    if (solved.kind === "refused") throw new Error(`a half-hour of ${halfHour} lies above the edge ${edge} and must have a solution: ${solved.reason}`);
    return { halfHour, hosts: solved.hosts, addresses: addressesOfHits(solved.expectedHits, fittedRatePerMinute, windowHours) };
  };
  const atEdge = solveCountPair({ partCount: edge, wholeCount, parts });
  if (atEdge.kind === "solved") throw new Error("at the edge no total may fit");
  // Steps shrink towards the edge, where the curve runs away.
  const last = Math.min(...markedHalfHours);
  const halfHours = Array.from({ length: 81 }, (_, index) => edge + (last - edge) * ((printedHalfHour - edge) / (last - edge)) ** (1 - index / 80));
  return { id: "half-hour-curve", title: "Totals that fit XS4ALL's half-hour and eight hours together", wholeCount, printedHalfHour, parts, fittedRatePerMinute, edge, refusal: atEdge.reason, curve: halfHours.map(at), marked: markedHalfHours.map(at) };
}
