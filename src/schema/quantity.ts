import { z } from "zod";

/**
 * What a number counts. The printed noun stays in the claim; this is the thing behind it, and two numbers are compared only within one quantity.
 * `counts` and `countsNot` are the two lines every caption and the glossary print.
 */
export const quantities = {
  source_addresses: { label: "unique source addresses", counts: "Each network address that sent at least one probe to the watcher, once.", countsNot: "Machines. One machine can use several addresses, and several machines can share one." },
  machines: { label: "infected machines, as stated", counts: "What the speaker called infected servers, computers, systems or sites.", countsNot: "Not stated: how a machine was told from an address." },
  share_of_probes: { label: "share of probes", counts: "The part of all probes that came from one place.", countsNot: "Machines. A machine that scans fast counts many times." },
  share_of_machines: { label: "share of machines", counts: "The part of all machines or addresses seen that were in one place.", countsNot: "Probes, or machines that never reached the watcher." },
  share_of_servers: { label: "share of servers tested", counts: "The part of a list of servers that failed a test.", countsNot: "All servers on the internet." },
  probes: { label: "probes", counts: "Every attempt that reached the watcher, repeats included.", countsNot: "Machines, or distinct senders." },
  attacks: { label: "unique attacks, as printed", counts: "Not defined by the source.", countsNot: "Not defined by the source: sources, attempts or events." },
  reports: { label: "reports received", counts: "People who told the organisation.", countsNot: "Machines of people who told nobody." },
  rate_per_host: { label: "scan rate of one infected machine", counts: "Addresses that one infected machine tries in a stated time.", countsNot: "Probes that arrive anywhere." },
  growth: { label: "rate of growth", counts: "New infections in a stated time, or for each infected machine.", countsNot: "A total." },
  vulnerable: { label: "machines that could be infected", counts: "Servers that ran the affected software, or had no patch.", countsNot: "Infected machines." },
  watched_addresses: { label: "addresses watched", counts: "The size of the instrument.", countsNot: "Anything it saw." },
  money: { label: "cost in dollars", counts: "A model's estimate of cost.", countsNot: "A sum of bills." },
  downloads: { label: "patch downloads", counts: "Copies fetched.", countsNot: "Servers patched: one copy can serve many." },
  forecast: { label: "forecast", counts: "What somebody expected.", countsNot: "Anything that was counted." },
  place: { label: "place, in words", counts: "An order of places, or words about them.", countsNot: "A share or a count." },
  statement: { label: "statement", counts: "Nothing: it is words.", countsNot: "A number." },
  other: { label: "another quantity", counts: "See the words of the claim.", countsNot: "Infected machines." },
} as const satisfies Readonly<Record<string, { label: string; counts: string; countsNot: string }>>;

export type Quantity = keyof typeof quantities;
export const quantityNames = Object.keys(quantities) as Quantity[];
export const quantitySchema = z.enum(quantityNames, { error: `one of ${quantityNames.join(" ")}` });
