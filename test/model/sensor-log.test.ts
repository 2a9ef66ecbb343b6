import { expect, test } from "vitest";
import { seededRandom } from "../../src/model/random.ts";
import { SensorLog } from "../../src/model/sensor-log.ts";
import { expectWithin } from "./close.ts";

for (const hitsPerHour of [0.2, 3, 40]) {
  test(`a host at ${hitsPerHour} hits an hour from 0.5 h to 3.25 h leaves the hits and shares of a Poisson process in each hour`, () => {
    const hosts = 20_000;
    const random = seededRandom(31);
    const log = new SensorLog(256, hosts, 4, 1);
    for (let host = 0; host < hosts; host += 1) {
      log.watch(random, host, 0.5, 3.25, hitsPerHour);
      log.endAddress(host);
    }
    const counts = log.counts();
    for (const [bin, hours] of [0.5, 1, 1, 0.25].entries()) {
      const mean = hosts * hitsPerHour * hours;
      const share = -Math.expm1(-hitsPerHour * hours);
      expectWithin(counts.hits[bin] ?? NaN, mean, 4 * Math.sqrt(mean));
      expectWithin(counts.distinct[bin] ?? NaN, hosts * share, 4 * Math.sqrt(hosts * share * (1 - share)) + 1e-9);
    }
    const once = hitsPerHour * 2.75 * Math.exp(-hitsPerHour * 2.75);
    expectWithin(counts.seenOnce, hosts * once, 4 * Math.sqrt(hosts * once) + 1e-9);
  });
}

test("an address seen twice in one hour counts once there, and is new only once", () => {
  const log = new SensorLog(256, 1, 2, 1);
  const random = seededRandom(1);
  for (const [from, to] of [[0, 0.4], [0.6, 1], [1, 2]] as const) log.watch(random, 0, from, to, 1000);
  log.endAddress(0);
  expect(log.counts()).toMatchObject({ distinct: [1, 1], fresh: [1, 0], cumulative: [1, 1] });
});

test("a new address of the same host is counted anew, in the same hour as well", () => {
  const log = new SensorLog(256, 1, 2, 1);
  const random = seededRandom(1);
  log.watch(random, 0, 0, 0.5, 1000);
  log.endAddress(0);
  expect(log.hasSeen(0)).toBe(false);
  log.watch(random, 0, 0.5, 2, 1000);
  log.endAddress(0);
  expect(log.counts()).toMatchObject({ distinct: [2, 1], fresh: [2, 0], cumulative: [2, 2] });
});
