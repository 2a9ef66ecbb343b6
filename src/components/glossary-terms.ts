import { type MissingKind, tooFew } from "../schema/missing.ts";
import { numberWords } from "../schema/format.ts";
import { quantities } from "../schema/quantity.ts";

/** A word of the field, with what it is and what it is not. */
export interface GlossaryTerm {
  readonly id: string;
  readonly term: string;
  readonly is: string;
  readonly isNot: string;
  /** Ids of the events that a dated statement rests on. */
  readonly events?: readonly string[];
}

/** Number of IPv4 addresses that share their first `bits` bits; the notation is that of RFC 4632. */
const blockSize = (bits: number): number => 2 ** (32 - bits);

/** Words of the field that are not kinds of counts; where a count has the same meaning, its own lines are used. */
export const fieldTerms: readonly GlossaryTerm[] = [
  { id: "source-address", term: "Source address", is: "The network address that a probe came from.", isNot: quantities.source_addresses.countsNot },
  { id: "probe", term: "Probe", is: "One attempt to reach an address. Sources do not always say whether they mean packets, attempts or requests.", isNot: "An infection: most probes meet nothing that can be infected." },
  { id: "telescope", term: "Network telescope", is: "A large block of addresses that nobody uses. What arrives there was sent blindly.", isNot: "A view of the whole internet: it sees those who happen to try its block." },
  { id: "ledger", term: "Ledger", is: "This site’s table of claims: one row for each statement that somebody printed about Code Red, with its words, its hours and its source.", isNot: "A list of facts. A row says who claimed what, not that it is so." },
  { id: "monitored-addresses", term: "Monitored addresses", is: quantities.watched_addresses.counts, isNot: quantities.watched_addresses.countsNot },
  { id: "prefix", term: "Block of addresses: /8, /16, /24", is: `All addresses that begin with the same bits, as many as the number behind the stroke says. The smaller that number, the larger the block: a /24 has ${numberWords(blockSize(24))} addresses, a /16, the size of a class B network, ${numberWords(blockSize(16))}, a /8 ${numberWords(blockSize(8))}.`, isNot: "A count of machines: most addresses of a block may be unused." },
  { id: "vantage", term: "Vantage", is: "The place something was seen from: which addresses were watched, for how long.", isNot: "The place where the infected machines were." },
  { id: "cumulative", term: "Cumulative", is: "A running total: everything seen since a start, each address once.", isNot: "What is infected now. It never falls when a machine is cleaned." },
  { id: "window", term: "Window", is: "The hours that a count covers, with its first moment and without its last.", isNot: "The time at which a number was printed." },
  { id: "rate", term: "Rate", is: "A count divided by something else: by hours, by infected machines, or by the people online in a country.", isNot: "A count. Distinct addresses divided by hours are no rate: they do not divide evenly." },
  { id: "choropleth", term: "Choropleth", is: "A map that shades whole countries by a value. Here the value is always a rate.", isNot: "A map of counts: those follow the size of a country’s internet." },
  { id: "asia", term: "Asia, as region 142", is: "Asia in the list of countries and regions that the United Nations keeps for statistics, called M49. Its number there is 142, and this site counts Taiwan with it.", isNot: "What XS4ALL meant by Asia: it gave no definition." },
  { id: "exponential", term: "Exponential growth", is: "Growth by the same factor in every hour.", isNot: "Fast growth of any kind, nor growth that can last: it ends where machines to infect run out." },
  { id: "logistic", term: "Logistic growth", is: "Growth that begins as exponential and bends as machines to infect run out: slow, steep, flat.", isNot: "A law that the worm had to follow. It leaves out cleaning, patching and crowded lines." },
  { id: "gamma", term: "Gamma (γ)", is: "In the sums on growth with cleaning: the share of infected machines that is cleaned in an hour.", isNot: "The strength of patching, which is mu (μ): it takes machines away before they are infected." },
  { id: "wave", term: "Wave", is: "One outbreak: that of July, the restart of 1 August, or Code Red II.", isNot: "A rise within an outbreak." },
  { id: "code-red-v1", term: "Code Red v1", is: "The first version, from 12 July 2001 by CAIDA’s account and 13 July by others. Its fixed seed made every machine walk the same list of addresses.", isNot: "The version that spread on 19 July.", events: ["ev-03"] },
  { id: "code-red-v2", term: "Code Red v2", is: "The version with a random seed, which spread from about 10:00 UTC on 19 July 2001. The counts of July and of the restart on 1 August are read as this version.", isNot: "Code Red II.", events: ["ev-05", "ev-16"] },
  { id: "code-red-ii", term: "Code Red II", is: "Another worm, which appeared on 4 August 2001. It prefers near addresses and leaves a back door.", isNot: "Code Red v2, in spite of the name.", events: ["ev-27"] },
];

/** What each kind of missing value says and does not say; the words in tables are those of the schema. */
export const missingLines: Readonly<Record<MissingKind, { readonly is: string; readonly isNot: string }>> = {
  zero_observed: { is: "Somebody looked and saw none.", isNot: "Nobody looked." },
  not_observed: { is: "Nobody looked, or the hour is missing from the record.", isNot: "None." },
  not_published: { is: "The organisation had or may have had the number, and did not print it.", isNot: "None." },
  opinion_only: { is: "The organisation gave an opinion without a figure.", isNot: "Silence, or a measurement." },
  too_few: { is: `Under ${numberWords(tooFew.hosts)} hosts, or under ${numberWords(tooFew.internetUsers)} internet users to divide by.`, isNot: "None: the count stands in the table." },
  not_applicable: { is: "The question does not arise.", isNot: "An answer that is missing." },
};
