import { bareValue } from "../schema/format.ts";
import type { Quantity } from "../schema/quantity.ts";
import type { Worded } from "./wording.ts";

/** A false sentence that a number invites, and the reason against it. `number` is the bare number, `noun` the words of what was counted. */
interface Trap {
  readonly applies: (claim: Worded) => boolean;
  readonly not: (parts: { readonly number: string; readonly noun: string; readonly who: string; readonly claim: Worded }) => string;
  readonly why: string | ((claim: Worded) => string);
}

const isShare = (quantity: Quantity): boolean => quantity.startsWith("share_of_");

/** What a share says of its place, without the words that name its denominator: `of the probes came from Asia` → `came from Asia`. */
const shareTail = (noun: string): string => noun.replace(/^of (?:the |infected )*(?:probes|servers) /, "");

/** A share turned into a share of everything. */
const ofAll = (number: string, { noun }: Worded): string => (noun === null ? `${number} of all infected machines were of this kind.` : `${number} of all infected machines ${shareTail(noun)}.`);

/** `7,528 machines were`, with the grammar of none and one. */
const machinesWere = (number: string): string => (number === "0" ? "No machines were" : number === "1" ? "One machine was" : `${number} machines were`);

const isWords = ({ operator }: Worded): boolean => operator === "qualitative" || operator === "rank" || operator === "not_stated";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** In order of how far the false sentence strays: the first that applies gives the sentence, and every one that applies gives a reason. */
const traps: readonly Trap[] = [
  { applies: isWords, not: ({ who }) => `${who} gave a number for this.`, why: "The source has words and no number." },
  { applies: ({ operator }) => operator === "denied", not: ({ number, noun, who }) => `${who} counted ${number} ${noun}.`, why: "The speaker disputed the number and put no other in its place." },
  { applies: ({ quantity }) => quantity === "forecast", not: ({ number, noun, who }) => `${who} had measured ${number} ${noun}.`, why: "Somebody expected it; nobody had counted it." },
  { applies: ({ quantity }) => quantity === "vulnerable", not: ({ number }) => `${machinesWere(number)} infected.`, why: "These could have been infected. Few or many of them were." },
  { applies: ({ quantity }) => quantity === "share_of_probes", not: ({ number, claim }) => ofAll(number, claim), why: "These are probes. A machine that scans fast counts many times." },
  { applies: ({ quantity, vantageKind }) => quantity === "share_of_machines" && vantageKind === "one_network", not: ({ number, claim }) => ofAll(number, claim), why: "These are the machines that reached one network." },
  { applies: ({ quantity, vantageKind }) => quantity === "share_of_machines" && vantageKind !== "one_network", not: ({ number, claim }) => `Exactly ${ofAll(number, claim)}`, why: "It is a share of the machines that somebody saw, not of all." },
  { applies: ({ quantity }) => quantity === "share_of_servers", not: ({ number }) => `${number} of all servers on the internet were open to the worm.`, why: "It is a share of one list of servers that was tested." },
  { applies: ({ quantity }) => quantity === "money", not: ({ number }) => `The worm cost ${number}.`, why: "It is a model’s estimate, not a sum of bills." },
  { applies: ({ quantity }) => quantity === "downloads", not: ({ number }) => `${number} servers were repaired.`, why: "One copy can serve many machines, and a copy may never be used." },
  { applies: ({ quantity }) => quantity === "watched_addresses", not: ({ number }) => `${number} addresses were infected.`, why: "It is the size of the instrument, not what it saw." },
  { applies: ({ quantity }) => quantity === "rate_per_host", not: ({ number, noun }) => `Every infected machine tried ${number} ${noun}.`, why: "It is one machine, or a guess about one; others were slower or faster." },
  { applies: ({ quantity }) => quantity === "growth", not: ({ number, noun }) => `The worm grew by ${number} ${noun} throughout.`, why: "A rate holds for a time, and is no total." },
  { applies: ({ quantity }) => quantity === "reports", not: ({ number }) => `${machinesWere(number)} infected.`, why: "Reports count people who told somebody. Owners who know of no infection do not call." },
  { applies: ({ quantity }) => quantity === "probes", not: ({ number }) => `${machinesWere(number)} infected.`, why: "Probes count every attempt, repeats included." },
  { applies: ({ quantity }) => quantity === "attacks", not: ({ number }) => `${machinesWere(number)} infected.`, why: "The source does not say whether an attack is a sender, an attempt or an event." },
  { applies: ({ quantity }) => quantity === "other", not: ({ number, who }) => `${who} counted ${number} infected machines.`, why: "It counts something else; see the words of the claim." },
  { applies: ({ accumulation, quantity }) => accumulation === "cumulative" && (quantity === "source_addresses" || quantity === "machines"), not: ({ number }) => `${machinesWere(number)} infected at that time.`, why: "A running total never falls: it keeps machines that had been cleaned or switched off." },
  { applies: ({ vantageKind, quantity }) => (vantageKind === "one_network" || vantageKind === "web_servers") && !isShare(quantity), not: ({ number }) => `The worm had infected ${number} machines.`, why: "That many reached one watcher; it says little about the world." },
  { applies: ({ operator, quantity }) => operator === "lt" && !isShare(quantity), not: ({ number, noun, who }) => `${who} counted ${number} ${noun}.`, why: "It is a bound: the number itself was not given, and lies below." },
  { applies: ({ operator, quantity }) => operator === "gt" && !isShare(quantity), not: ({ number, noun, who }) => `${who} counted ${number} ${noun}.`, why: "It is a bound: the number itself was not given, and lies above." },
  { applies: ({ operator, quantity }) => (operator === "lt" || operator === "gt") && isShare(quantity), not: ({ number, who }) => `${who} measured ${number}.`, why: "It is a bound, not the share itself." },
  { applies: ({ vantageKind }) => vantageKind === "secondary", not: ({ number, noun, who }) => `${who} counted ${number} ${noun}.`, why: "It is repeated from others and is no count of its own." },
  { applies: ({ quantity }) => quantity === "source_addresses", not: ({ number }) => `${machinesWere(number)} infected.`, why: ({ noun }) => `${noun?.includes("address") === true ? "These are addresses." : "We read it as addresses."} One machine can use several, and several can share one.` },
  { applies: ({ quantity }) => quantity === "machines", not: ({ number }) => `${machinesWere(number)} counted.`, why: "The source does not say how a machine was told from an address." },
];

