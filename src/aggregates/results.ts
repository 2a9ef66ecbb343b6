import { arrivingTraffic, hostKbitPerSecond, silentAttempt, worldGbitPerSecond } from "../model/bandwidth.ts";
import { blockAddresses } from "../model/address-space.ts";
import { hostsOfGrowth, rateOfGrowth } from "../model/contact-rate.ts";
import { fittedHosts, fittedRatePerMinute } from "../model/rate-band.ts";
import { sensorSize } from "../model/sensor-size.ts";
import { methodResults } from "./method-results.ts";
import type { Records } from "../readers/records.ts";
import { fixedWords, numberWords } from "../schema/format.ts";
import type { Measure } from "../schema/measure.ts";
import type { Status } from "../schema/status.ts";
import { claimEdges, claimNeeded, claimValue, watchedHours } from "./claim-value.ts";
import { ledgerFile, recordFault } from "./record-fault.ts";
import { activeAssumed, assumedActiveShare } from "./scan-rates.ts";

/** A number that prose prints and no source states: where it comes from and how it was worked out. */
export interface Result {
  readonly id: string;
  /** What the number is, in a few words. */
  readonly label: string;
  /** The number itself; for a range, its two ends. */
  readonly value: number | readonly [low: number, high: number];
  /** As prose prints it. */
  readonly words: string;
  readonly unit: string;
  readonly status: Status;
  /** Ids of the claims and datasets it is made from. */
  readonly claims: readonly string[];
  readonly datasets: readonly string[];
  /** The sum a reader can redo. */
  readonly working: string;
  /** What must hold for it to be true; empty where it is plain arithmetic. */
  readonly assumes: string;
}

export interface ResultsAggregate {
  readonly id: "results";
  readonly title: string;
  readonly rows: readonly Result[];
}

const uniform = "Every infected machine tries addresses at random over all of IPv4, at this one rate, for the whole eight hours.";

const percent = (part: number, whole: number, digits: number): string => `${fixedWords((part / whole) * 100, digits)}\u00a0%`;
const nearestThousand = (value: number): number => Math.round(value / 1000) * 1000;

