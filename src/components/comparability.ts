import type { ComparabilityAggregate, ComparedPair } from "../aggregates/comparability.ts";

/** Mark and word of a verdict: neither needs colour to be told apart. */
export const verdictMarks = {
  compare: { mark: "✓", word: "compare" },
  adjust: { mark: "≈", word: "adjust" },
  do_not_compare: { mark: "✗", word: "do not" },
} as const satisfies Readonly<Record<ComparedPair["verdict"], { mark: string; word: string }>>;

/** A verdict as a sentence of the list of reasons. */
export const verdictSentences: Readonly<Record<ComparedPair["verdict"], string>> = {
  compare: "Compare as they stand.",
  adjust: "Compare after adjusting.",
  do_not_compare: "Do not compare.",
};

/** Largest share of pairs that “almost none” may stand for. */
const almostNone = 0.05;

type Counts = ComparabilityAggregate["counts"];
const pairsIn = (counts: Counts): number => counts.compare + counts.adjust + counts.do_not_compare;

/** True when so few pairs compare as they stand that “almost none” is a fair word for it. */
const almostNoneCompare = (counts: Counts): boolean => pairsIn(counts) > 0 && counts.compare / pairsIn(counts) <= almostNone;

/**
 * The title of the matrix, as strong as the counts allow.
 * @throws when more pairs compare than any of the titles says
 */
export function matrixTitle(counts: Counts): string {
  if (!almostNoneCompare(counts)) throw new Error(`${counts.compare} of ${pairsIn(counts)} pairs compare: the matrix needs another title`);
  return counts.compare === 0 ? "None of these pairs compares directly" : "Almost none of these pairs compare directly";
}
