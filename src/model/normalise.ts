import { positive, positiveUpTo, properShare } from "./argument.ts";
import { ipv4Addresses } from "./address-space.ts";
import { seenShare } from "./visibility.ts";

/** What the reader wants to know, in one unit: machines, taken as source addresses. */
export type NormaliseQuestion =
  /** Infected at any time since the restart of 1 August, up to the moment each party counted. */
  | "ever"
  /** Infected and scanning at one time, about the night of 1 to 2 August. */
  | "at-once"
  /** Met by one network of the size and hours assumed. */
  | "one-network"
  /** Infected at any time on 19 July. */
  | "july";

/** What the reader is willing to assume. Null = not known, which is the truth. */
export interface NormaliseAssumptions {
  /** Lowest and highest tries a minute of one machine. */
  readonly lowRate: number;
  readonly highRate: number;
  /** Addresses that the one network watched; for XS4ALL's count, its own sensor. */
  readonly sensorAddresses: number | null;
  /** Share (above 0, up to 1) of all addresses infected so far that scan at one time. */
  readonly activeShare: number | null;
  /** Hours that the one network watches. */
  readonly hours: number;
}

/** What each party stated, with the claim it comes from. Values as printed; `hours` where a count has a window. */
export interface StatedCount {
  readonly claim: string;
  readonly value: number;
}

/** The counts that the answers are worked out from. */
export interface StatedCounts {
  readonly xs4all: StatedCount & { readonly hours: number };
  readonly sansTotal: StatedCount;
  /** Each hour of the night, "more than". */
  readonly sansHourly: StatedCount;
  readonly symantecBound: StatedCount;
  readonly certTotal: StatedCount;
  /** "Nearly": a bound from above, and close to it. */
  readonly caidaTotal: StatedCount;
  /** "More than", early on 1 August. */
  readonly fsecureTotal: StatedCount;
  readonly kasperskyLevel: StatedCount;
  readonly sansJuly: StatedCount;
  readonly certJuly: StatedCount;
  readonly caidaJuly: StatedCount;
  readonly fsecureJuly: StatedCount;
  readonly kasperskyJuly: StatedCount;
}

/** Parts of a sum: words, and numbers for the caller to print. */
export type Working = readonly (string | number)[];

/** How a source said that its number was not exact. */
type Approximate = false | "about" | "nearly";

/** An interval in machines; an open end is null. `approximate` is the source's word where it gave no exact number: "about" may lie on either side, "nearly" lies above. Or no answer, with the reason and what would be needed. */
export type NormaliseOutcome =
  | { readonly kind: "interval"; readonly low: number; readonly high: number | null; readonly approximate: Approximate; readonly working: Working }
  | { readonly kind: "refused"; readonly reason: string; readonly needed: string };

export const organisations = ["XS4ALL", "SANS", "Symantec", "CERT", "CAIDA", "F-Secure", "Kaspersky"] as const;
export type NormaliseOrganisation = (typeof organisations)[number];

/** One organisation's answer, and the claims it rests on. */
export interface NormaliseAnswer {
  readonly organisation: NormaliseOrganisation;
  readonly claims: readonly string[];
  readonly outcome: NormaliseOutcome;
}

interface Bounds {
  readonly low: number;
  readonly high: number | null;
  readonly approximate: Approximate;
  readonly working: Working;
}
type Result = Bounds | Extract<NormaliseOutcome, { kind: "refused" }>;

const refused = (reason: string, needed: string): Result => ({ kind: "refused", reason, needed });
const exactly = (value: number, working: Working, approximate: Approximate = false): Result => ({ low: value, high: value, approximate, working });
const isRefused = (result: Result): result is Extract<NormaliseOutcome, { kind: "refused" }> => "kind" in result;

const noSize = refused("XS4ALL did not say how many addresses it watched, and any total fits some size", "the number of addresses that XS4ALL watched");
const noJuly = (who: string): Result => refused(`${who} gave no number of its own for 19 July`, `a count by ${who} of that day`);
const level = refused("its figure is a level that it argued against, not a count", "a count by Kaspersky");

const percentOf = (share: number): number => Number((share * 100).toPrecision(6));

/** Machines scanning through XS4ALL's night: its count over the share that its sensor meets, at the ends of the band of rates. */
function xs4allAtOnce({ xs4all }: StatedCounts, { lowRate, highRate, sensorAddresses }: NormaliseAssumptions): Result {
  if (sensorAddresses === null) return noSize;
  const share = (ratePerMinute: number): number => seenShare({ ratePerMinute, monitoredAddresses: sensorAddresses, windowHours: xs4all.hours });
  const [least, most] = [share(lowRate), share(highRate)];
  return { low: xs4all.value / most, high: xs4all.value / least, approximate: false, working: [xs4all.value, " over the share met in ", xs4all.hours, " hours: ", percentOf(most), " % at ", highRate, " tries a minute, ", percentOf(least), " % at ", lowRate] };
}

