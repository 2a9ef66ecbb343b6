import { wholeNumber } from "./argument.ts";

/** All IPv4 addresses: the space a uniform scanner draws from unless told otherwise. */
export const ipv4Addresses = 2 ** 32;

/** Addresses in a block of the given prefix length: 256 for a /24, 65,536 for a /16. Throws ModelArgumentError unless a whole number from 0 to 32. */
export function blockAddresses(prefixLength: number): number {
  wholeNumber("32 - prefixLength", 32 - wholeNumber("prefixLength", prefixLength));
  return 2 ** (32 - prefixLength);
}
