import type { Records } from "../readers/records.ts";
import { numberWords } from "../schema/format.ts";
import type { Operator } from "../schema/operator.ts";
import { type ClaimEntry, claims } from "./claims.ts";
import { knownConfusions } from "./known-confusions.ts";
import { type Mistake, mistakesOf } from "./mistakes.ts";
import { ledgerFile, recordFault } from "./record-fault.ts";

/** What one claim means by a number. */
export interface NumberMeaning {
  readonly claim: string;
  readonly mistakes: readonly Mistake[];
}

/** Size classes of the index, smallest first; `below` is exclusive. */
const sizeClasses = [
  { id: "under-a-hundred", label: "Under a hundred", below: 100 },
  { id: "hundreds", label: "Hundreds", below: 1e3 },
  { id: "thousands", label: "Thousands", below: 1e4 },
  { id: "tens-of-thousands", label: "Tens of thousands", below: 1e5 },
  { id: "hundreds-of-thousands", label: "Hundreds of thousands", below: 1e6 },
  { id: "millions", label: "Millions", below: 1e9 },
  { id: "billions", label: "Billions", below: Infinity },
] as const;
export type SizeClass = (typeof sizeClasses)[number]["id"];

/** One number of the ledger, with everybody who printed it. */
export interface LedgerNumber {
  /** Its address on the page: `n-228949`, `n-6-4`. */
  readonly id: string;
  readonly value: number;
  /** `228,949`, without sign or operator. */
  readonly words: string;
  /** As larger numbers are said: `2.6 billion`; null where the digits are the only form. */
  readonly spoken: string | null;
  readonly sizeClass: SizeClass;
  /** In the ledger's order. */
  readonly meanings: readonly NumberMeaning[];
}

export interface NumbersAggregate {
  readonly id: "numbers";
  readonly title: string;
  readonly sizeClasses: readonly { readonly id: SizeClass; readonly label: string }[];
  /** By value, smallest first; each value once. */
  readonly rows: readonly LedgerNumber[];
}

/** The numbers that a claim prints. A lower end beside a bound is this project's, so it is left out; the upper end of a “more than” is printed. */
export function printedNumbers({ operator, value, low, high }: { readonly operator: Operator; readonly value: number | null; readonly low: number | null; readonly high: number | null }): number[] {
  const all = operator === "range" ? [low, high] : operator === "gt" ? [value, high] : [value];
  return [...new Set(all.filter((each) => each !== null))];
}

/** `2600000000` → `2.6 billion`; null below a million, where nobody says it so. */
export function spokenNumber(value: number): string | null {
  if (value < 1e6) return null;
  const [size, word] = value >= 1e9 ? ([1e9, "billion"] as const) : ([1e6, "million"] as const);
  const tenths = (value / size) * 10;
  // An exact number such as 4,478,473 is not said in millions.
  return Number.isInteger(tenths) ? `${numberWords(tenths / 10)} ${word}` : null;
}

function meaning(claim: ClaimEntry, ledger: ReadonlyMap<string, ClaimEntry>): NumberMeaning {
  const known = knownConfusions[claim.id]?.({
    words: (id) => {
      const found = ledger.get(id);
      if (found === undefined) throw recordFault(ledgerFile, "id", id, `a row with this id, which the confusions of ${claim.id} name; restore it, or mend src/aggregates/known-confusions.ts`);
      return found.words;
    },
    quote: (id) => ledger.get(id)?.evidence ?? "",
  });
  return { claim: claim.id, mistakes: [...(known === undefined ? [] : [known]), ...mistakesOf(claim)] };
}

/** Every distinct number that a claim of the ledger prints, smallest first, with what each claim means by it. */
export function numbers(records: Records): NumbersAggregate {
  const ledger = new Map(claims(records).rows.map((claim) => [claim.id, claim]));
  const unknown = Object.keys(knownConfusions).find((id) => !ledger.has(id));
  if (unknown !== undefined) throw recordFault(ledgerFile, "id", unknown, "a row with this id; restore it, or take it out of src/aggregates/known-confusions.ts");
  const byValue = Map.groupBy(
    [...ledger.values()].flatMap((claim) => printedNumbers(claim).map((value) => ({ value, claim }))),
    ({ value }) => value,
  );
  return {
    id: "numbers",
    title: "Every number of the ledger, with what it counts and what it is mistaken for",
    sizeClasses: sizeClasses.map(({ id, label }) => ({ id, label })),
    rows: [...byValue]
      .sort(([a], [b]) => a - b)
      .map(([value, uses]) => ({
        id: `n-${String(value).replace(".", "-")}`,
        value,
        words: numberWords(value),
        spoken: spokenNumber(value),
        sizeClass: (sizeClasses.find(({ below }) => value < below) ?? sizeClasses[0]).id,
        meanings: uses.map(({ claim }) => meaning(claim, ledger)),
      })),
  };
}
