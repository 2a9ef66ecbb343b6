import { blockAddresses } from "../model/address-space.ts";
import { rateOfGrowth, rateOfHits } from "../model/contact-rate.ts";
import { fittedHosts } from "../model/rate-band.ts";
import { hitsOfSeenShare } from "../model/visibility.ts";
import { hitsOfMeanSeen } from "../model/zero-truncated-poisson.ts";
import type { Records } from "../readers/records.ts";
import { fixedWords, numberWords } from "../schema/format.ts";
import type { Measure } from "../schema/measure.ts";
import { claimValue } from "./claim-value.ts";
import { recordFault } from "./record-fault.ts";

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
  /** Ids of the claims and datasets whose numbers it is worked out from; both empty where it is an assumption that no record holds. */
  readonly claims: readonly string[];
  readonly datasets: readonly string[];
}

/** Share of CAIDA's July total that is taken to be active in the class B's hour. An assumption of this project: no record gives it. */
export const assumedActiveShare = 0.96;

/** Addresses taken to be active in the class B's hour of 19 July, to the nearest thousand. */
export const activeAssumed = (records: Pick<Records, "claims">): number => Math.round((assumedActiveShare * claimValue(records)("caida-01")) / 1000) * 1000;

const augustId = "intelsat-hourly-2001-08-01";
/** Hours of 1 August whose probes and sources are taken together: early, when few had been counted twice. */
const augustHours = { from: "2001-08-01T02:00Z", to: "2001-08-01T07:00Z", count: 5 } as const;

/** Sum of a measure over those hours. @throws RecordError where one of them has no number */
function augustSum({ series }: Pick<Records, "series">, measure: Measure): number {
  const hours = (series.get(augustId) ?? []).filter((row) => row.measure === measure && row.value !== null && (row.window_start_utc ?? "") >= augustHours.from && (row.window_end_utc ?? "~") <= augustHours.to);
  if (hours.length !== augustHours.count) throw recordFault(`data/records/series/${augustId}.csv`, "value", String(hours.length), `${augustHours.count} hours of ${measure} with a number from ${augustHours.from} to ${augustHours.to}; the scan rates need them, so restore them`);
  return hours.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

const classB = blockAddresses(16);
const houle = "Houle (CERT), Re: Code Red growth stats, NANOG, 2 August 2001";

/**
 * Every value this site uses or argues with, worked out from the records. Values in circulation without a source are left out.
 * @throws RecordError where a claim or an hour that a rate rests on is missing
 */
export function scanRates(records: Pick<Records, "claims" | "series">): ScanRate[] {
  const value = claimValue(records);
  const [growth, scanning, waking, aDay, classBHour] = [value("staniford-01"), value("cert-04"), value("cert-05"), value("eeye-01"), value("classb-02")];
  const active = activeAssumed(records);
  const fitted = rateOfGrowth(growth, fittedHosts);
  const meanProbes = augustSum(records, "probes") / augustSum(records, "unique_sources");
  return [
    { id: "fitted-july", ratePerMinute: Math.round(fitted), basis: "fitted", what: `effective rate of July: growth of ${growth} an hour with ${numberWords(fittedHosts)} hosts gives ${fixedWords(fitted, 1)}`, source: "growth rate: Staniford, CRv2 August 1st dynamics, incidents list, 1 August 2001", url: null, claims: ["staniford-01"], datasets: [] },
    { id: "cert-scanning", ratePerMinute: scanning / 60, basis: "measured", what: `an isolated infected host in its scanning phase, more than ${numberWords(scanning)} an hour: a ceiling`, source: houle, url: null, claims: ["cert-04"], datasets: [] },
    { id: "cert-waking", ratePerMinute: waking / 60, basis: "measured", what: `a worm just woken on the 1st, about ${numberWords(waking)} an hour: threads wake hours apart`, source: houle, url: null, claims: ["cert-05"], datasets: [] },
    { id: "eeye", ratePerMinute: aDay / 1440, basis: "quoted", what: `about ${numberWords(aDay)} a day; not clear whether for each host`, source: "eEye, quoted in Pentagon dodges virus threat, BBC News, 24 July 2001", url: "http://news.bbc.co.uk/2/hi/1455585.stm", claims: ["eeye-01"], datasets: [] },
    { id: "gladstone", ratePerMinute: 300, basis: "guessed", what: "5 a second", source: "Gladstone, Code Red probes by Day", url: "http://blog.gladstonefamily.net/cgi-bin/codered.pl", claims: ["gladstone-01"], datasets: [] },
    { id: "threads", ratePerMinute: (99 * 60) / 21, basis: "assumed", what: "99 threads, each waiting 21 seconds for a silent target; no source for the 21 seconds", source: "thread count: Nazario, Defense and Detection Strategies against Internet Worms, 2004", url: null, claims: [], datasets: [] },
    { id: "staniford-simulator", ratePerMinute: 600, basis: "assumed", what: "10 a second with 300,000 hosts, a simulator's setting", source: "Staniford, Paxson, Weaver, How to 0wn the Internet in Your Spare Time, USENIX Security 2002", url: null, claims: [], datasets: [] },
    { id: "class-b-august", ratePerMinute: Math.round(rateOfHits(hitsOfMeanSeen(meanProbes / 3), classB)), basis: "derived", what: "probes a source in five hours of 1 August, if the sensor is a /16 and a probe is one of three packets", source: "counts: Goldsmith, incidents list, 1 August 2001", url: "https://seclists.org/incidents/2001/Aug/84", claims: [], datasets: [augustId] },
    { id: "class-b-july", ratePerMinute: Math.round(rateOfHits(hitsOfSeenShare(classBHour / active), classB)), basis: "derived", what: `${numberWords(classBHour)} sources in one hour of 19 July, if ${numberWords(active)} hosts were active`, source: "counts: Eichman (Chemical Abstracts Service), Bugtraq, 20 July 2001", url: null, claims: ["classb-02", "caida-01"], datasets: [] },
  ];
}
