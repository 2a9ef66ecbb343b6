import { expect, test } from "vitest";
import { blockAddresses, ipv4Addresses } from "../../src/model/address-space.ts";

test("a block of each prefix length has the addresses its length leaves open", () => {
  expect([0, 8, 16, 24, 32].map(blockAddresses)).toEqual([ipv4Addresses, 16_777_216, 65_536, 256, 1]);
});