/** A total ever infected, turned into a number at one time. */
function shareOfTotal({ low, high, approximate, working }: Bounds, { activeShare }: NormaliseAssumptions, floor = 0): Result {
  if (activeShare !== null) return { low: low * activeShare, high: high === null ? null : high * activeShare, approximate, working: [...working, ", times the ", percentOf(activeShare), " % assumed active at once"] };
  if (high === null) return refused("“more than” so many ever infected bounds nothing at one time while the active share is not known", "the share of infected machines active at one time");
  return { low: floor, high, approximate, working: [...working, ", of which any share may have been active at once"] };
}

function everOf(organisation: NormaliseOrganisation, stated: StatedCounts, assumed: NormaliseAssumptions): Result {
  switch (organisation) {
    case "XS4ALL": {
      const atOnce = xs4allAtOnce(stated, assumed);
      if (isRefused(atOnce)) return atOnce;
      const { activeShare } = assumed;
      if (activeShare === null) return { ...atOnce, high: null, working: [...atOnce.working, "; those infected and not active that night come on top"] };
      return { ...atOnce, low: atOnce.low / activeShare, high: atOnce.high === null ? null : atOnce.high / activeShare, working: [...atOnce.working, "; over the ", percentOf(activeShare), " % assumed active at once"] };
    }
    case "SANS":
      return exactly(stated.sansTotal.value, ["running total at 11:00 UTC on 2 August, as printed; that it counts addresses from the restart on is our reading; what was missed comes on top"]);
    case "Symantec":
      return refused("its bound has no hours: it may mean machines active or machines ever infected", "the hours of Symantec’s bound");
    case "CERT":
      return exactly(stated.certTotal.value, ["“current estimate” of infected systems on 2 August, as printed, read as a total so far"], "about");
    case "CAIDA":
      return exactly(stated.caidaTotal.value, ["“nearly” ", stated.caidaTotal.value, " at 00:00 UTC on 2 August, hours before the others, with a monitor in trouble"], "nearly");
    case "F-Secure":
      return { low: stated.fsecureTotal.value, high: null, approximate: false, working: ["“passed” ", stated.fsecureTotal.value, " by 15:00 UTC on 1 August, when it was still spreading"] };
    case "Kaspersky":
      return level;
  }
}

function atOnceOf(organisation: NormaliseOrganisation, stated: StatedCounts, assumed: NormaliseAssumptions): Result {
  if (organisation === "XS4ALL") return xs4allAtOnce(stated, assumed);
  if (organisation === "Symantec") return { low: 0, high: stated.symantecBound.value, approximate: false, working: ["“well under” ", stated.symantecBound.value, ", if its bound is about machines infected at the time; it has no hours"] };
  const ever = everOf(organisation, stated, assumed);
  if (isRefused(ever)) return ever;
  // SANS met so many in single hours of that night: at least those were active.
  if (organisation === "SANS" && assumed.activeShare === null) return shareOfTotal({ ...ever, working: ["at least the ", stated.sansHourly.value, " met in each hour to 09:00 UTC on 2 August; at most the ", stated.sansTotal.value, " of its running total"] }, assumed, stated.sansHourly.value);
  return shareOfTotal({ ...ever, working: ever.low === ever.high && !ever.approximate ? [ever.low] : ever.working }, assumed);
}

function oneNetworkOf(organisation: NormaliseOrganisation, stated: StatedCounts, assumed: NormaliseAssumptions): Result {
  const { sensorAddresses, hours, lowRate, highRate } = assumed;
  const { xs4all } = stated;
  if (organisation === "XS4ALL" && hours === xs4all.hours) return exactly(xs4all.value, ["XS4ALL’s own count in ", xs4all.hours, " hours"]);
  if (sensorAddresses === null) return refused("what a network meets depends on how many addresses it watches", "a size for the network");
  const share = (ratePerMinute: number, windowHours: number): number => seenShare({ ratePerMinute, monitoredAddresses: sensorAddresses, windowHours });
  if (organisation === "XS4ALL") {
    const scaled = [lowRate, highRate].map((rate) => (xs4all.value * share(rate, hours)) / share(rate, xs4all.hours));
    return { low: Math.min(...scaled), high: Math.max(...scaled), approximate: false, working: [xs4all.value, " in ", xs4all.hours, " hours, carried over to ", hours, " hours on the same network"] };
  }
  const atOnce = atOnceOf(organisation, stated, assumed);
  if (isRefused(atOnce)) return atOnce;
  const [least, most] = [share(lowRate, hours), share(highRate, hours)];
  return { low: atOnce.low * least, high: atOnce.high === null ? null : atOnce.high * most, approximate: atOnce.approximate, working: ["active at once: ", ...atOnce.working, "; times the share met in ", hours, " hours, ", percentOf(least), " % to ", percentOf(most), " %"] };
}

