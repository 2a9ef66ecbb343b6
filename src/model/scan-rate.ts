import { blockAddresses } from "./address-space.ts";
import { rateOfGrowth, rateOfHits } from "./contact-rate.ts";
import { hitsOfSeenShare } from "./visibility.ts";
import { hitsOfMeanSeen } from "./zero-truncated-poisson.ts";

export { fittedRatePerMinute, rateBandPerMinute } from "./rate-band.ts";

/**
 * How a scan rate is known.
 * - `fitted` follows from a growth rate and a population
 * - `measured` on an infected machine in a laboratory
 * - `derived` computed by this project from a sensor's counts
 * - `quoted` printed by somebody who was told it
 * - `guessed` by the author himself, so called
 * - `assumed` follows from an assumption nobody has documented; drawn to show the width of the doubt
 */
export type RateBasis = "fitted" | "measured" | "derived" | "quoted" | "guessed" | "assumed";

/** One value in circulation for the targets a Code Red host tries in a minute. */
export interface ScanRate {
  readonly id: string;
  /** Targets a minute and host; attempts, not packets (an attempt on a silent target is up to three packets). */
  readonly ratePerMinute: number;
  readonly basis: RateBasis;
  readonly what: string;
  readonly source: string;
  /** Address to link; null where only a mirror is left, which is cited and not linked. */
  readonly url: string | null;
}

const classB = blockAddresses(16);

/** Probes a source and hour from 02:00 to 07:00 UTC on 1 August at Goldsmith's sensor: the sums of its five hours. */
const meanProbesOfAugust = (154 + 239 + 345 + 693 + 1139) / (45 + 73 + 97 + 183 + 324);

/** Every value this site uses or argues with. Values in circulation without a source are left out. */
export const scanRates = [
  { id: "fitted-july", ratePerMinute: Math.round(rateOfGrowth(1.8, 360_000)), basis: "fitted", what: "effective rate of July: growth of 1.8 an hour with 360,000 hosts gives 357.9", source: "growth rate: Staniford, CRv2 August 1st dynamics, incidents list, 1 August 2001", url: null },
  { id: "cert-scanning", ratePerMinute: 50_000 / 60, basis: "measured", what: "an isolated infected host in its scanning phase, more than 50,000 an hour: a ceiling", source: "Houle (CERT), Re: Code Red growth stats, NANOG, 2 August 2001", url: null },
  { id: "cert-waking", ratePerMinute: 160 / 60, basis: "measured", what: "a worm just woken on the 1st, about 160 an hour: threads wake hours apart", source: "Houle (CERT), Re: Code Red growth stats, NANOG, 2 August 2001", url: null },
  { id: "eeye", ratePerMinute: 500_000 / 1440, basis: "quoted", what: "about 500,000 a day; not clear whether for each host", source: "eEye, quoted in Pentagon dodges virus threat, BBC News, 24 July 2001", url: "http://news.bbc.co.uk/2/hi/1455585.stm" },
  { id: "gladstone", ratePerMinute: 300, basis: "guessed", what: "5 a second", source: "Gladstone, Code Red probes by Day", url: "http://blog.gladstonefamily.net/cgi-bin/codered.pl" },
  { id: "threads", ratePerMinute: (99 * 60) / 21, basis: "assumed", what: "99 threads, each waiting 21 seconds for a silent target; no source for the 21 seconds", source: "thread count: Nazario, Defense and Detection Strategies against Internet Worms, 2004", url: null },
  { id: "staniford-simulator", ratePerMinute: 600, basis: "assumed", what: "10 a second with 300,000 hosts, a simulator's setting", source: "Staniford, Paxson, Weaver, How to 0wn the Internet in Your Spare Time, USENIX Security 2002", url: null },
  { id: "class-b-august", ratePerMinute: Math.round(rateOfHits(hitsOfMeanSeen(meanProbesOfAugust / 3), classB)), basis: "derived", what: "probes a source in five hours of 1 August, if the sensor is a /16 and a probe is one of three packets", source: "counts: Goldsmith, incidents list, 1 August 2001", url: "https://seclists.org/incidents/2001/Aug/84" },
  { id: "class-b-july", ratePerMinute: Math.round(rateOfHits(hitsOfSeenShare(115_124 / 345_000), classB)), basis: "derived", what: "115,124 sources in one hour of 19 July, if 345,000 hosts were active", source: "counts: Eichman (Chemical Abstracts Service), Bugtraq, 20 July 2001", url: null },
] as const satisfies readonly ScanRate[];

/** Hosts that could be infected in July, as the fitted rate takes it: CAIDA's 359,000, rounded. An assumption. */
export const fittedHosts = 360_000;
