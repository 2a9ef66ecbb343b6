import { firstLines, type LineCounts } from "./line-counts.ts";
import type { LogReading, PreviousLine } from "./log-reading.ts";
import { listed, type Pace, step } from "./pace.ts";

/** What became of the lines of a part of an input: whole lines, one after another. What their probes count is in a tally. */
export interface Part {
  readonly counts: LineCounts;
  readonly pace: Pace;
  readonly firstProbe: Uint8Array | null;
  readonly previous: PreviousLine;
}

/** The part that a reading has read. */
export const partOf = ({ counts, pace, firstProbe, previous }: LogReading): Part => ({ counts, pace, firstProbe, previous });

const lineOf = ({ bytes, start, end }: PreviousLine): Uint8Array => bytes.subarray(start, end);
const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Adds the counts of the lines that follow. */
function joinCounts(before: LineCounts, after: LineCounts): void {
  const linesBefore = before.lines;
  for (const name of ["bytes", "lines", "probes", "matched", "inferred", "zoneAssumed", "cut", "markerElsewhere", "repeated"] as const) before[name] += after[name];
  after.rejected.forEach((lines, reason) => (before.rejected[reason] = (before.rejected[reason] ?? 0) + lines));
  before.rejectedLines = before.rejectedLines.map((lines, reason) => [...lines, ...(after.rejectedLines[reason] ?? []).map((line) => line + linesBefore)].slice(0, firstLines));
}

/** Adds the pace of the lines that follow. */
function joinPace(before: Pace, after: Pace): void {
  if (after.first === null) return;
  step(before, after.first);
  before.previous = after.previous;
  before.backwards += after.backwards;
  before.largestStepBack = Math.max(before.largestStepBack, after.largestStepBack);
  before.gaps += after.gaps;
  before.jumps += after.jumps;
  before.gapList = [...before.gapList, ...after.gapList].slice(0, listed);
  before.jumpList = [...before.jumpList, ...after.jumpList].slice(0, listed);
}

/** Joins parts of one input, in the order of its lines, to what one reading of all of them would have noted. The parts are used up. */
export function joinParts(first: Part, others: readonly Part[]): Part {
  let { firstProbe, previous } = first;
  for (const part of others) {
    joinCounts(first.counts, part.counts);
    joinPace(first.pace, part.pace);
    if (part.firstProbe === null) continue;
    if (previous.address >= 0 && same(lineOf(previous), part.firstProbe)) first.counts.repeated++;
    firstProbe ??= part.firstProbe;
    previous = part.previous;
  }
  return { counts: first.counts, pace: first.pace, firstProbe, previous };
}
