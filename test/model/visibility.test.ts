import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedHits, hitsOfSeenShare, hitsPerHour, seenShare, seenShareOfHits } from "../../src/model/visibility.ts";
import { expectClose, expectWithin } from "./close.ts";
import { seenShareOfAttempts } from "./closed-forms.ts";
import { watches } from "./sights.ts";

test("one host at 358 a minute scores 2.62 hits on a /16 in 8 hours", () => {
  expectClose(expectedHits({ ratePerMinute: 358, windowHours: 8, monitoredAddresses: 65536 }), 2.6220703125);
});

const shares: readonly (readonly [perMinute: number, addresses: number, share: number])[] = [
  [358, 256, 0.010190186771128875],
  [358, 1024, 0.040141929455369686],
  [358, 4096, 0.15115560901738387],
  [358, 16384, 0.48082671969783597],
  [358, 65536, 0.9273477059335373],
  [358, 262144, 0.9999721389596989],
  [450, 256, 0.012792080097463764],
  [450, 65536, 0.9629652433185254],
  [833, 256, 0.02355057406811137],
  [833, 65536, 0.9977595403174615],
  [160 / 60, 65536, 0.019341750860461433],
  [160 / 60, 2 ** 24, 0.9932620530009145],
];
for (const [ratePerMinute, monitoredAddresses, share] of shares) {
  test(`in 8 hours at ${ratePerMinute.toFixed(2)} a minute ${monitoredAddresses} addresses see ${(100 * share).toFixed(2)} % of hosts`, () => {
    expectClose(seenShare({ ratePerMinute, windowHours: 8, monitoredAddresses }), share);
  });
}

const seenHosts: readonly (readonly [addresses: number, hosts: number, seen: number])[] = [
  [65536, 100_000, 92_735],
  [65536, 228_949, 212_315],
  [131072, 100_000, 99_472],
  [131072, 228_949, 227_741],
];
for (const [monitoredAddresses, hosts, seen] of seenHosts) {
  test(`${monitoredAddresses} addresses would see ${seen} of ${hosts} hosts in 8 hours`, () => {
    expectWithin(hosts * seenShare({ ratePerMinute: 358, windowHours: 8, monitoredAddresses }), seen, 0.5);
  });
}

test("one address sees one infected host in 8,332 a day", () => {
  expectWithin(1 / seenShare({ ratePerMinute: 358, windowHours: 24, monitoredAddresses: 1 }), 8332, 0.5);
});

test("228,949 hosts give one address 27.5 hits a day", () => {
  expectWithin(228_949 * 24 * hitsPerHour({ ratePerMinute: 358, monitoredAddresses: 1 }), 27.5, 0.05);
});

test("115,124 of 345,000 hosts seen in one hour is 0.406 hits a host", () => {
  expectWithin(hitsOfSeenShare(115_124 / 345_000), 0.406, 0.0005);
});

test("counting attempts one by one differs from the Poisson limit by 3.1e-9 for 835 addresses in 8 hours", () => {
  const watch = { ratePerMinute: 358, windowHours: 8, monitoredAddresses: 835 };
  expectWithin(seenShareOfAttempts(watch) - seenShare(watch), 3.1e-9, 5e-11);
});

test("watching more addresses, or longer, or faster hosts, never shows a smaller share", () => {
  fc.assert(
    fc.property(watches, fc.double({ min: 1, max: 3, noNaN: true }), (watch, factor) => {
      const share = seenShare(watch);
      expect(seenShare({ ...watch, windowHours: watch.windowHours * factor })).toBeGreaterThanOrEqual(share);
      expect(seenShare({ ...watch, ratePerMinute: watch.ratePerMinute * factor })).toBeGreaterThanOrEqual(share);
      expect(seenShare({ ...watch, monitoredAddresses: watch.monitoredAddresses * factor })).toBeGreaterThanOrEqual(share);
      expect(seenShare({ ...watch, scannedAddresses: 2 ** 32 * factor })).toBeLessThanOrEqual(share);
    }),
  );
});

test("the share is above 0, at most 1, and below the expected hits", () => {
  fc.assert(
    fc.property(watches, (watch) => {
      const share = seenShare(watch);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(share).toBeLessThanOrEqual(expectedHits(watch));
    }),
  );
});

test("hits of a share and share of hits undo each other", () => {
  fc.assert(fc.property(fc.double({ min: 1e-9, max: 15, noNaN: true }), (hits) => { expectClose(hitsOfSeenShare(seenShareOfHits(hits)), hits, 1e-8); }));
});
