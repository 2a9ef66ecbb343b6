import { valueWords } from "../schema/format.ts";
import { quantities, type Quantity } from "../schema/quantity.ts";
import type { VantageKind, Wave } from "../schema/reading.ts";
import type { ClaimEntry } from "./claims.ts";
import { ownSentence } from "./safe-sentence.ts";
import { notPhrases } from "./wording-not.ts";
import { hasHoursInWordsAlone, instruments, isRunningTotal, timePhrase } from "./wording-time.ts";

/** A sentence that a reader may print, the sentence that the same number tempts one to print, and why not. */
export interface Wording {
  readonly write: string;
  readonly not: string;
  readonly why: string;
}

/** What the sentences are made from: a claim without the fields that are made from it. */
export type Worded = Omit<ClaimEntry, "wording" | "local">;

const scope: Partial<Readonly<Record<VantageKind, string>>> = {
  one_network: " on one network",
  telescope: " at a network telescope",
  pool: " seen by a pool of reporting sensors",
  web_servers: " at web servers",
  survey: " in a test of servers",
  laboratory: " in a laboratory",
};

const waves: Partial<Readonly<Record<Wave, string>>> = { july: " in the July outbreak", code_red_2: " of Code Red II", several: " across several outbreaks" };

/** Nouns of this site, used where the words kept of the source do not name what was counted. Others take the unit of the ledger. */
const ownNouns: Partial<Readonly<Record<Quantity, string>>> = { source_addresses: "source addresses", machines: "infected machines", probes: "probes", reports: "reports" };

/** The source's noun in quotation marks, or a noun of this site without. A noun alone would not say that the machines were infected, where the ledger's unit does. */
const nounPhrase = (claim: Worded): string => {
  if (claim.noun === null) return ownNouns[claim.quantity] ?? claim.unit;
  return `${claim.unit.startsWith("infected") && claim.operator !== "denied" && !/infect/i.test(claim.noun) ? "infected " : ""}“${claim.noun}”`;
};

/** Who is said to have said it; the ledger's “not named” becomes words that a sentence can carry. */
const whoPhrase = ({ organisation }: Pick<Worded, "organisation">): string =>
  organisation.startsWith("not named") ? "An unnamed body" : organisation.endsWith(", not named") ? `Unnamed ${organisation.replace(", not named", "")}` : organisation;

/** Entries of the ledger's column that say where a sentence stood, not who passed it on. */
const noRelay = /^(?:unsourced|experts|first wave|after |advisory |\d{4} )/;

const relayPhrase = ({ status, relayedBy }: Worded): string => (status !== "quoted" || relayedBy === null || noRelay.test(relayedBy) ? "" : `, as relayed by ${relayedBy}`);

/** True where the noun alone would hide which part was counted: a place, a kind of server, machines that had stopped. */
function needsDetail({ noun, geography, quantity }: Worded): boolean {
  if (noun === null || quantity === "other") return true;
  return quantity.startsWith("share_of_") ? false : !(geography.startsWith("world") || geography.startsWith("sensor:"));
}

/** The ledger's own line on what is counted, as a second sentence where the first alone would mislead. */
const detail = (claim: Worded): string => (needsDetail(claim) ? ` Recorded here as “${claim.whatIsCounted.replaceAll("“", "‘").replaceAll("”", "’")}”.` : "");

/** `put the number of servers at 300`; “at at least” is avoided. */
const putAt = (number: string, words: string): string => (words.startsWith("at ") ? `gave ${number} as ${words}` : `put ${number} at ${words}`);

