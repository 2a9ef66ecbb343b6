import { chaoAssumptions, chaoBias } from "../model/chao.ts";
import { chapmanAssumptions, chapmanBias } from "../model/chapman.ts";
import { hostsOfGrowth } from "../model/contact-rate.ts";
import { horvitzThompsonAssumptions, horvitzThompsonBias } from "../model/horvitz-thompson.ts";
import { fittedRatePerMinute, rateBandPerMinute } from "../model/rate-band.ts";
import { sensorSize } from "../model/sensor-size.ts";
import { hitsOfSeenShare, visibilityAssumptions } from "../model/visibility.ts";
import { ipv4Addresses } from "../model/address-space.ts";
import type { Records } from "../readers/records.ts";
import { fixedWords, numberWords } from "../schema/format.ts";
import { claimValue, watchedHours } from "./claim-value.ts";
import { type ScanRate, scanRates } from "./scan-rates.ts";

/** One step of a sum that a reader can redo with a pocket calculator. */
export interface WorkedStep {
  readonly what: string;
  readonly sum: string;
  readonly result: string;
}

/** A total that somebody gave, and the sensor that would make XS4ALL's count agree with it at each rate of the band. */
export interface SensitivityRow {
  readonly label: string;
  /** Claim that gives the total, or the growth rate from which it follows. */
  readonly claim: string;
  readonly population: number;
  readonly sizes: readonly { readonly ratePerMinute: number; readonly addresses: number }[];
}

/** What must hold for a formula, and how it errs where that fails. */
export interface AssumptionList {
  readonly id: "visibility" | "horvitz-thompson" | "chapman" | "chao";
  readonly items: readonly string[];
  /** Null where the list stands for a whole page's formulas. */
  readonly bias: string | null;
}

export interface ParametersAggregate {
  readonly id: "parameters";
  readonly title: string;
  readonly rates: readonly ScanRate[];
  readonly bandPerMinute: readonly number[];
  readonly fittedRatePerMinute: number;
  readonly sensitivity: readonly SensitivityRow[];
  readonly worked: readonly WorkedStep[];
  readonly assumptions: readonly AssumptionList[];
}

/** Each total of the sensitivity table, with the claim it comes from. */
const totals = [
  { label: "CAIDA, July", claim: "caida-01" },
  { label: "SANS, running total", claim: "sans-cumulative" },
  { label: "CERT, current estimate", claim: "cert-03" },
  { label: "Kaspersky, an argument", claim: "kaspersky-denial" },
  { label: "CAIDA, “nearly”, to 00:00 UTC on 2 August", claim: "caida-04" },
  { label: "Symantec, a bound", claim: "symantec-bound" },
] as const;

/** The scan rates, what each total needs of XS4ALL's sensor, the sum 7,528 → 836 step by step, and the assumptions of every formula. */
export function parameters(records: Records): ParametersAggregate {
  const value = claimValue(records);
  const count = value("xs4all-unique-8h");
  const windowHours = watchedHours(records, "xs4all-unique-8h");
  const sans = value("sans-cumulative");
  const growth = value("staniford-02");
  const populations = [...totals.map(({ label, claim }) => ({ label, claim, population: value(claim) })), { label: "Growth on 1 August, at July's rate", claim: "staniford-02", population: hostsOfGrowth(growth, fittedRatePerMinute) }];
  const share = count / sans;
  const hits = hitsOfSeenShare(share);
  const attempts = fittedRatePerMinute * 60 * windowHours;
  const addresses = sensorSize({ count, population: sans, ratePerMinute: fittedRatePerMinute, windowHours });
  return {
    id: "parameters",
    title: "Scan rates, sensitivity, a worked sum and the assumptions of the formulas",
    rates: scanRates(records),
    bandPerMinute: rateBandPerMinute,
    fittedRatePerMinute,
    sensitivity: populations
      .sort((a, b) => b.population - a.population)
      .map((row) => ({ ...row, sizes: rateBandPerMinute.map((ratePerMinute) => ({ ratePerMinute, addresses: sensorSize({ count, population: row.population, ratePerMinute, windowHours }) })) })),
    worked: [
      { what: "Share of SANS’s total that XS4ALL met", sum: `${numberWords(count)} ÷ ${numberWords(sans)}`, result: fixedWords(share, 7) },
      { what: "Share that it did not meet", sum: `1 − ${fixedWords(share, 7)}`, result: fixedWords(1 - share, 7) },
      { what: "Hits expected from each machine: minus the natural logarithm of that", sum: `−ln ${fixedWords(1 - share, 7)}`, result: fixedWords(hits, 7) },
      { what: "Addresses that one machine tries in the window", sum: `${fittedRatePerMinute} a minute × 60 × ${windowHours} hours`, result: numberWords(attempts) },
      { what: "One address in so many is tried: all addresses over those tries", sum: `${numberWords(ipv4Addresses)} ÷ ${numberWords(attempts)}`, result: fixedWords(ipv4Addresses / attempts, 2) },
      { what: "Addresses watched: hits expected times that", sum: `${fixedWords(hits, 7)} × ${fixedWords(ipv4Addresses / attempts, 2)}`, result: `${fixedWords(addresses, 1)}, so ${numberWords(Math.round(addresses))}` },
    ],
    assumptions: [
      { id: "visibility", items: visibilityAssumptions, bias: null },
      { id: "horvitz-thompson", items: horvitzThompsonAssumptions, bias: horvitzThompsonBias },
      { id: "chapman", items: chapmanAssumptions, bias: chapmanBias },
      { id: "chao", items: chaoAssumptions, bias: chaoBias },
    ],
  };
}
