import { blockAddresses } from "./address-space.ts";
import { chaoLowerBound } from "./chao.ts";
import { chapman } from "./chapman.ts";
import type { CoverageExperiment, Interval } from "./coverage.ts";
import { drawExponential, drawNormal } from "./draw.ts";
import { drawPoisson } from "./draw-poisson.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { drawRate, type RateSpread } from "./host-rates.ts";
import { impliedPopulation } from "./implied-population.ts";
import { infectedAt } from "./logistic.ts";
import type { Random } from "./random.ts";
import { fittedRatePerMinute } from "./rate-band.ts";
import { expectedHits } from "./visibility.ts";

// Few enough hosts for a thousand surveys in a second, enough for the large-sample formulas. Eight hours, as in XS4ALL's count.
const hosts = 5000;
const windowHours = 8;
const assumed = { ratePerMinute: fittedRatePerMinute, windowHours };
const equal: RateSpread = { kind: "equal", ratePerMinute: fittedRatePerMinute };
// Shape 1.5 is close to the 1.45 that one hour of a class B suggests: 0.469 hits a host, 0.334 of the hosts seen.
const unequal: RateSpread = { kind: "gamma", meanPerMinute: fittedRatePerMinute, shape: 1.5 };

/** Hits expected in the window for each target a minute a host tries; worked out once for a sensor, since it is used for each host. */
const hitsForEachOfRate = (monitoredAddresses: number): number => expectedHits({ ratePerMinute: 1, windowHours, monitoredAddresses });

/** One sensor; the population is inferred with the mean rate. A host is seen if its first hit comes before the window ends. */
const onePopulation = (spread: RateSpread, monitoredAddresses: number) => (random: Random): Interval => {
  const perRate = hitsForEachOfRate(monitoredAddresses);
  let count = 0;
  for (let host = 0; host < hosts; host += 1) if (drawExponential(random) < drawRate(random, spread) * perRate) count += 1;
  return impliedPopulation(count, { ...assumed, monitoredAddresses });
};

/** One sensor, and hosts that change address: every address seen is taken for a host. */
const changingAddresses = (changesPerHour: number, monitoredAddresses: number) => (random: Random): Interval => {
  const perHour = (fittedRatePerMinute * hitsForEachOfRate(monitoredAddresses)) / windowHours;
  let count = 0;
  for (let host = 0; host < hosts; host += 1) {
    for (let hour = 0; hour < windowHours; ) {
      const held = Math.min(drawExponential(random) / changesPerHour, windowHours - hour);
      if (drawExponential(random) < perHour * held) count += 1;
      hour += held;
    }
  }
  return impliedPopulation(count, { ...assumed, monitoredAddresses });
};

/** Two sensors whose lists are compared. */
const twoLists = (spread: RateSpread, addresses: readonly [number, number]) => (random: Random): Interval => {
  const [firstPerRate, secondPerRate] = [hitsForEachOfRate(addresses[0]), hitsForEachOfRate(addresses[1])];
  let [first, second, both] = [0, 0, 0];
  for (let host = 0; host < hosts; host += 1) {
    const rate = drawRate(random, spread);
    const onFirst = drawExponential(random) < rate * firstPerRate;
    const onSecond = drawExponential(random) < rate * secondPerRate;
    if (onFirst) first += 1;
    if (onSecond) second += 1;
    if (onFirst && onSecond) both += 1;
  }
  return chapman({ first, second, both });
};

/** One sensor whose log says how often each source came. */
const oneList = (spread: RateSpread, monitoredAddresses: number) => (random: Random): Interval => {
  const perRate = hitsForEachOfRate(monitoredAddresses);
  let [distinct, seenOnce, seenTwice] = [0, 0, 0];
  for (let host = 0; host < hosts; host += 1) {
    const hits = drawPoisson(random, drawRate(random, spread) * perRate);
    if (hits > 0) distinct += 1;
    if (hits === 1) seenOnce += 1;
    if (hits === 2) seenTwice += 1;
  }
  return chaoLowerBound({ distinct, seenOnce, seenTwice });
};

// A curve like that of 19 July, read every half hour from 14:00, where it stands clear of zero. The error is half of the ±1,500 given
// with the digitised curve.
const outbreak = { hosts: 359_000, growthPerHour: 1.8, midpointHour: 16.3 };
const readingError = 750;

/** The growth rate from a curve with errors. carried: 0 for errors of reading, 1 for errors that add up as in a running total. */
const growthOfCurve = (carried: 0 | 1) => (random: Random): Interval | null => {
  let error = 0;
  const points = Array.from({ length: 21 }, (_, k) => {
    error = carried * error + readingError * drawNormal(random);
    const hour = 14 + k / 2;
    return { fromHour: hour, toHour: hour, value: Math.max(0, infectedAt(outbreak, hour) + error) };
  });
  const fit = fitLogistic(points);
  return fit.kind === "fitted" ? fit.growthPerHour : null;
};

const slash16 = blockAddresses(16);
const slash18 = blockAddresses(18);
const slash21 = blockAddresses(21);

/** Every estimator of this folder that gives an interval, tried where its assumptions hold and where they fail. */
export const coverageExperiments: readonly CoverageExperiment[] = [
  { id: "implied-equal", estimator: "population implied by one /16", world: "equal rates", assumptionsHold: true, truth: hosts, survey: onePopulation(equal, slash16) },
  { id: "implied-unequal", estimator: "population implied by one /16", world: "unequal rates, gamma of shape 1.5", assumptionsHold: false, truth: hosts, survey: onePopulation(unequal, slash16) },
  { id: "implied-small-unequal", estimator: "population implied by one /21", world: "unequal rates, gamma of shape 1.5", assumptionsHold: false, truth: hosts, survey: onePopulation(unequal, slash21) },
  { id: "implied-wrong-rate", estimator: "population implied by one /16", world: "equal rates, 283 a minute where 358 is assumed", assumptionsHold: false, truth: hosts, survey: onePopulation({ kind: "equal", ratePerMinute: 283 }, slash16) },
  { id: "implied-changing", estimator: "population implied by one /16", world: "equal rates, each host changes address once a day", assumptionsHold: false, truth: hosts, survey: changingAddresses(1 / 24, slash16) },
  { id: "chapman-equal", estimator: "Chapman, lists of a /18 and a /21", world: "equal rates", assumptionsHold: true, truth: hosts, survey: twoLists(equal, [slash18, slash21]) },
  { id: "chapman-unequal", estimator: "Chapman, lists of a /18 and a /21", world: "unequal rates, gamma of shape 1.5", assumptionsHold: false, truth: hosts, survey: twoLists(unequal, [slash18, slash21]) },
  { id: "chao-equal", estimator: "Chao's lower bound, list of a /18", world: "equal rates", assumptionsHold: true, truth: hosts, survey: oneList(equal, slash18) },
  { id: "chao-unequal", estimator: "Chao's lower bound, list of a /18", world: "unequal rates, gamma of shape 1.5", assumptionsHold: false, truth: hosts, survey: oneList(unequal, slash18) },
  { id: "logistic-reading", estimator: "growth rate of a logistic fit, 21 points", world: "independent errors of reading", assumptionsHold: true, truth: outbreak.growthPerHour, survey: growthOfCurve(0) },
  { id: "logistic-carried", estimator: "growth rate of a logistic fit, 21 points", world: "errors that add up from point to point", assumptionsHold: false, truth: outbreak.growthPerHour, survey: growthOfCurve(1) },
];
