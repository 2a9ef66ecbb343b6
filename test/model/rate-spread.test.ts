import fc from "fast-check";
import { expect, test } from "vitest";
import { seenShareGamma } from "../../src/model/rate-spread.ts";
import { expectedHits, seenShareOfHits } from "../../src/model/visibility.ts";
import { expectClose, expectWithin } from "./close.ts";
import { gammaShapeOfSeen } from "./closed-forms.ts";

const hits = (ratePerMinute: number, monitoredAddresses: number): number => expectedHits({ ratePerMinute, monitoredAddresses, windowHours: 8 });

const seen: readonly (readonly [spread: string, addresses: number, share: number, value: number])[] = [
  ["gamma of shape 1.5", 65536, seenShareGamma(hits(358, 65536), 1.5), 0.7805],
  ["gamma of shape 0.5", 65536, seenShareGamma(hits(358, 65536), 0.5), 0.5998],
  ["equal rates", 835, seenShareOfHits(hits(358, 835)), 0.0329],
  ["gamma of shape 1.5", 835, seenShareGamma(hits(358, 835), 1.5), 0.0325],
  ["gamma of shape 0.5", 835, seenShareGamma(hits(358, 835), 0.5), 0.0318],
];
for (const [spread, addresses, share, value] of seen) {
  test(`${addresses} addresses see ${(100 * value).toFixed(2)} % in 8 hours with ${spread}`, () => { expectWithin(share, value, 5e-5); });
}

test("0.469 hits a host-hour with 0.334 of the hosts seen is a gamma shape of about 1.45", () => {
  expectWithin(gammaShapeOfSeen(0.469, 115_124 / 345_000), 1.45, 0.05);
});

test("unequal rates always hide hosts: the share is below that of equal rates, and falls with the spread", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 10, noNaN: true }), fc.double({ min: 0.05, max: 20, noNaN: true }), (meanHits, shape) => {
      const share = seenShareGamma(meanHits, shape);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(seenShareOfHits(meanHits));
      expect(seenShareGamma(meanHits, shape / 2)).toBeLessThan(share);
    }),
  );
});

test("a spread without end is no spread", () => {
  expectClose(seenShareGamma(2.6, 1e9), seenShareOfHits(2.6), 1e-8);
});

test("shape and share undo each other", () => {
  fc.assert(fc.property(fc.double({ min: 0.1, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 10, noNaN: true }), (meanHits, shape) => { expectClose(gammaShapeOfSeen(meanHits, seenShareGamma(meanHits, shape)), shape, 1e-6); }));
});

test("who assumes equal machines where they differ gets a total 16 % too low from a /16, and 1 % from 835 addresses", () => {
  const error = (addresses: number): number => seenShareGamma(hits(358, addresses), 1.5) / seenShareOfHits(hits(358, addresses)) - 1;
  expectWithin(error(65536), -0.16, 0.005);
  expectWithin(error(835), -0.01, 0.005);
});
