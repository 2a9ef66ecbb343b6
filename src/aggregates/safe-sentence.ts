import { bareValue, valueWords } from "../schema/format.ts";
import type { Worded } from "./wording.ts";
import { clockDay, timePhrase } from "./wording-time.ts";

/** What a sentence of its own is made from: numbers, quotation and relay come from the ledger. */
interface Parts {
  readonly claim: Worded;
  /** The number with its operator, `well under 100,000`, without a unit. */
  readonly words: string;
  /** The number alone. */
  readonly bare: string;
  /** The words kept of the source, in quotation marks. */
  readonly quote: string;
  /** `, as relayed by IDG News Service`; empty where nobody relayed it. */
  readonly relay: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is said of worms in general must not be read as said of this one. */
const ofAnyWorm = ({ claim, quote, relay }: Parts): string => `${claim.organisation} said of any worm, not of Code Red, and without a number: ${quote}${relay}.`;

/** Sentences that no rule could make from the fields of a claim, by claim id. */
const sentences: Readonly<Record<string, (parts: Parts) => string>> = {
  "microsoft-front-pages": () => "IDG found, as of 6 p.m. local time (whose is not stated), that Microsoft’s front pages for Taiwan and China offered no information.",
  "idg-lead-majority": ({ claim, quote }) => `${claim.organisation} wrote, citing European experts and without a number: ${quote}.`,
  "symantec-increase": ({ claim, quote, relay }) => `${claim.organisation} said, without a number, that it saw an ${quote} the level of July${relay}.`,
  "sans-korean-schools": ofAnyWorm,
  "sans-asia-hotbed": ofAnyWorm,
  "tsf-01": () => "TSF said that no attack had been recorded in Portugal.",
  "kaspersky-denial": ({ claim, words, relay }) => `${claim.organisation} disputed${timePhrase(claim)} that ${words.replace(/^disputes /, "")} “${claim.noun ?? ""}” were infected, and gave no count of its own${relay}; the article prints “${claim.evidence?.replace(/^If | systems .*$/g, "") ?? ""}” [sic].`,
  "sans-08": ({ claim, words }) => `${claim.organisation} put Code Red’s activity at ${words} an hour${claim.asOf === null ? "" : ` at about ${clockDay(claim.asOf)} by our dating`}; which hours is not stated. The paper says probes; we read distinct addresses.`,
  "sans-hourly-59000": ({ claim: { organisation, window }, words, relay }) =>
    `${organisation} counted ${words} source addresses in a pool of reporting sensors in each hour to ${window.end === null ? "a time not stated" : clockDay(window.end)}${window.start === null ? "" : ` (from ${window.start.slice(11, 16)}, assumed; the date is inferred)`}${relay}.`,
  "july-03": ({ claim, words, quote }) => `${claim.organisation} wrote that the worm was “unleashed” on ${words} web servers on 19 July 2001, in the July outbreak; the page prints ${quote} [sic].`,
  "caida-09": ({ claim, bare }) => `${claim.organisation} warned that a count of addresses is no accurate measure of the spread of a worm on timescales longer than ${bare} hours.`,
  "caida-13": ({ bare }) => `Our sum of CAIDA’s rows for South Korea, China, Taiwan and Japan is ${bare} (July outbreak, 19 July 2001, UTC).`,
  "caida-16": ({ words }) => `${capital(words)} addresses had stopped probing before midnight UTC at the end of 19 July, in the July outbreak, as a student report reads CAIDA’s graph.`,
  "cert-06": ({ claim, words }) => `${claim.organisation} estimated that the worm could spread from one host to all vulnerable IIS servers in ${words} hours (26 July 2001).`,
  "gladstone-01": ({ claim, words }) => `${claim.organisation}’s own formula takes ${words} infected machines for each attacker that his one address meets in a day.`,
};

/** Ids of the claims that have a sentence of their own. */
export const ownSentenceClaims: readonly string[] = Object.keys(sentences);

/** The sentence that was written for one claim; null where the rules make it. @param relay who passed it on, with its comma */
export function ownSentence(claim: Worded, relay: string): string | null {
  const valued = { operator: claim.operator, value: claim.value, low: claim.low, high: claim.high, sign: claim.sign ?? undefined, boundWord: claim.boundWord };
  return sentences[claim.id]?.({ claim, words: valueWords(valued), bare: bareValue(valued), quote: `“${claim.evidence ?? ""}”`, relay }) ?? null;
}
