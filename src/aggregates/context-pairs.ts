import type { Records } from "../readers/records.ts";
import type { ContextPairRow } from "../schema/context-pair.ts";
import { fixedWords } from "../schema/format.ts";
import type { Operator } from "../schema/operator.ts";

/** One side of a pair: a number with its operator, what it counts and who printed it. */
export interface PairSide {
  readonly operator: Operator;
  readonly value: number;
  /** The number with its operator, as printed beside its mark: `at most 3,000`. */
  readonly label: string;
  readonly what: string;
  readonly by: string;
  readonly relayedBy: string | null;
  readonly comments: string | null;
  readonly source: { readonly title: string; readonly url: string | null; readonly mirror: boolean };
}

/** Two counts of one population. */
export interface ContextPair {
  readonly id: string;
  readonly population: string;
  /** False where the two differ in more than the way of counting; such a pair supports no finding. */
  readonly likeWithLike: boolean;
  readonly larger: PairSide;
  readonly smaller: PairSide;
  /** Larger over smaller. Where a side is a bound, so is the ratio. */
  readonly ratio: number;
  readonly ratioBound: "exact" | "at_least" | "at_most" | "unknown";
  /** `6.7`, `at least 16.2`. */
  readonly ratioWords: string;
}

export interface ContextPairsAggregate {
  readonly id: "context-pairs";
  readonly title: string;
  readonly rows: readonly ContextPair[];
}

const orNull = (text: string): string | null => (text === "" ? null : text);

function side(row: ContextPairRow): PairSide {
  return {
    operator: row.operator,
    value: row.value,
    label: row.label,
    what: row.what,
    by: row.by,
    relayedBy: orNull(row.relayed_by),
    comments: orNull(row.comments),
    source: { title: row.source_title, url: orNull(row.source_url), mirror: row.source_is_mirror },
  };
}

/** A smaller side below a bound makes the ratio larger than printed, a larger side below one makes it smaller. */
function boundOf(larger: Operator, smaller: Operator): ContextPair["ratioBound"] {
  const up = larger === "gt" || smaller === "lt";
  const down = larger === "lt" || smaller === "gt";
  return up && down ? "unknown" : up ? "at_least" : down ? "at_most" : "exact";
}

const before: Readonly<Record<ContextPair["ratioBound"], string>> = { exact: "", at_least: "at least ", at_most: "at most ", unknown: "about " };

/** Pairs of counts of later botnets, in the order of the record. The reader has seen to it that every pair has its two sides. */
export function contextPairs({ contextPairs: rows }: Records): ContextPairsAggregate {
  const sideOf = (which: ContextPairRow["side"]): ReadonlyMap<string, ContextPairRow> => new Map(rows.filter((row) => row.side === which).map((row) => [row.pair, row]));
  const smallerSides = sideOf("smaller");
  return {
    id: "context-pairs",
    title: "Two counts each of botnets after Code Red",
    rows: [...sideOf("larger")].flatMap(([id, larger]): ContextPair[] => {
      const smaller = smallerSides.get(id);
      if (smaller === undefined) return [];
      const ratio = larger.value / smaller.value;
      const ratioBound = boundOf(larger.operator, smaller.operator);
      return [{ id, population: larger.population, likeWithLike: larger.like_with_like, larger: side(larger), smaller: side(smaller), ratio, ratioBound, ratioWords: `${before[ratioBound]}${fixedWords(ratio, 1)}` }];
    }),
  };
}
