import fc from "fast-check";
import { expect, test } from "vitest";
import { rateOfHits } from "../../src/model/contact-rate.ts";
import { hitsOfMeanSeen, meanOfSeen } from "../../src/model/zero-truncated-poisson.ts";
import { expectClose, expectWithin } from "./close.ts";

test("1,139 probes of 324 sources, three probes an attempt, are 0.326 hits a host and 356 targets a minute on a /16", () => {
  const hits = hitsOfMeanSeen(1139 / 324 / 3);
  expectWithin(hits, 0.326, 0.0005);
  expectWithin(rateOfHits(hits, 65536), 356, 0.5);
});

test("a mean of 3.56 probes a source needs 3,760 packets a minute, or 385 attempts of three", () => {
  expectWithin(rateOfHits(hitsOfMeanSeen(3.56), 65536), 3760, 10);
  expectWithin(rateOfHits(hitsOfMeanSeen(3.56 / 3), 65536), 385, 3);
});

test("the mean of the sources seen is above 1 and above the expected hits", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 30, noNaN: true }), (hits) => {
      expect(meanOfSeen(hits)).toBeGreaterThan(Math.max(1, hits));
      expectClose(hitsOfMeanSeen(meanOfSeen(hits)), hits, 1e-6);
    }),
  );
});