const possessive = (name: string): string => (name.endsWith("s") ? `${name}’` : `${name}’s`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The statement itself: who, what was done, the number with its operator, the noun. */
function predicate(claim: Worded): string {
  const who = whoPhrase(claim);
  const noun = claim.value === 1 ? nounPhrase(claim).replace(/s$/, "") : nounPhrase(claim);
  const { operator, quantity, vantageKind, status } = claim;
  const words = valueWords({ operator, value: claim.value, low: claim.low, high: claim.high, sign: claim.sign ?? undefined, boundWord: claim.boundWord });
  // “infections reported” are reported to a pool, and not seen by it.
  const where = vantageKind === "pool" && claim.noun !== null && /report/i.test(claim.noun) ? " to a pool of sensors" : (scope[vantageKind] ?? "");
  const wave = waves[claim.wave] ?? "";
  if (operator === "denied") return `${who} ${words.replace(/^disputes/, "disputed that")} ${noun} were infected, and gave no count of its own`;
  // A number that the speaker did not print is never put into the speaker's mouth.
  if (status === "derived") return `Our working from ${possessive(who)} figures gives ${words} ${noun}${where}${wave}`;
  if (status === "digitised") return `${possessive(who)} graph, as read by eye, shows ${words} ${noun}${where}${wave}`;
  if (status === "modelled") return `${possessive(who)} model gives ${words} ${noun}${where}${wave}`;
  switch (quantity) {
    case "share_of_probes":
    case "share_of_machines":
    case "share_of_servers": {
      if (claim.noun === null) return `${who} put the ${quantities[quantity].label} at ${words}${where}`;
      const of = claim.noun.startsWith("of ") ? "" : "of machines ";
      return `${who} said that ${words} ${of}${noun}${instruments.includes(vantageKind) ? `, as seen${where}` : ""}`;
    }
    case "money":
      return `${who} put the cost at ${words}`;
    case "growth":
    case "rate_per_host":
      return `${who} gave a rate of ${words} ${noun}${where}`;
    case "forecast":
      return `${who} expected ${words} ${noun}`;
    case "watched_addresses":
      return `${who} described ${words} ${noun}`;
    case "other":
      return `${who} gave a figure of ${words}${claim.noun === null ? "" : ` ${noun}`}${where}`;
    case "vulnerable":
    case "downloads":
      return `${who} ${putAt(`the number of ${noun}`, words)}`;
    case "reports":
      // A source that counts places reported, not reports, says so: “servers”.
      return `${who} had ${claim.noun === null || /report|infection|case/i.test(claim.noun) ? "received" : "reports of"} ${words} ${noun}${wave}`;
    default:
      if (vantageKind === "secondary") return `${who} repeated a figure of ${words} ${noun}${wave}`;
      if (isRunningTotal(claim)) return `${possessive(who)} running total of ${noun}${where}${wave} ${words.startsWith("at ") ? "was" : "stood at"} ${words}`;
      if (instruments.includes(vantageKind) && operator !== "lt" && claim.accumulation !== "cumulative") return `${who} counted ${words} ${noun}${where}${wave}`;
      return `${who} ${putAt(`the number of ${noun}${where}${wave}`, words)}`;
  }
}

/**
 * The sentence to print and the sentence not to print, from a claim's operator, quantity, accumulation, window and vantage:
 * two claims with the same fields get the same sentence. Nothing is said that no field holds. A few claims that no rule fits have a
 * sentence of their own.
 */
export function wording(claim: Worded): Wording {
  const evidence = claim.evidence === null ? "" : `: “${claim.evidence}”`;
  const { not, why } = notPhrases(claim, whoPhrase(claim), nounPhrase(claim).replace(/[“”]/g, ""));
  const relay = relayPhrase(claim);
  const own = ownSentence(claim, relay);
  if (own !== null) return { write: own, not, why };
  if (claim.operator === "rank") return { write: `${whoPhrase(claim)} gave an order of places and no figures${evidence}${relay}.`, not, why };
  if (claim.operator === "qualitative" || claim.operator === "not_stated") return { write: `${whoPhrase(claim)} said, without a number${evidence}${relay}.`, not, why };
  const time = timePhrase(claim);
  // Hours in words may hold a semicolon: they end the sentence, and the relay begins it.
  const told = hasHoursInWordsAlone(claim) ? `${capital(relay.replace(", ", ""))}${relay === "" ? "" : ", "}${predicate(claim)}${time}` : `${predicate(claim)}${time}${relay}`;
  return { write: `${told}.${detail(claim)}`, not, why };
}
