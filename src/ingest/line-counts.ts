import { rejectReasons } from "../schema/reject-reason.ts";
import { firstRejection } from "./outcome.ts";

/** The first line numbers of each kind of rejection that are reported. */
export const firstLines = 5;

/** What became of the lines of one input. */
export interface LineCounts {
  bytes: number;
  lines: number;
  /** Lines counted as probes, cut ones included. */
  probes: number;
  matched: number;
  inferred: number;
  zoneAssumed: number;
  cut: number;
  markerElsewhere: number;
  /** Probe lines that repeat the probe line before them byte for byte. They are counted as probes. */
  repeated: number;
  /** By place in `rejectReasons`. */
  rejected: number[];
  rejectedLines: number[][];
}

/** The counts of an input of which nothing was read. */
export const newLineCounts = (): LineCounts => ({
  bytes: 0,
  lines: 0,
  probes: 0,
  matched: 0,
  inferred: 0,
  zoneAssumed: 0,
  cut: 0,
  markerElsewhere: 0,
  repeated: 0,
  rejected: rejectReasons.map(() => 0),
  rejectedLines: rejectReasons.map(() => []),
});

/** Notes a rejected line; `lineNumber` is asked only while its number would be reported. */
export function reject(counts: LineCounts, outcome: number, lineNumber: () => number): void {
  const reason = outcome - firstRejection;
  counts.rejected[reason] = (counts.rejected[reason] ?? 0) + 1;
  const lines = counts.rejectedLines[reason];
  if (lines !== undefined && lines.length < firstLines) lines.push(lineNumber());
}
