import { expect, test } from "vitest";
import { tickCurve } from "../../src/model/aawp.ts";
import { blockAddresses } from "../../src/model/address-space.ts";
import { ModelArgumentError } from "../../src/model/argument.ts";
import { arrivingTraffic, hostKbitPerSecond, worldGbitPerSecond } from "../../src/model/bandwidth.ts";
import { chaoLowerBound } from "../../src/model/chao.ts";
import { chapman } from "../../src/model/chapman.ts";
import { addressesSeen } from "../../src/model/churn.ts";
import { studentQuantile, symmetricEstimate } from "../../src/model/confidence.ts";
import { growthPerHour, hostsOfGrowth, rateOfGrowth, rateOfHits } from "../../src/model/contact-rate.ts";
import { coverageOf } from "../../src/model/coverage.ts";
import { infectedFromTotals } from "../../src/model/cumulative-correction.ts";
import { firstHit } from "../../src/model/first-hit.ts";
import { fitExponential } from "../../src/model/fit-exponential.ts";
import { fitLogistic } from "../../src/model/fit-logistic.ts";
import { distinctSeenWhileGrowing, predictCount } from "../../src/model/growth-exposure.ts";
import { addressesOfHits, solveCountPair } from "../../src/model/half-hour-pair.ts";
import { checkSpread } from "../../src/model/host-rates.ts";
import { impliedPopulation } from "../../src/model/implied-population.ts";
import { integrate } from "../../src/model/integrate.ts";
import { leastSquares } from "../../src/model/least-squares.ts";
import { codeRedTwo, hitsAgainstUniform } from "../../src/model/local-preference.ts";
import { infectedAt } from "../../src/model/logistic.ts";
import { seededRandom } from "../../src/model/random.ts";
import { seenShareGamma } from "../../src/model/rate-spread.ts";
import { sensorSize } from "../../src/model/sensor-size.ts";
import { twoFactorCurve } from "../../src/model/two-factor.ts";
import { expectedHits, hitsOfSeenShare, hitsPerHour, seenShare } from "../../src/model/visibility.ts";
import { hitsOfMeanSeen } from "../../src/model/zero-truncated-poisson.ts";

const watch = { ratePerMinute: 358, windowHours: 8, monitoredAddresses: 65536 };
const growth = { hosts: 140_000, growthPerHour: 0.7, midpointHour: 16 };
const plan = { hosts: 1000, infectedAtStart: 1, contactPerHour: 0.8, cleaningPerHour: 0, patchingPerHour: 0, congestionExponent: 0 };
const ticks = { hosts: 1000, infectedAtStart: 1, scansPerTick: 100, deathShare: 0, patchShare: 0 };