/** Every computed or dataset number that prose prints, with its working. */
export function results(records: Records): ResultsAggregate {
  const { series } = records;
  const claimOf = (id: string): Records["claims"][number] => claimNeeded(records, id);
  const value = claimValue(records);
  const xs4all = value("xs4all-unique-8h");
  const windowHours = watchedHours(records, "xs4all-unique-8h");
  const sans = value("sans-cumulative");
  const symantec = value("symantec-bound");
  const kaspersky = value("kaspersky-denial");
  const july = value("caida-07");
  const laboratoryRate = value("cert-04") / 60;
  const laboratoryRateRounded = Math.round(laboratoryRate);
  const classB = blockAddresses(16);
  const halfHours = windowHours * 2;

  const sizeResult = (id: string, population: number, populationClaim: string, ratePerMinute: number): Result => {
    const addresses = sensorSize({ count: xs4all, population, ratePerMinute, windowHours });
    return {
      id,
      label: `addresses watched that would fit ${numberWords(xs4all)} in ${windowHours} hours and ${numberWords(population)} in all, at ${ratePerMinute} probes a minute`,
      value: addresses,
      words: numberWords(Math.round(addresses)),
      unit: "addresses",
      status: "modelled",
      claims: ["xs4all-unique-8h", populationClaim],
      datasets: [],
      working: `−ln(1 − ${numberWords(xs4all)} ÷ ${numberWords(population)}) × 2³² ÷ (${ratePerMinute} × 60 × ${windowHours}) = ${fixedWords(addresses, 1)}`,
      assumes: uniform,
    };
  };
  const quotedShare = (id: string, claim: string, label: string): Result => {
    const percentAsPrinted = claimOf(claim).evidence.match(/\d+\.\d+/g)?.at(-1);
    if (percentAsPrinted === undefined || percent(value(claim), july, 2) !== `${percentAsPrinted}\u00a0%`) throw recordFault(ledgerFile, "evidence", claimOf(claim).evidence, `in the row ${claim} the share that its count gives of caida-07, ${percent(value(claim), july, 2)}, as its last number; mend the count or the words`);
    return { id, label, value: value(claim) / july, words: `${percentAsPrinted}\u00a0%`, unit: "of addresses", status: "quoted", claims: [claim, "caida-07"], datasets: [], working: `${numberWords(value(claim))} ÷ ${numberWords(july)}, as the source prints it`, assumes: "" };
  };

  const activeId = "caida-2001-07-19-cumulative";
  const telescope = series.get(activeId) ?? [];
  const active = telescope.filter((row) => row.measure === "sources_active");
  const peak = active.reduce<number>((most, row) => Math.max(most, row.value ?? 0), 0);
  const readAt = (measure: Measure, instant: string): number => {
    const found = telescope.find((row) => row.measure === measure && row.window_end_utc === instant)?.value ?? null;
    if (found === null) throw recordFault(`data/records/series/${activeId}.csv`, "value", "", `a row of ${measure} with a number at ${instant}, an edge of the window of classb-02; computed numbers need it, so restore it`);
    return found;
  };
  // Active at some time in the class B's hour: first seen by its end, less those that had stopped before it began.
  const hour = claimEdges(records, "classb-02");
  const seenByHourEnd = readAt("unique_sources_cumulative", hour.end);
  const stoppedBefore = readAt("sources_stopped_cumulative", hour.start);
  const activeInHour = seenByHourEnd - stoppedBefore;
  const classBHour = value("classb-02");
  const julyPrinted = value("caida-01");
  const activeThen = activeAssumed(records);
  const shares = [classBHour / activeThen, classBHour / activeInHour] as const;
  const hourly = value("sans-hourly-59000");
  const activeIfClassB = [hourly / shares[1], hourly / shares[0]] as const;
  const growth = value("staniford-02");
  const augustHosts = hostsOfGrowth(growth, fittedRatePerMinute);
  const julyGrowth = value("staniford-01");
  const julyRate = rateOfGrowth(julyGrowth, fittedHosts);
  // Every drawing of the site uses the fitted rate: a changed growth must not leave it behind.
  if (Math.round(julyRate) !== fittedRatePerMinute) throw recordFault(ledgerFile, "value", String(julyGrowth), `in the row staniford-01 the growth from which the fitted rate of ${fittedRatePerMinute} probes a minute follows; mend the row, or fittedRatePerMinute in src/model/rate-band.ts`);
  const four = value("caida-13");
  const flood = (ratePerMinute: number): number => worldGbitPerSecond(kaspersky, ratePerMinute, silentAttempt.packets * silentAttempt.bytesPerPacket);
  const classBTraffic = arrivingTraffic(sans, silentAttempt.packets, silentAttempt.bytesPerPacket, { ratePerMinute: fittedRatePerMinute, monitoredAddresses: classB }).kbitPerSecond;
  const packets = "Each try that nobody answers costs three packets of 48 bytes: an assumption.";
  const floodResult = (id: string, ratePerMinute: number): Result => ({
    id,
    label: `traffic of ${numberWords(kaspersky)} machines at ${numberWords(ratePerMinute)} probes a minute`,
    value: flood(ratePerMinute),
    words: fixedWords(flood(ratePerMinute), 1),
    unit: "gigabits a second",
    status: "modelled",
    claims: ["kaspersky-denial", ratePerMinute === fittedRatePerMinute ? "staniford-01" : "cert-04"],
    datasets: [],
    working: `${numberWords(kaspersky)} × ${numberWords(ratePerMinute)} ÷ 60 × ${silentAttempt.packets} × ${silentAttempt.bytesPerPacket} bytes × 8 = ${fixedWords(flood(ratePerMinute), 2)} Gbit/s; one machine sends ${fixedWords(hostKbitPerSecond(ratePerMinute, silentAttempt.packets * silentAttempt.bytesPerPacket), 2)} kbit/s`,
    assumes: packets,
  });

  return {
    id: "results",
    title: "Numbers computed here, with their working",
    rows: [
      { id: "sans-over-xs4all", label: "SANS's total over XS4ALL's count", value: sans / xs4all, words: fixedWords(sans / xs4all, 1), unit: "times", status: "derived", claims: ["sans-cumulative", "xs4all-unique-8h"], datasets: [], working: `${numberWords(sans)} ÷ ${numberWords(xs4all)} = ${fixedWords(sans / xs4all, 2)}`, assumes: "Nothing follows from the ratio: the two numbers differ in kind." },
      { id: "half-hours-summed", label: "sixteen times XS4ALL's half-hour", value: halfHours * value("xs4all-half-hour"), words: numberWords(halfHours * value("xs4all-half-hour")), unit: "“unique attacks”", status: "derived", claims: ["xs4all-half-hour", "xs4all-unique-8h"], datasets: [], working: `${halfHours} × ${numberWords(value("xs4all-half-hour"))} = ${numberWords(halfHours * value("xs4all-half-hour"))}`, assumes: "That the one half-hour was typical, which nothing shows. Counts of distinct things cannot be added." },
      { id: "rate-fitted-per-minute", label: "probes a minute of one machine, fitted to July's growth", value: fittedRatePerMinute, words: numberWords(fittedRatePerMinute), unit: "probes a minute", status: "modelled", claims: ["staniford-01"], datasets: [], working: `${julyGrowth} an hour × 2³² ÷ ${numberWords(fittedHosts)} machines ÷ 60 = ${fixedWords(julyRate, 1)}`, assumes: `Logistic growth with ${numberWords(fittedHosts)} machines that could be infected: assumed, CAIDA's total rounded.` },
      { id: "rate-lab-per-minute", label: "probes a minute of one machine alone in CERT's laboratory", value: laboratoryRate, words: numberWords(laboratoryRateRounded), unit: "probes a minute", status: "derived", claims: ["cert-04"], datasets: [], working: `${numberWords(value("cert-04"))} an hour ÷ 60 = ${fixedWords(laboratoryRate, 1)}; the source says “over”`, assumes: "" },
      sizeResult("addresses-sans-fitted-rate", sans, "sans-cumulative", fittedRatePerMinute),
      sizeResult("addresses-symantec-fitted-rate", symantec, "symantec-bound", fittedRatePerMinute),
      sizeResult("addresses-sans-lab-rate", sans, "sans-cumulative", laboratoryRateRounded),
      sizeResult("addresses-symantec-lab-rate", symantec, "symantec-bound", laboratoryRateRounded),
      { id: "class-b-addresses", label: "addresses of a class B network", value: classB, words: numberWords(classB), unit: "addresses", status: "derived", claims: [], datasets: [], working: "2¹⁶", assumes: "" },
      { id: "class-b-hour-share", label: "share of active machines that a class B network met in one hour of 19 July", value: shares, words: `${fixedWords(shares[0] * 100, 0)}–${fixedWords(shares[1] * 100, 0)}\u00a0%`, unit: "of active addresses", status: "modelled", claims: ["classb-02", "caida-01"], datasets: [activeId], working: `${numberWords(classBHour)} ÷ ${numberWords(activeThen)} = ${percent(classBHour, activeThen, 1)}, with ${fixedWords(assumedActiveShare * 100, 0)} % × ${numberWords(julyPrinted)} = ${numberWords(Math.round(assumedActiveShare * julyPrinted))}, to the nearest thousand; ${numberWords(classBHour)} ÷ (${numberWords(seenByHourEnd)} seen by the hour's end − ${numberWords(stoppedBefore)} stopped before it) = ${percent(classBHour, activeInHour, 1)}`, assumes: `The number active in that hour: ${numberWords(activeThen)} assumed, ${fixedWords(assumedActiveShare * 100, 0)} % of CAIDA's July total, which no record gives and which is more than the ${numberWords(seenByHourEnd)} that CAIDA had seen by then; ${numberWords(activeInHour)} by CAIDA's printed graph.` },
      { id: "active-if-class-b", label: "machines active in an hour of 2 August, at least, if SANS's pool saw like one class B", value: activeIfClassB, words: `${numberWords(nearestThousand(activeIfClassB[0]))}–${numberWords(nearestThousand(activeIfClassB[1]))}`, unit: "addresses", status: "modelled", claims: ["sans-hourly-59000", "classb-02"], datasets: [activeId], working: `${numberWords(hourly)} ÷ ${fixedWords(shares[1], 4)} = ${numberWords(Math.round(activeIfClassB[0]))}; ${numberWords(hourly)} ÷ ${fixedWords(shares[0], 4)} = ${numberWords(Math.round(activeIfClassB[1]))}`, assumes: "SANS's pool of sensors met the same share of active machines as one class B network did on 19 July. Its size is not known." },
      { id: "august-infected-from-growth", label: `machines that could be infected, as a growth of ${growth} an hour implies`, value: augustHosts, words: numberWords(nearestThousand(augustHosts)), unit: "machines", status: "modelled", claims: ["staniford-02", "staniford-01"], datasets: [], working: `${growth} × 2³² ÷ (${fittedRatePerMinute} × 60) = ${numberWords(Math.round(augustHosts))}`, assumes: "Machines scanned as fast as in July. With half of their threads asleep, the same growth means twice as many." },
      floodResult("flood-traffic-fitted-rate", fittedRatePerMinute),
      floodResult("flood-traffic-lab-rate", laboratoryRateRounded),
      { id: "class-b-traffic", label: "traffic that reaches a whole class B network", value: classBTraffic, words: fixedWords(classBTraffic, 0), unit: "kilobits a second", status: "modelled", claims: ["sans-cumulative", "staniford-01"], datasets: [], working: `${numberWords(sans)} × ${fittedRatePerMinute} ÷ 60 × ${numberWords(classB)} ÷ 2³² × ${silentAttempt.packets} × ${silentAttempt.bytesPerPacket} bytes × 8 = ${fixedWords(classBTraffic, 1)} kbit/s`, assumes: packets },
      { id: "july-active-peak", label: "most addresses active at one time on 19 July", value: peak, words: numberWords(nearestThousand(peak)), unit: "addresses", status: "digitised", claims: [], datasets: [activeId], working: `the highest of ${active.length} points read off CAIDA's printed graph: ${numberWords(peak)} ± 1,500`, assumes: "First seen less stopped; a machine that pauses counts as stopped only at its last probe." },
      quotedShare("caida-korea-share", "caida-12", "South Korea's share of CAIDA's July addresses"),
      quotedShare("caida-us-share", "caida-11", "the United States' share of CAIDA's July addresses"),
      { id: "caida-four-asia-share", label: "share of South Korea, China, Taiwan and Japan in CAIDA's July addresses", value: four / july, words: percent(four, july, 1), unit: "of addresses", status: "derived", claims: ["caida-13", "caida-07"], datasets: [], working: `${numberWords(four)} ÷ ${numberWords(july)} = ${percent(four, july, 2)}`, assumes: "Four countries of the top ten; Asia as a whole is more, by what the source does not break down." },
      ...methodResults(records),
    ],
  };
}
