import { tickCurve } from "../model/aawp.ts";
import { blockAddresses } from "../model/address-space.ts";
import { chaoLowerBound } from "../model/chao.ts";
import { chapman } from "../model/chapman.ts";
import { addressesPerHost } from "../model/churn.ts";
import type { Estimate } from "../model/confidence.ts";
import { infectedFromTotals } from "../model/cumulative-correction.ts";
import { predictCount } from "../model/growth-exposure.ts";
import { hitsAgainstUniform, codeRedTwo, type Nearness } from "../model/local-preference.ts";
import { seenShareGamma } from "../model/rate-spread.ts";
import { fittedHosts, fittedRatePerMinute } from "../model/rate-band.ts";
import { sensorSize } from "../model/sensor-size.ts";
import { twoFactorCurve } from "../model/two-factor.ts";
import { expectedHits, seenShare } from "../model/visibility.ts";
import type { Records } from "../readers/records.ts";
import { fixedWords, numberWords, significantWords } from "../schema/format.ts";
import { hoursBetween, instantWords } from "../schema/window.ts";
import { claimEdges, claimEnd, claimValue, restartInstant, watchedHours } from "./claim-value.ts";
import { seed } from "./coverage.ts";
import { recordFault } from "./record-fault.ts";
import { exampleLists, listPlan, listPrefixes, type SimulatedLists } from "./simulated-lists.ts";
import type { Result } from "./results.ts";

const percent = (share: number, digits: number): string => `${fixedWords(share * 100, digits)}\u00a0%`;
const none = { claims: [], datasets: [] } as const;
const uniform = "Every infected machine tries addresses at random over all of IPv4, at one rate, for the whole window.";

/** A published run of the two-factor model, an hour: N = 1,000,000, I₀ = 1, η = 3, γ = 0.05, μN = 0.06, β₀N = 0.8 (Zou, Gong, Towsley 2002, as quoted by Falvo 2018). */
const publishedRun = { hosts: 1_000_000, infectedAtStart: 1, contactPerHour: 0.8, cleaningPerHour: 0.05, patchingPerHour: 0.06, congestionExponent: 3 } as const;

/** What to know of the simulated lists, to run them again. */
const plan = `the project's own simulation of ${numberWords(listPlan.hosts)} machines, all at ${fittedRatePerMinute} tries a minute for ${listPlan.hours} hours, met by a /${listPrefixes.join(" and a /")}; seed ${seed}`;

/** Whether an interval holds the number that was put in. */
const held = ({ low, high }: Estimate, truth: number): string => `its 95 % interval, ${numberWords(Math.round(low))} to ${numberWords(Math.round(high))}, ${low <= truth && truth <= high ? "holds" : "misses, as one in twenty does,"} the ${numberWords(truth)} put in`;

/** Midpoints tried for Wednesday, hours from the restart: half of the machines infected by 14:00 and by 20:00 UTC. Assumed. */
const wednesdayMidpoints = { early: 14, late: 20 } as const;

