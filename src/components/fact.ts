import type { Get } from "../aggregates/all.ts";
import type { ClaimEntry } from "../aggregates/claims.ts";
import type { Result } from "../aggregates/results.ts";
import { bareValue } from "../schema/format.ts";
import { quantities } from "../schema/quantity.ts";

/** What prose asks for: a claim's number, or a computed one. `bare` leaves out the operator's word. */
export type FactRequest = { readonly claim: string; readonly form?: "bare" } | { readonly result: string };

/** A number as prose prints it, and everything a reader may ask about it. */
export interface FactWords {
  /** `claim:xs4all-unique-8h` or `result:half-hours-summed`; equal for every use of one number. */
  readonly key: string;
  readonly text: string;
  /** Page that tells the whole of it. */
  readonly path: `/${string}`;
  readonly status: string;
  /** Lines of the card and of the printed note: a label and a sentence. */
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

function claimFact(claim: ClaimEntry, bare: boolean): FactWords {
  const { operator, value, low, high, sign } = claim;
  const text = bare ? bareValue({ operator, value, low, high, sign: sign ?? undefined }) : claim.words;
  const quote = claim.evidence === null ? [] : [{ label: "Words", text: `“${claim.evidence}”` }];
  return {
    key: `claim:${claim.id}`,
    text,
    path: `/claims/${claim.id}/`,
    status: claim.status,
    lines: [
      { label: "Who", text: [claim.speaker === null ? claim.organisation : `${claim.speaker}, ${claim.organisation}`, claim.relayedBy === null ? null : `relayed by ${claim.relayedBy}`].filter((part) => part !== null).join("; ") },
      { label: "What", text: `${claim.wordsAsStated}: ${quantities[claim.quantity].label}` },
      { label: "Hours", text: claim.windowWords },
      { label: "Seen from", text: claim.vantage ?? "not stated" },
      ...quote,
    ],
  };
}

const resultFact = (result: Result): FactWords => ({
  key: `result:${result.id}`,
  text: result.words,
  path: `/data/results/#${result.id}`,
  status: result.status,
  lines: [
    { label: "What", text: `${result.label}, ${result.unit}` },
    { label: "Working", text: result.working },
    ...(result.assumes === "" ? [] : [{ label: "Assumes", text: result.assumes }]),
  ],
});

/**
 * Resolves a number of the prose.
 * @throws naming the id, when the ledger or the results hold no such number
 */
export function resolveFact(request: FactRequest, get: Get): FactWords {
  if ("claim" in request) {
    const claim = get("claims").rows.find((row) => row.id === request.claim);
    if (claim === undefined) throw new Error(`prose uses the claim ${request.claim}, which is not in data/records/claims.csv`);
    const fact = claimFact(claim, request.form === "bare");
    if (fact.text === "") throw new Error(`prose prints the claim ${request.claim} as a number, and it has none`);
    return fact;
  }
  const result = get("results").rows.find((row) => row.id === request.result);
  if (result === undefined) throw new Error(`prose uses the computed number ${request.result}, which is not in src/aggregates/results.ts`);
  return resultFact(result);
}