function julyOf(organisation: NormaliseOrganisation, stated: StatedCounts): Result {
  const more = ({ value }: StatedCount, words: string, bound = "more than"): Result => ({ low: value, high: null, approximate: false, working: [`“${bound}” `, value, words] });
  switch (organisation) {
    case "XS4ALL":
    case "Symantec":
      return noJuly(organisation);
    case "SANS":
      return exactly(stated.sansJuly.value, ["total of the July outbreak, as printed; its hours are not stated"]);
    case "CERT":
      return more(stated.certJuly, " by the evening of 19 July, from reports", "at least");
    case "CAIDA":
      return exactly(stated.caidaJuly.value, ["addresses in its table of 19 and 20 July"]);
    case "F-Secure":
      return more(stated.fsecureJuly, " within nine hours, day not stated; repeats a joint alert by CERT and others");
    case "Kaspersky":
      return more(stated.kasperskyJuly, "; repeats CAIDA’s count");
  }
}

const claimsOf = (question: NormaliseQuestion, organisation: NormaliseOrganisation, stated: StatedCounts): readonly string[] => {
  const july: Readonly<Record<NormaliseOrganisation, readonly StatedCount[]>> = { XS4ALL: [], SANS: [stated.sansJuly], Symantec: [], CERT: [stated.certJuly], CAIDA: [stated.caidaJuly], "F-Secure": [stated.fsecureJuly], Kaspersky: [stated.kasperskyJuly] };
  const august: Readonly<Record<NormaliseOrganisation, readonly StatedCount[]>> = { XS4ALL: [stated.xs4all], SANS: question === "ever" ? [stated.sansTotal] : [stated.sansTotal, stated.sansHourly], Symantec: [stated.symantecBound], CERT: [stated.certTotal], CAIDA: [stated.caidaTotal], "F-Secure": [stated.fsecureTotal], Kaspersky: [stated.kasperskyLevel] };
  return (question === "july" ? july : august)[organisation].map(({ claim }) => claim);
};

/** Those that counted systems or servers: their numbers stand in a column of addresses by our assumption. */
const countSystems: readonly NormaliseOrganisation[] = ["CERT", "Symantec", "F-Secure", "Kaspersky"];

/** An outcome with its unit made plain. */
const outcomeOf = (organisation: NormaliseOrganisation, result: Result): NormaliseOutcome =>
  isRefused(result) ? result : { kind: "interval", ...result, working: countSystems.includes(organisation) ? [...result.working, "; read as addresses: our assumption"] : result.working };

/** Refuses nonsense: rates, hours and sizes of zero or less, a size above all addresses, a share outside (0, 1], an upside-down band. */
function check({ lowRate, highRate, sensorAddresses, activeShare, hours }: NormaliseAssumptions): void {
  positiveUpTo("lowRate", lowRate, positive("highRate", highRate));
  positive("hours", hours);
  if (sensorAddresses !== null) positiveUpTo("sensorAddresses", sensorAddresses, ipv4Addresses);
  if (activeShare !== null && activeShare !== 1) properShare("activeShare", activeShare);
}

/**
 * Each organisation's number, taken at its word, as an answer to one question under stated assumptions: an interval with its working,
 * or a refusal with its reason. Results are source addresses, which need not be machines. Sampling error is left out: it is trivial
 * beside the doubt about rate and size. Throws ModelArgumentError on nonsense.
 */
export function normalise(question: NormaliseQuestion, stated: StatedCounts, assumed: NormaliseAssumptions): NormaliseAnswer[] {
  check(assumed);
  return organisations.map((organisation) => {
    const result = question === "july" ? julyOf(organisation, stated) : question === "ever" ? everOf(organisation, stated, assumed) : question === "at-once" ? atOnceOf(organisation, stated, assumed) : oneNetworkOf(organisation, stated, assumed);
    return { organisation, claims: claimsOf(question, organisation, stated), outcome: outcomeOf(organisation, result) };
  });
}