/** Each call is nonsense in exactly one argument; the first text is the argument that must be named. */
const nonsense: readonly (readonly [argument: string, call: () => unknown])[] = [
  ["ratePerMinute", () => hitsPerHour({ ...watch, ratePerMinute: 0 })],
  ["ratePerMinute", () => seenShare({ ...watch, ratePerMinute: NaN })],
  ["ratePerMinute", () => firstHit({ ...watch, ratePerMinute: Infinity })],
  ["windowHours", () => expectedHits({ ...watch, windowHours: 0 })],
  ["monitoredAddresses", () => hitsPerHour({ ...watch, monitoredAddresses: 2 ** 33 })],
  ["scannedAddresses", () => hitsPerHour({ ...watch, scannedAddresses: 0 })],
  ["seenShare", () => hitsOfSeenShare(1)],
  ["prefixLength", () => blockAddresses(-1)],
  ["32 - prefixLength", () => blockAddresses(33)],
  ["count", () => impliedPopulation(0, watch)],
  ["count", () => impliedPopulation(NaN, watch)],
  ["count", () => sensorSize({ count: 7528, population: 7528, ratePerMinute: 358, windowHours: 8 })],
  ["population", () => sensorSize({ count: 7528, population: Infinity, ratePerMinute: 358, windowHours: 8 })],
  ["addresses needed", () => sensorSize({ count: 999, population: 1000, ratePerMinute: 1e-5, windowHours: 8 })],
  ["hosts", () => growthPerHour(-1, 358)],
  ["growthPerHour", () => hostsOfGrowth(0, 358)],
  ["hosts", () => rateOfGrowth(1.8, 0)],
  ["monitoredAddresses", () => rateOfHits(0.4, 0)],
  ["meanPerSeenSource", () => hitsOfMeanSeen(1)],
  ["meanPerSeenSource", () => hitsOfMeanSeen(Infinity)],
  ["partCount", () => solveCountPair({ partCount: 8000, wholeCount: 7528, parts: 16 })],
  ["parts", () => solveCountPair({ partCount: 700, wholeCount: 7528, parts: 1 })],
  ["expectedHits", () => addressesOfHits(0, 358, 8)],
  ["growthPerHour", () => infectedAt({ ...growth, growthPerHour: -0.7 }, 12)],
  ["hour", () => infectedAt(growth, NaN)],
  ["toHour", () => distinctSeenWhileGrowing(() => 1, { fromHour: 8, toHour: 8 }, watch)],
  ["count", () => predictCount({ count: -1, countedIn: { fromHour: 22, toHour: 30 }, predictFor: { fromHour: 0, toHour: 22 }, growthPerHour: 0.7, midpointHour: 16, sight: watch })],
  ["infectedAtStart", () => twoFactorCurve({ ...plan, infectedAtStart: 1001 }, 10)],
  ["cleaningPerHour", () => twoFactorCurve({ ...plan, cleaningPerHour: -1 }, 10)],
  ["stepHours", () => twoFactorCurve(plan, 10, 11)],
  ["infectedAtStart", () => tickCurve({ ...ticks, infectedAtStart: 0 }, 10)],
  ["deathShare + patchShare", () => tickCurve({ ...ticks, deathShare: 0.6, patchShare: 0.6 }, 10)],
  ["ticks", () => tickCurve(ticks, 1.5)],
  ["shape", () => seenShareGamma(1, 0)],
  ["meanHits", () => seenShareGamma(0, 1)],
  ["1e-9 - |sum of shares - 1|", () => hitsAgainstUniform({ ...codeRedTwo, anywhere: 1 }, "far")],
  ["addressChangesPerHour", () => addressesSeen(1000, -1, watch)],
  ["laterTotal - earlierTotal", () => infectedFromTotals({ earlierTotal: 239_000, laterTotal: 228_949, watch })],
  ["bytesPerAttempt", () => hostKbitPerSecond(358, 0)],
  ["hosts", () => worldGbitPerSecond(-1, 358, 144)],
  ["bytesPerPacket", () => arrivingTraffic(1000, 3, NaN, watch)],
  ["both + 1", () => chapman({ first: 10, second: 20, both: 11 })],
  ["first", () => chapman({ first: -1, second: 20, both: 0 })],
  ["distinct - seenOnce - seenTwice", () => chaoLowerBound({ distinct: 10, seenOnce: 8, seenTwice: 8 })],
  ["standardError", () => symmetricEstimate(1, -1)],
  ["degreesOfFreedom", () => studentQuantile(2)],
  ["panels / 2", () => integrate((x) => x, 0, 1, 3)],
  ["observations - parameters", () => leastSquares([1], () => ({ value: 0, slopes: [1] }), [0])],
  ["number of points", () => fitLogistic([])],
  ["number of points", () => fitExponential([{ hour: 0, count: 1 }])],
  ["count", () => fitExponential([0, 1, 2, 3, 4].map((hour) => ({ hour, count: 0 })))],
  ["spread of hours", () => fitExponential([1, 2, 3, 4, 5].map((count) => ({ hour: 3, count })))],
  ["seed", () => seededRandom(0.5)],
  ["ratePerMinute", () => { checkSpread({ kind: "equal", ratePerMinute: 0 }); }],
  ["shape", () => { checkSpread({ kind: "gamma", meanPerMinute: 358, shape: -1 }); }],
  ["runs", () => coverageOf({ id: "x", estimator: "x", world: "x", assumptionsHold: true, truth: 1, survey: () => null }, 0, 1)],
];

for (const [index, [argument, call]] of nonsense.entries()) {
  test(`nonsense ${index + 1} is refused by the name of its argument, ${argument}`, () => {
    let thrown: unknown;
    try {
      call();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ModelArgumentError);
    expect((thrown as ModelArgumentError).argument).toBe(argument);
  });
}