/** Computed numbers that the methods page prints. @param simulated the two lists of the worked examples */
export function methodResults(records: Records, simulated: SimulatedLists = exampleLists()): Result[] {
  const value = claimValue(records);
  const count = value("xs4all-unique-8h");
  const windowHours = watchedHours(records, "xs4all-unique-8h");
  const classB = blockAddresses(16);
  const waking = value("cert-05") / 60;
  const watch = { ratePerMinute: fittedRatePerMinute, monitoredAddresses: classB, windowHours } as const;
  const seen = seenShare(watch);
  const seenWaking = seenShare({ ...watch, ratePerMinute: waking });
  const hits = expectedHits(watch);
  const unequal = seenShareGamma(hits, 1.5);
  const restart = restartInstant(records);
  const afterRestart = (instant: string): number => hoursBetween(restart, instant);
  const totalEnd = claimEnd(records, "sans-cumulative");
  const hoursToTotal = afterRestart(totalEnd);
  const hoursBetweenTotals = hoursBetween(totalEnd, claimEnd(records, "sans-07"));
  const night = claimEdges(records, "xs4all-unique-8h");
  const wednesdayEdges = claimEdges(records, "xs4all-unique-wednesday");
  // Before the restart nothing scanned.
  const wednesdayFrom = Math.max(0, afterRestart(wednesdayEdges.start));
  const wednesdaySight = Math.round(sensorSize({ count, population: value("sans-cumulative"), ratePerMinute: fittedRatePerMinute, windowHours }));
  const churned = addressesPerHost(1 / 24, { ...watch, windowHours: hoursToTotal });
  const [earlier, later] = [value("sans-cumulative"), value("sans-07")];
  const corrected = infectedFromTotals({ earlierTotal: earlier, laterTotal: later, watch: { ...watch, windowHours: hoursBetweenTotals } });
  const twoLists = chapman(simulated);
  const oneList = chaoLowerBound({ distinct: simulated.first, seenOnce: simulated.seenOnce, seenTwice: simulated.seenTwice });
  const peak = twoFactorCurve(publishedRun, 72).reduce((most, state) => (state.infected > most.infected ? state : most));
  const ticks = tickCurve({ hosts: fittedHosts, infectedAtStart: 1, scansPerTick: fittedRatePerMinute, deathShare: 0, patchShare: 0 }, 24 * 60);
  const halfTick = ticks.findIndex((infected) => infected >= fittedHosts / 2);
  const wednesday = (midpointHour: number): number =>
    predictCount({ count, countedIn: { fromHour: afterRestart(night.start), toHour: afterRestart(night.end) }, predictFor: { fromHour: wednesdayFrom, toHour: afterRestart(wednesdayEdges.end) }, growthPerHour: value("staniford-02"), midpointHour, sight: { ratePerMinute: fittedRatePerMinute, monitoredAddresses: wednesdaySight } });
  const wednesdays = [wednesday(wednesdayMidpoints.late), wednesday(wednesdayMidpoints.early)] as const;
  const july = (records.series.get("cas-class-b-daily-2001-07") ?? []).find((row) => row.measure === "unique_sources" && row.window_start_utc === "2001-07-19T00:00Z")?.value;
  if (july === undefined || july === null) throw recordFault("data/records/series/cas-class-b-daily-2001-07.csv", "value", "", "a row of unique_sources with a number whose window starts at 2001-07-19T00:00Z, which computed numbers need; restore it");
  const telescope = value("caida-01");
  const near = (id: string, nearness: Nearness, label: string, working: string): Result => {
    const factor = hitsAgainstUniform(codeRedTwo, nearness);
    return { id, label: `hits that a class B network gets from a Code Red II machine ${label}, against an even search`, value: factor, words: nearness === "far" ? String(factor) : numberWords(Math.round(factor)), unit: "times", status: "modelled", ...none, working: `${working} = ${significantWords(factor, 5)}`, assumes: "One try in eight goes anywhere, four to the machine's own /8, three to its own /16." };
  };
  return [
    { id: "class-b-expected-hits", label: "hits expected from one machine on a class B network in eight hours", value: hits, words: fixedWords(hits, 4), unit: "hits", status: "modelled", claims: ["staniford-01", "xs4all-unique-8h"], datasets: [], working: `${fittedRatePerMinute} × 60 × ${windowHours} × ${numberWords(classB)} ÷ 2³² = ${fixedWords(hits, 6)}`, assumes: uniform },
    { id: "class-b-seen-8h", label: "share of machines that a class B network meets in eight hours, at the fitted rate", value: seen, words: percent(seen, 1), unit: "of machines", status: "modelled", claims: ["staniford-01", "xs4all-unique-8h"], datasets: [], working: `1 − e^−${fixedWords(hits, 4)} = ${fixedWords(seen, 4)}`, assumes: uniform },
    { id: "class-b-seen-8h-waking", label: "share that it meets if every worm has just woken", value: seenWaking, words: percent(seenWaking, 1), unit: "of machines", status: "modelled", claims: ["cert-05", "xs4all-unique-8h"], datasets: [], working: `1 − e^−(${numberWords(value("cert-05"))} × ${windowHours} × ${numberWords(classB)} ÷ 2³²) = ${fixedWords(seenWaking, 4)}`, assumes: uniform },
    { id: "class-b-seen-8h-unequal", label: "share that it meets if machines differ in speed", value: unequal, words: percent(unequal, 0), unit: "of machines", status: "modelled", claims: ["staniford-01", "xs4all-unique-8h"], datasets: [], working: `1 − (1 + ${fixedWords(hits, 4)} ÷ 1.5)^−1.5 = ${fixedWords(unequal, 4)}`, assumes: "Speeds follow a gamma distribution of shape 1.5, with the fitted rate as their mean. The shape is an assumption." },
    { id: "class-b-of-telescope", label: "share of the telescope's addresses that a class B network met on 19 July", value: july / telescope, words: percent(july / telescope, 0), unit: "of addresses", status: "derived", claims: ["caida-01"], datasets: ["cas-class-b-daily-2001-07"], working: `${numberWords(july)} ÷ ${numberWords(telescope)} = ${fixedWords(july / telescope, 3)}`, assumes: "Both counted the same day; CAIDA's count says “more than”." },
    { id: "addresses-per-machine", label: "addresses that a class B network logs for each machine from the restart to SANS's total, if every machine changes its address once a day", value: churned, words: fixedWords(churned, 2), unit: "addresses a machine", status: "modelled", claims: ["sans-cumulative", "staniford-01"], datasets: [], working: `with ${fixedWords(hits / windowHours, 4)} hits and 1 ÷ 24 changes an hour over ${hoursToTotal} hours, from ${instantWords(restart)} to ${instantWords(totalEnd)}`, assumes: "Every machine scans all the time and never takes an old address again. How often machines changed address in 2001 is not known." },
    { id: "sans-corrected", label: "machines infected by 11:00 UTC on 2 August, if SANS's pool was one class B network", value: corrected, words: `about ${numberWords(Math.round(corrected / 10_000) * 10_000)}`, unit: "addresses", status: "modelled", claims: ["sans-cumulative", "sans-07", "staniford-01"], datasets: [], working: `${numberWords(earlier)} + (${numberWords(later)} − ${numberWords(earlier)}) ÷ (1 − e^−(${fixedWords(hits / windowHours, 5)} × ${hoursBetweenTotals})) = ${numberWords(Math.round(corrected))}`, assumes: "SANS's pool met machines as one class B network would. Its size is not known." },
    { id: "chapman-example", label: "Chapman's estimate for two simulated lists", value: twoLists.value, words: numberWords(Math.round(twoLists.value)), unit: "machines", status: "modelled", ...none, working: `${numberWords(simulated.first + 1)} × ${numberWords(simulated.second + 1)} ÷ ${numberWords(simulated.both + 1)} − 1 = ${numberWords(Math.round(twoLists.value))}; standard error ${numberWords(Math.round(twoLists.standardError))}; ${held(twoLists, simulated.hosts)}. The lists: ${plan}`, assumes: "Equal rates, a closed population and one window: the simulation has what the formula asks for." },
    { id: "chao-example", label: "Chao's lower bound for one simulated list", value: oneList.value, words: numberWords(Math.round(oneList.value)), unit: "machines", status: "modelled", ...none, working: `${numberWords(simulated.first)} + ${numberWords(simulated.seenOnce)} × ${numberWords(simulated.seenOnce - 1)} ÷ (2 × ${numberWords(simulated.seenTwice + 1)}) = ${numberWords(Math.round(oneList.value))}; ${held(oneList, simulated.hosts)}. The list: ${plan}`, assumes: "Equal rates, a closed population and one window: the simulation has what the formula asks for." },
    { id: "simulated-hosts", label: "machines in the simulated outbreak behind the two examples", value: simulated.hosts, words: numberWords(simulated.hosts), unit: "machines", status: "modelled", ...none, working: `a setting: ${plan}`, assumes: "" },
    { id: "two-factor-peak", label: "most machines infected at once in the published run of the two-factor model", value: peak.infected, words: numberWords(Math.round(peak.infected / 1000) * 1000), unit: "machines", status: "modelled", ...none, working: `of ${numberWords(publishedRun.hosts)}, ${fixedWords(peak.hour, 1)} hours after the first`, assumes: "Its authors' settings, as quoted by a later student report: growth 0.8 an hour, cleaning 0.05, patching 0.06, exponent 3." },
    { id: "tick-half-hours", label: `hours from one machine to half of ${numberWords(fittedHosts)} in ticks of a minute`, value: halfTick / 60, words: fixedWords(halfTick / 60, 1), unit: "hours", status: "modelled", claims: ["staniford-01"], datasets: [], working: `${numberWords(halfTick)} ticks of ${fittedRatePerMinute} tries, ÷ 60`, assumes: `${numberWords(fittedHosts)} machines that could be infected; nobody patches and nothing restarts.` },
    { id: "wednesday-from-night", label: "what XS4ALL should have counted on Wednesday, from its night's count alone, by the logistic law of growth", value: wednesdays, words: `${significantWords(wednesdays[0], 2)}–${significantWords(wednesdays[1], 2)}`, unit: "machines", status: "modelled", claims: ["xs4all-unique-8h", "xs4all-unique-wednesday", "sans-cumulative", "staniford-02"], datasets: [], working: `half of the machines infected by ${wednesdayMidpoints.late}:00 UTC: ${numberWords(Math.round(wednesdays[0]))}; by ${wednesdayMidpoints.early}:00 UTC: ${numberWords(Math.round(wednesdays[1]))}; on ${numberWords(wednesdaySight)} addresses, the size that fits SANS's total`, assumes: `Logistic growth of ${value("staniford-02")} an hour from ${instantWords(restart)} and one unchanged sensor; the size of the sensor hardly matters. The two hours of half growth are assumed.` },
    near("code-red-2-far", "far", "far away", "1 ÷ 8"),
    near("code-red-2-same-8", "same /8", "in its own /8", "1 ÷ 8 + 4 ÷ 8 × 2⁸"),
    near("code-red-2-same-16", "same /16", "in its own /16", "1 ÷ 8 + 4 ÷ 8 × 2⁸ + 3 ÷ 8 × 2¹⁶"),
  ];
}
