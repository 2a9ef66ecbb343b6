import fc from "fast-check";
import { test } from "vitest";
import { growthPerHour, hostsOfGrowth, rateOfGrowth, rateOfHits } from "../../src/model/contact-rate.ts";
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

test("growth fixes the product alone: half the rate with twice the hosts grows the same", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.double({ min: 1, max: 1000, noNaN: true }), (hosts, rate) => {
      expectClose(growthPerHour(2 * hosts, rate / 2), growthPerHour(hosts, rate));
      expectClose(hostsOfGrowth(growthPerHour(hosts, rate), rate), hosts);
      expectClose(rateOfGrowth(growthPerHour(hosts, rate), hosts), rate);
    }),
  );
});
