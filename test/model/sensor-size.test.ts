import fc from "fast-check";
import { test } from "vitest";
import { ipv4Addresses } from "../../src/model/address-space.ts";
import { sensorSize } from "../../src/model/sensor-size.ts";
import { expectClose, expectWithin } from "./close.ts";
import { distinctSeen } from "./closed-forms.ts";

const xs4all = { count: 7528, windowHours: 8 };

const exact: readonly (readonly [population: number, sizes: readonly number[]])[] = [
  [228_949, [835.6341908899394, 664.7934229746629, 359.1321012468167]],
  [100_000, [1956.1369062966583, 1556.2155832315636, 840.6926920218531]],
];
for (const [population, sizes] of exact) {
  test(`7,528 and ${population} are both right on ${sizes.map((size) => size.toFixed(0)).join(", ")} addresses at 358, 450, 833 a minute`, () => {
    [358, 450, 833].forEach((ratePerMinute, i) => { expectClose(sensorSize({ ...xs4all, population, ratePerMinute }), sizes[i] ?? NaN); });
  });
}

const printed: readonly (readonly [population: number, sizes: readonly number[]])[] = [
  [359_000, [530, 421, 228]],
  [139_966, [1382, 1099, 594]],
  [130_000, [1491, 1186, 641]],
  [200_000, [959, 763, 412]],
  [150_000, [1287, 1024, 553]],
  [50_000, [4078]],
  [20_000, [11803]],
];
for (const [population, sizes] of printed) {
  test(`7,528 and ${population} agree on ${sizes.join(", ")} addresses`, () => {
    sizes.forEach((size, i) => { expectWithin(sensorSize({ ...xs4all, population, ratePerMinute: [358, 450, 833][i] ?? NaN }), size, 0.5); });
  });
}

test("hosts that leave parts of the space alone need a smaller sensor", () => {
  // All addresses less 127/8 and 224/8; less 0/8, 127/8 and everything from 224.0.0.0 up.
  const claim = { ...xs4all, population: 228_949, ratePerMinute: 358 };
  expectClose(sensorSize({ ...claim, scannedAddresses: ipv4Addresses * (254 / 256) }), 829.1057987736118);
  expectClose(sensorSize({ ...claim, scannedAddresses: ipv4Addresses * (222 / 256) }), 724.6515249123694);
});

test("a sensor of the reconciling size counts just the count", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 100_000, max: 400_000 }), fc.double({ min: 10, max: 1000, noNaN: true }), (count, population, ratePerMinute) => {
      const monitoredAddresses = sensorSize({ count, population, ratePerMinute, windowHours: 8 });
      expectClose(distinctSeen(population, 8, { ratePerMinute, monitoredAddresses }), count);
    }),
  );
});
