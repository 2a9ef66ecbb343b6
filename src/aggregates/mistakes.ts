import { quantities } from "../schema/quantity.ts";
import type { ClaimEntry } from "./claims.ts";

/** One way in which a number is often misread: what it is mistaken for, and what it is. */
export interface Mistake {
  readonly takenFor: string;
  readonly truly: string;
}

interface MistakeRule extends Mistake {
  readonly applies: (claim: ClaimEntry) => boolean;
}

const counted = ({ quantity }: ClaimEntry): boolean => quantity === "source_addresses" || quantity === "machines";

/** Confusions that follow from the fields of a claim, the gravest first. */
const rules: readonly MistakeRule[] = [
  { applies: (claim) => claim.operator === "denied", takenFor: "A count", truly: "It is a level that the speaker disputes; nobody counted it." },
  { applies: (claim) => claim.quantity === "forecast", takenFor: "A count", truly: "It is what somebody expected." },
  { applies: (claim) => counted(claim) && claim.accumulation === "cumulative", takenFor: "The number infected at one time", truly: "It is a running total: it never falls when a machine is cleaned." },
  { applies: (claim) => counted(claim) && claim.accumulation === "at_once", takenFor: "All that were ever infected", truly: "It is said of one moment." },
  { applies: (claim) => claim.quantity === "source_addresses", takenFor: "Machines", truly: "It counts network addresses. One machine can use several, and several machines can share one." },
  { applies: (claim) => claim.boundWord === "nearly", takenFor: "A number that had been reached", truly: "The source says “nearly” or “almost”: it had not been reached, and by how little is not said." },
  { applies: (claim) => claim.operator === "lt" && claim.boundWord !== "nearly", takenFor: "An estimate", truly: "It is a bound: the source puts the number lower, and does not say how much lower." },
  { applies: (claim) => claim.operator === "gt", takenFor: "An estimate", truly: "It is a bound: the source puts the number higher, and does not say how much higher." },
  { applies: (claim) => claim.wave === "july", takenFor: "A figure for the restart in August", truly: "It is about the outbreak of July." },
  { applies: (claim) => claim.wave === "code_red_2", takenFor: "A figure for Code Red", truly: "It is about Code Red II, a different worm." },
  { applies: (claim) => claim.wave === "several", takenFor: "A figure for one outbreak", truly: "It takes several outbreaks together." },
  { applies: (claim) => counted(claim) && (claim.vantageKind === "one_network" || claim.vantageKind === "web_servers"), takenFor: "A count for the world", truly: "It is what one watcher met." },
  { applies: (claim) => counted(claim) && claim.vantageKind === "pool" && claim.accumulation === "in_window", takenFor: "A running total", truly: "It counts what was seen in its own hours alone." },
  { applies: (claim) => claim.vantageKind === "secondary", takenFor: "A count of the speaker’s own", truly: "It repeats or adds up the figures of others." },
  { applies: (claim) => claim.quantity === "share_of_probes", takenFor: "A share of machines", truly: `It is a share of probes: ${quantities.share_of_probes.counts} A machine that scans fast counts many times.` },
  { applies: (claim) => claim.quantity === "share_of_machines", takenFor: "A share of probes", truly: quantities.share_of_machines.counts },
  { applies: (claim) => claim.quantity === "share_of_servers", takenFor: "A share of all servers", truly: quantities.share_of_servers.counts },
  { applies: (claim) => claim.quantity === "reports", takenFor: "Infected machines", truly: "It counts people who told the organisation, not machines of people who told nobody." },
  { applies: (claim) => claim.quantity === "probes", takenFor: "Machines", truly: quantities.probes.counts },
  { applies: (claim) => claim.quantity === "attacks", takenFor: "Machines, or new infections", truly: "The source does not say what one attack is." },
  { applies: (claim) => claim.quantity === "vulnerable", takenFor: "Infected machines", truly: quantities.vulnerable.counts },
  { applies: (claim) => claim.quantity === "watched_addresses", takenFor: "Infected addresses", truly: quantities.watched_addresses.counts },
  { applies: (claim) => claim.quantity === "growth", takenFor: "A total", truly: quantities.growth.counts },
  { applies: (claim) => claim.quantity === "rate_per_host", takenFor: "Probes that arrive somewhere", truly: quantities.rate_per_host.counts },
  { applies: (claim) => claim.quantity === "money", takenFor: "A sum of bills", truly: quantities.money.counts },
  { applies: (claim) => claim.quantity === "downloads", takenFor: "Servers patched", truly: quantities.downloads.counts },
];

/** How a claim's number is commonly misread, as its fields show: never more than the rules above say. */
export const mistakesOf = (claim: ClaimEntry): Mistake[] => rules.filter((rule) => rule.applies(claim)).map(({ takenFor, truly }) => ({ takenFor, truly }));
