import type { Records } from "../readers/records.ts";
import { fixedWords, numberWords } from "../schema/format.ts";
import type { Status } from "../schema/status.ts";

/** A number that prose prints and no source states: where it comes from and how it was worked out. */
export interface Result {
  readonly id: string;
  readonly value: number;
  /** As prose prints it. */
  readonly words: string;
  readonly unit: string;
  readonly status: Status;
  /** Claims and datasets it is made from. */
  readonly claims: readonly string[];
  readonly datasets: readonly string[];
  /** The sum a reader can redo. */
  readonly working: string;
}

export interface ResultsAggregate {
  readonly id: "results";
  readonly title: string;
  readonly rows: readonly Result[];
}

/** Every computed or dataset number that prose prints. */
export function results({ claims }: Records): ResultsAggregate {
  const value = (id: string): number => {
    const found = claims.find((claim) => claim.id === id)?.value ?? null;
    if (found === null) throw new Error(`the claim ${id} needs a number`);
    return found;
  };
  const sans = value("sans-cumulative");
  const xs4all = value("xs4all-unique-8h");
  return {
    id: "results",
    title: "Numbers computed here, with their working",
    rows: [
      {
        id: "ratio-sans-xs4all",
        value: sans / xs4all,
        words: fixedWords(sans / xs4all, 0),
        unit: "times",
        status: "derived",
        claims: ["sans-cumulative", "xs4all-unique-8h"],
        datasets: [],
        working: `${numberWords(sans)} ÷ ${numberWords(xs4all)} = ${fixedWords(sans / xs4all, 1)}`,
      },
    ],
  };
}
