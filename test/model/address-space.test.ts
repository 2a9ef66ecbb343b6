import { expect, test } from "vitest";
import { blockAddresses, ipv4Addresses, withoutLoopbackAnd224, withoutZeroLoopbackAndMulticast } from "../../src/model/address-space.ts";

test("a block of each prefix length has the addresses its length leaves open", () => {
  expect([0, 8, 16, 24, 32].map(blockAddresses)).toEqual([2 ** 32, 16_777_216, 65_536, 256, 1]);
});

test("the reduced spaces leave out 2 and 34 of 256 equal parts", () => {
  expect(withoutLoopbackAnd224 / ipv4Addresses).toBe(254 / 256);
  expect(withoutZeroLoopbackAndMulticast / ipv4Addresses).toBe(222 / 256);
});
