import * as Plot from "@observablehq/plot";
import { at } from "./time-axis.ts";

/** A value read off a printed curve, with its error of reading. */
export interface BandPoint {
  /** Instant, UTC. */
  readonly at: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A digitised curve. */
export interface BandLine {
  readonly key: string;
  readonly colour: string;
  readonly points: readonly BandPoint[];
  /** A pale ground under the curve, for the one that the title speaks of. */
  readonly ground?: boolean;
}

/** Digitised curves: thin lines over a pale band of their error. */
export const bandMarks = (lines: readonly BandLine[]): Plot.Markish[] =>
  lines.flatMap(({ points, colour, ground }) => [
    ...(ground === true ? [Plot.areaY(points, { x: (point: BandPoint) => at(point.at), y: "value", fill: colour, fillOpacity: 0.1 })] : []),
    Plot.areaY(points, { x: (point: BandPoint) => at(point.at), y1: "low", y2: "high", fill: colour, fillOpacity: 0.25 }),
    Plot.lineY(points, { x: (point: BandPoint) => at(point.at), y: "value", stroke: colour, strokeWidth: 1.25 }),
  ]);
