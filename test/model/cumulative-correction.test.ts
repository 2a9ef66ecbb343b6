import fc from "fast-check";
import { test } from "vitest";
import { infectedFromTotals } from "../../src/model/cumulative-correction.ts";
import { expectClose, expectWithin } from "./close.ts";
import { distinctSeen } from "./closed-forms.ts";

const watch = (windowHours: number) => ({ ratePerMinute: 358, monitoredAddresses: 65536, windowHours });

test("on one /16 the running total of 2 August means 249,853 infected, then 279,154", () => {
  expectWithin(infectedFromTotals({ earlierTotal: 228_949, laterTotal: 239_000, watch: watch(2) }), 249_853, 0.5);
  expectWithin(infectedFromTotals({ earlierTotal: 239_000, laterTotal: 276_237, watch: watch(8) }), 279_154, 0.5);
});

test("a closed population of equal hosts is recovered exactly from any two of its totals", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 12, noNaN: true }), fc.double({ min: 0.1, max: 12, noNaN: true }), (hour, later) => {
      const sight = { ratePerMinute: 358, monitoredAddresses: 65536 };
      expectClose(infectedFromTotals({ earlierTotal: distinctSeen(5000, hour, sight), laterTotal: distinctSeen(5000, hour + later, sight), watch: watch(later) }), 5000);
    }),
  );
});
