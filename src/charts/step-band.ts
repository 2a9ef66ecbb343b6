import * as Plot from "@observablehq/plot";
import { definitions, missingPattern } from "./defs.ts";
import { colours } from "./palette.ts";
import { at } from "./time-axis.ts";

/** A count that belongs to a window. */
export interface Step {
  readonly start: string;
  readonly end: string;
  readonly value: number;
  /** Error of reading to either end; equal to the value where it is printed. */
  readonly low: number;
  readonly high: number;
}

/** How a step came to us decides its line: solid for printed, dashed for derived, thin with a pale error band for digitised. */
export type StepLine = "printed" | "derived" | "digitised";

const lines: Readonly<Record<StepLine, Readonly<{ strokeWidth: number; strokeDasharray?: string }>>> = {
  printed: { strokeWidth: 3 },
  derived: { strokeWidth: 2, strokeDasharray: "4,2" },
  digitised: { strokeWidth: 1.25 },
};

/** Pairs of steps where the second starts when the first ends: the only places where a riser is drawn. */
export const risers = (steps: readonly Step[]): { readonly when: string; readonly from: number; readonly to: number }[] =>
  steps.slice(1).flatMap((step, index) => {
    const before = steps[index];
    return before?.end === step.start ? [{ when: step.start, from: before.value, to: step.value }] : [];
  });

/** Level lines over their windows, with thin risers between neighbours and nothing across a gap. */
export function stepMarks(steps: readonly Step[], line: StepLine, colour: string): Plot.Markish[] {
  return [
    ...(line === "digitised" ? [Plot.rect(steps, { x1: (step: Step) => at(step.start), x2: (step: Step) => at(step.end), y1: "low", y2: "high", fill: colour, fillOpacity: 0.25 })] : []),
    Plot.link(risers(steps), { x1: (riser: { when: string }) => at(riser.when), x2: (riser: { when: string }) => at(riser.when), y1: "from", y2: "to", stroke: colour, strokeWidth: 1, strokeOpacity: 0.6 }),
    Plot.link(steps, { x1: (step: Step) => at(step.start), x2: (step: Step) => at(step.end), y1: "value", y2: "value", stroke: colour, ...lines[line] }),
  ];
}

/** Hours without a value. */
export interface Gap {
  readonly start: string;
  readonly end: string;
}

/** A gap shorter than this carries no words, ms. */
const roomForWords = 8 * 3_600_000;

/** Hours for which nothing is known: light dots over the height of the panel, and words where there is room. */
export function gapMarks(gaps: readonly Gap[], top: number, words: string | null, fontSize: number): Plot.Markish[] {
  return [
    definitions([missingPattern("not_observed", "gap-dots", colours.hairline, "none")]),
    Plot.rect(gaps, { x1: (gap: Gap) => at(gap.start), x2: (gap: Gap) => at(gap.end), y1: 0, y2: top, fill: "url(#gap-dots)", fillOpacity: 0.7 }),
    ...(words === null
      ? []
      : [Plot.text(gaps.filter(({ start, end }) => Date.parse(end) - Date.parse(start) >= roomForWords), { x: (gap: Gap) => new Date((Date.parse(gap.start) + Date.parse(gap.end)) / 2), y: top / 4, text: () => words, fill: colours.secondInk, stroke: colours.paper, strokeWidth: 6, fontSize })]),
  ];
}
