import { comparabilityRules, type Comparable, compareClaims, type ReasonField, type Verdict, verdicts } from "../model/comparability.ts";
import type { Records } from "../readers/records.ts";
import { accumulationWords } from "../schema/accumulation.ts";
import { isNumeric } from "../schema/operator.ts";
import { quantities } from "../schema/quantity.ts";
import { vantageWords, waveWords } from "../schema/reading.ts";
import { claimValue } from "./claim-value.ts";
import { type ClaimEntry, claims } from "./claims.ts";

/** A number that stands in the matrix. */
export interface ComparedClaim {
  readonly id: string;
  readonly label: string;
  readonly organisation: string;
  /** The number as stated, `well under 100,000`. */
  readonly words: string;
}

/** One reason of a verdict, with what each side says of that field. */
export interface PairReason {
  readonly rule: string;
  readonly field: ReasonField;
  readonly short: string;
  readonly why: string;
  readonly adjustment: string | null;
  readonly aSays: string;
  readonly bSays: string;
}

/** Two different claims of the matrix; `a` stands before `b` in the ledger. */
export interface ComparedPair {
  /** `xs4all-unique-8h--sans-cumulative`: also its address on the page. */
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  /** At most two words. */
  readonly short: string;
  readonly reasons: readonly PairReason[];
}

export interface ComparabilityAggregate {
  readonly id: "comparability";
  readonly title: string;
  readonly claims: readonly ComparedClaim[];
  readonly rows: readonly ComparedPair[];
  /** Pairs of each verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** How often each rule applies, commonest first; one pair may have several. */
  readonly reasonCounts: readonly { readonly rule: string; readonly field: ReasonField; readonly why: string; readonly pairs: number }[];
}

/** Numbers from outside the article that the matrix also takes in: CAIDA's table of July, CERT's estimate, SANS's hourly count. */
const alsoCompared: readonly string[] = ["caida-07", "cert-03", "sans-hourly-50672"];

/** The claim that says how long an address count is a fair measure of machines, in hours. */
const fairHoursClaim = "caida-09";

/** A claim as the rules see it. `watcher`: id of the organisation that kept the instrument. */
export const comparable = (claim: ClaimEntry, watcher: string): Comparable => ({
  id: claim.id,
  watcher,
  quantity: claim.quantity,
  wave: claim.wave,
  accumulation: claim.accumulation,
  vantageKind: claim.vantageKind,
  operator: claim.operator,
  window: claim.window,
});

const says: Readonly<Record<ReasonField, (claim: ClaimEntry) => string>> = {
  wave: (claim) => waveWords[claim.wave],
  unit: (claim) => quantities[claim.quantity].label,
  operator: (claim) => claim.howStated,
  hours: (claim) => claim.windowWords,
  vantage: (claim) => vantageWords[claim.vantageKind],
  accumulation: (claim) => accumulationWords[claim.accumulation],
};

/** Id of the organisation that kept the instrument of a claim. */
function watcherOf({ organisations }: Records, spelling: string): string {
  const found = organisations.find((row) => row.spellings.includes(spelling));
  if (found === undefined) throw new Error(`no organisation is spelled ${spelling}`);
  return found.part_of ?? found.id;
}

/**
 * A verdict for every pair of the numeric claims of the article and three others, computed from their fields.
 * @throws RecordError when the ledger lacks the claim that gives the fair hours
 */
export function comparability(records: Records): ComparabilityAggregate {
  const ledger = claims(records).rows;
  const fairHours = claimValue(records)(fairHoursClaim);
  const compared = ledger.filter((claim) => isNumeric(claim.operator) && (claim.inIdgArticle || alsoCompared.includes(claim.id)));
  const rows = compared.flatMap((b, index) =>
    compared.slice(0, index).map((a): ComparedPair => {
      const { verdict, rules } = compareClaims(comparable(a, watcherOf(records, a.organisation)), comparable(b, watcherOf(records, b.organisation)), fairHours);
      return {
        id: `${a.id}--${b.id}`,
        a: a.id,
        b: b.id,
        verdict,
        short: rules[0]?.short ?? "",
        reasons: rules.map(({ id, field, short, why, adjustment }) => ({ rule: id, field, short, why, adjustment, aSays: says[field](a), bSays: says[field](b) })),
      };
    }),
  );
  const pairsOf = (rule: string): number => rows.filter((row) => row.reasons.some((reason) => reason.rule === rule)).length;
  return {
    id: "comparability",
    title: "Which numbers can be set side by side, pair by pair, with the reasons",
    claims: compared.map(({ id, label, organisation, wordsAsStated }) => ({ id, label, organisation, words: wordsAsStated })),
    rows,
    counts: Object.fromEntries(verdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])) as Record<Verdict, number>,
    reasonCounts: comparabilityRules
      .map(({ id, field, why }) => ({ rule: id, field, why, pairs: pairsOf(id) }))
      .filter(({ pairs }) => pairs > 0)
      .sort((a, b) => b.pairs - a.pairs),
  };
}
