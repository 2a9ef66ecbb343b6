import { bareValue, numberWords, valueWords } from "../schema/format.ts";
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

/** A total whose owner the paper does not name: that it is SANS's is this project's guess. */
const ofNobodyNamed = ({ claim, words, relay }: Parts): string =>
  `A report that names no source put infected “${claim.noun ?? ""}” at ${words}${claim.asOf === null ? "" : claim.window.endBasis === "stated" ? ` at ${clockDay(claim.asOf)}` : ` at about ${clockDay(claim.asOf)} by our dating`}, its start not stated${relay}. We take it for a running total of SANS’s.`;

/** A growth that is meant for each infected machine, which the source's noun leaves out. */
const growthOfEach = ({ claim, words, relay }: Parts): string =>
  `In the model of ${claim.speaker ?? claim.organisation} each infected machine infected ${words.replace(/ hosts.*$/, "")} others an hour${claim.wave === "july" ? " in the July outbreak" : ""}${timePhrase(claim)}${relay}.`;

/** A post by somebody whose name and office nobody has checked. */
const ofUnverifiedPost = ({ claim, words }: Parts): string =>
  `A post to the Bugtraq mailing list, signed by ${claim.speaker ?? ""} of ${claim.organisation} (not verified), counted ${words} “${claim.noun ?? ""}” on one network in the July outbreak${timePhrase(claim)}.`;

