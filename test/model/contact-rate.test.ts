import { test } from "vitest";
import { growthPerHour, hostsOfGrowth, rateOfGrowth, rateOfHits } from "../../src/model/contact-rate.ts";
import { simulate } from "../../src/model/simulation.ts";
import { expectClose, expectWithin } from "./close.ts";

test("a growth of 1.8 an hour with 360,000 hosts is 357.91 targets a minute", () => {
  expectWithin(rateOfGrowth(1.8, 360_000), 357.91, 0.005);
});

test("a growth of 0.7 an hour at 358 a minute is 139,966 hosts", () => {
  expectClose(hostsOfGrowth(0.7, 358), 139966.3457728119);
});

test("300,000 hosts at ten targets a second grow at 2.51 an hour", () => {
  expectWithin(growthPerHour(300_000, 600), 2.51, 0.005);
});

test("0.406 hits an hour on a /16 are 443 targets a minute", () => {
  expectWithin(rateOfHits(-Math.log1p(-115_124 / 345_000), 65536), 443, 0.5);
});

test("a small outbreak grows as the simulation does, which follows no formula of growth", () => {
  // 20,000 hosts in a space of 2²⁴ at 60 a minute: K = 4.29 an hour. 200 scan at the start; after 0.3 hours 3 % are infected.
  const [hosts, ratePerMinute, scannedAddresses, hours] = [20_000, 60, 2 ** 24, 0.3];
  const grown = Array.from({ length: 20 }, (_, seed) => simulate({ hosts, scanningAtStart: 200, rates: { kind: "equal", ratePerMinute }, sensorAddresses: [], hours, binHours: hours, scannedAddresses }, seed + 1).scanning[0] ?? 0);
  const mean = grown.reduce((sum, each) => sum + each, 0) / grown.length;
  // On a logistic curve the logarithm of infected over open grows by K an hour.
  const measured = Math.log((mean * (hosts - 200)) / (200 * (hosts - mean))) / hours;
  expectWithin(growthPerHour(hosts, ratePerMinute, scannedAddresses), measured, 0.15);
});

test("hosts and rate of a growth are what a pocket calculator gives in a space that is not all of IPv4", () => {
  expectClose(hostsOfGrowth(1.5, 100, 1_000_000), 250);
  expectClose(rateOfGrowth(1.5, 250, 1_000_000), 100);
  expectClose(growthPerHour(250, 100, 1_000_000), 1.5);
  expectClose(rateOfHits(3, 500, 1_000_000), 100);
});
