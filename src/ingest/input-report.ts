import type { CountsInput } from "../schema/counts.ts";
import type { LineCounts } from "./line-counts.ts";
import { rejectReasons } from "../schema/reject-reason.ts";
import { rejectWords } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import { utcText } from "./utc-text.ts";

/** What is known of an input besides its lines. */
export type InputFacts = Pick<CountsInput, "name" | "format" | "formatBasis" | "compression" | "sha256" | "grewWhileRead"> & { readonly zone: string | null };

const part = (some: number, all: number): number => (all === 0 ? 0 : some / all);
const spans = (list: readonly (readonly [number, number])[]): { from: string; to: string }[] => list.map(([from, to]) => ({ from: utcText(from), to: utcText(to) }));

function zoneOf(counts: LineCounts, name: string | null): CountsInput["zone"] {
  if (counts.probes === 0) return { basis: "none", name };
  if (counts.zoneAssumed === 0) return { basis: "stated", name: null };
  return { basis: counts.zoneAssumed === counts.probes ? "assumed" : "mixed", name };
}

/** Lines that carry the marker and could not be counted. */
export const rejectedLines = (counts: LineCounts): number => counts.rejected.reduce((total, lines) => total + lines, 0);

/** The quality report of one input. */
export function inputReport(facts: InputFacts, counts: LineCounts, pace: Pace): CountsInput {
  const { zone, ...rest } = facts;
  const rejected = rejectReasons.flatMap((reason, place) => {
    const lines = counts.rejected[place] ?? 0;
    return lines === 0 ? [] : [{ reason, words: rejectWords[reason], lines, firstLines: counts.rejectedLines[place] ?? [] }];
  });
  return {
    ...rest,
    bytes: counts.bytes,
    lines: counts.lines,
    recognised: counts.probes,
    matched: counts.matched,
    inferred: counts.inferred,
    inferredShare: part(counts.inferred, counts.probes),
    cut: counts.cut,
    markerElsewhere: counts.markerElsewhere,
    rejected,
    rejectedShare: part(rejectedLines(counts), counts.probes + rejectedLines(counts)),
    repeatedLines: counts.repeated,
    timeOrder: { backwards: pace.backwards, largestStepBackSeconds: pace.largestStepBack },
    gaps: { count: pace.gaps, first: spans(pace.gapList) },
    clockJumps: { count: pace.jumps, first: spans(pace.jumpList) },
    zone: zoneOf(counts, zone),
  };
}
