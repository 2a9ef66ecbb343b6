import type { ClaimAccumulation } from "../schema/reading.ts";
import { dateWords } from "../schema/window.ts";
import type { ClaimEntry } from "./claims.ts";

const runs: Readonly<Record<ClaimAccumulation, string>> = {
  in_window: ", counted within its own hours",
  cumulative: ", as a running total",
  at_once: ", at one time",
  not_stated: "",
  not_applicable: "",
};

/** `7,528 unique source IPs`; a share or a sum of money needs no noun after its sign, and remarks in brackets are left out. */
function numberAndNoun({ words, sign, unit }: ClaimEntry): string {
  const noun = unit.replace(/ \(.*\)$/, "").replace(/^percent /, "");
  return sign === "$" || (sign === "%" && noun === "share") ? words : `${words} ${noun}`;
}

/** The hours, or failing them the time the number was given for. */
function time({ window, windowWords, asOf }: ClaimEntry): string {
  if (window.start !== null && window.end !== null) return `Hours: ${windowWords}.`;
  return asOf === null ? "Neither hours nor date are stated." : `As of ${dateWords(asOf)}; the hours counted are not fully stated.`;
}

/**
 * A sentence that keeps the number with its speaker, operator, unit, hours and source, so that it can be quoted as it stands.
 * A number that its speaker disputes is said to be disputed.
 */
export function safeSentence(claim: ClaimEntry): string {
  const who = claim.speaker === null || claim.speaker === claim.organisation ? claim.organisation : `${claim.speaker} (${claim.organisation})`;
  const disputed = claim.operator === "denied" ? ", disputed and not counted" : "";
  const printed = claim.source.date === null ? "date not stated" : dateWords(claim.source.date);
  return `${who}: ${numberAndNoun(claim)}${disputed} (${claim.whatIsCounted})${runs[claim.accumulation]}. ${time(claim)} Printed in “${claim.source.title}”, ${printed}.`;
}