/** Sentences that no rule could make from the fields of a claim, by claim id. */
const sentences: Readonly<Record<string, (parts: Parts) => string>> = {
  "microsoft-front-pages": () => "IDG found, as of 6 p.m. local time (whose is not stated), that Microsoft’s front pages for Taiwan and China offered no information.",
  "idg-lead-majority": ({ claim, quote }) => `${claim.organisation} wrote, citing European experts and without a number: ${quote}.`,
  "symantec-increase": ({ claim, quote, relay }) => `${claim.organisation} said, without a number, that it saw an ${quote} the level of July${relay}.`,
  "fsecure-nine-hours": ({ claim, words, relay }) => `${claim.organisation} spoke of ${words} infected “${claim.noun ?? ""}” in the July outbreak${timePhrase(claim)}${relay}. It is probably not its own count: a joint alert had the same figure and hours.`,
  "sans-korean-schools": ofAnyWorm,
  "sans-asia-hotbed": ofAnyWorm,
  "tsf-01": () => "TSF said that no attack had been recorded in Portugal.",
  "kaspersky-denial": ({ claim, words, relay }) => `${claim.organisation} disputed${timePhrase(claim)} that ${words.replace(/^disputes /, "")} “${claim.noun ?? ""}” were infected, and gave no count of its own${relay}; the article prints “${claim.evidence?.replace(/^If | systems .*$/g, "") ?? ""}” [sic].`,
  "sans-08": ({ claim, words }) => `${claim.organisation} put Code Red’s activity at ${words} an hour${claim.asOf === null ? "" : ` at about ${clockDay(claim.asOf)} by our dating`}; which hours is not stated. The paper says probes; we read distinct addresses.`,
  "sans-hourly-59000": ({ claim: { organisation, window }, words, relay }) =>
    `${organisation} counted ${words} source addresses in a pool of reporting sensors in each hour to ${window.end === null ? "a time not stated" : clockDay(window.end)}${window.start === null ? "" : ` (from ${window.start.slice(11, 16)}, assumed; the date is inferred)`}${relay}.`,
  "jp-01": ({ claim, bare, quote }) => `${claim.organisation} had, by ${claim.window.end === null ? "a time not stated" : clockDay(claim.window.end)} (hour assumed), its start not stated, ${quote}. That is ${bare} case, and no count of machines.`,
  "jp-03": ({ claim, words, quote }) => `${claim.organisation} was quoted for ${words} servers attacked by Code Red II, in the week to 8 August 2001, its start not stated: ${quote}.`,
  "jp-04": ({ claim, bare }) => `${claim.organisation} received ${bare} reports of unauthorised access of every kind in August 2001. It named Code Red II as one cause.`,
  "aris-au-01": ({ claim, bare }) => `${claim.organisation} gave ${bare} “${claim.noun ?? ""}” of every kind in Australia over seven days, hours not stated. Not all of them were Code Red.`,
  "tw-03": ({ quote }) => `The Taiwan press wrote that Code Red ${quote}, by the end of the working day of 1 August 2001, its start not stated. It gave no number.`,
  "ch-01": ({ claim, words, quote }) => `${claim.organisation} spoke of ${words} Swiss domains in the July outbreak, by 31 July 2001, its start not stated: ${quote}.`,
  "cn-01": ({ claim, bare }) => `${claim.organisation} had ${bare} confirmed cases of Code Red II${timePhrase(claim)}.`,
  "matrix-01": ({ claim, bare }) => `${claim.organisation} saw ${bare} of packets lost across the internet${timePhrase(claim)}. That is traffic, and counts no machine.`,
  "tw-02": ({ claim, words }) => `${claim.organisation} said that perhaps ${words} customers with one kind of ADSL modem could be affected, by 8 August 2001, its start not stated. These are modems, not infected servers.`,
  "eeye-01": ({ words }) => `The BBC, quoting eEye, wrote that the worm could try ${words} addresses a day. It is not clear whether that is for each infected machine.`,
  "sans-02": ofNobodyNamed,
  "sans-04": (parts) => ofNobodyNamed({ ...parts, words: `“almost” ${parts.bare}` }),
  "indep-01": ofNobodyNamed,
  "staniford-01": growthOfEach,
  "staniford-02": growthOfEach,
  "classb-01": (parts) => ofUnverifiedPost(parts).replace(/, UTC\.$/, "; when its day began is not stated."),
  "classb-02": ofUnverifiedPost,
  "july-04": ({ claim, words }) => `Homer Smith of Lightlink, who passed on a post of eEye’s, wrote of ${words} infected “${claim.noun ?? ""}” in the July outbreak on 19 July 2001. The number is his reading.`,
  "arbor-01": ({ claim, words }) => `${claim.organisation} said that ${words} “${claim.noun ?? ""}” appeared to be infected in April 2002.`,
  "arbor-02": ({ claim, words }) => `${claim.organisation} counted ${words} “${claim.noun ?? ""}” that appeared to have been infected, over six months to April 2002; which six is not stated.`,
  "caida-02": ({ claim, bare }) => `${claim.organisation} had addresses of at least some ${bare} “${claim.noun ?? ""}” of the July outbreak, by a post of 25 July 2001 that calls the number a lower bound.`,
  "caida-04": ({ claim, words, relay }) => `${claim.speaker ?? ""} of ${claim.organisation} said that ${words} “${claim.noun ?? ""}” had been infected by ${claim.window.end === null ? "a time not stated" : clockDay(claim.window.end)}, the start not stated${relay}. CAIDA’s monitor was in trouble that day.`,
  "thestreet-01": ({ claim, words, bare }) => `${claim.organisation} repeated a figure of ${words.includes(bare) ? words : bare} infected “${claim.noun ?? ""}”, and perhaps as many as ${claim.high === null ? "not stated" : numberWords(claim.high)}, in the July outbreak on 19 July 2001.`,
  "cooper-01": ({ claim, bare }) => `${claim.speaker ?? ""} of ${claim.organisation} said that the worm could reach ${bare} “${claim.noun ?? ""}” within three days.`,
  "ap-02": ({ claim, words }) => `SANS Institute, as relayed by AP, put infected “Internet-connected computers” at ${words} at about ${claim.asOf === null ? "a time not stated" : clockDay(claim.asOf)} by our dating, its start not stated.`,
  "july-01": ({ words, relay }) => `An unnamed Californian specialist, quoted by Klein Report, put the number of infected machines in the July outbreak at ${words} on 19 July 2001, hours not stated${relay}.`,
  "july-02": ({ words }) => `Another unnamed expert, quoted by Klein Report, put the number of infected machines in the July outbreak at ${words} on 19 July 2001, hours not stated.`,
  "izvestia-01": ({ claim, words }) => `${claim.organisation} wrote of ${words} infected systems in the first three days of August 2001, the hours not stated.`,
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