/** Added to the reasons of a number about another outbreak: no sentence of its own. */
const otherWave = (claim: Worded): string => (isWords(claim) ? "" : claim.wave === "july" ? " It is about July, not about the restart of 1 August." : claim.wave === "code_red_2" ? " It is about Code Red II, another worm." : claim.wave === "several" ? " It mixes several outbreaks." : "");

/**
 * The sentence not to print, and up to three reasons, worst first.
 * @param who as the sentence to print names the speaker
 * @param noun as the sentence to print names what was counted
 */
export function notPhrases(claim: Worded, who: string, noun: string): { readonly not: string; readonly why: string } {
  const number = bareValue({ operator: claim.operator, value: claim.value, low: claim.low, high: claim.high, sign: claim.sign ?? undefined });
  const applying = traps.filter((trap) => trap.applies(claim));
  const found = isWords(claim) ? applying.slice(0, 1) : applying;
  const [first] = found;
  const not = first === undefined ? `${machinesWere(number)} infected.` : first.not({ number, noun, who, claim });
  const reasons = found.length === 0 ? "The number does not say so." : found.slice(0, 3).map(({ why }) => (typeof why === "string" ? why : why(claim))).join(" ");
  return { not: capital(not), why: `${reasons}${otherWave(claim)}` };
}
