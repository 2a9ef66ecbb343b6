import { wholeNumber } from "./argument.ts";

/** All IPv4 addresses: the space a uniform scanner draws from unless told otherwise. */
export const ipv4Addresses = 2 ** 32;

const slashEight = 2 ** 24;

/** All addresses less 127/8 and 224/8. */
export const withoutLoopbackAnd224 = ipv4Addresses - 2 * slashEight;

/** All addresses less 0/8, 127/8 and everything from 224.0.0.0 up (224/3). */
export const withoutZeroLoopbackAndMulticast = ipv4Addresses - 2 * slashEight - 2 ** 29;

/** Addresses in a block of the given prefix length: 256 for a /24, 65,536 for a /16. Throws ModelArgumentError unless a whole number from 0 to 32. */
export function blockAddresses(prefixLength: number): number {
  wholeNumber("32 - prefixLength", 32 - wholeNumber("prefixLength", prefixLength));
  return 2 ** (32 - prefixLength);
}
