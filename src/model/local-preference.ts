import { ipv4Addresses } from "./address-space.ts";
import { notNegative, share } from "./argument.ts";

/** Where a worm looks for targets. The three shares (0..1) add up to 1. */
export interface TargetPreference {
  readonly anywhere: number;
  /** Inside the scanner's own /8. */
  readonly sameEight: number;
  /** Inside the scanner's own /16. */
  readonly sameSixteen: number;
}

/**
 * Code Red II, from 4 August 2001: one attempt in eight goes anywhere, four to the scanner's own /8, three to its own /16.
 * Nazario, Defense and Detection Strategies against Internet Worms, 2004; Aycock, Computer Viruses and Malware, 2006.
 */
export const codeRedTwo: TargetPreference = { anywhere: 1 / 8, sameEight: 4 / 8, sameSixteen: 3 / 8 };

/** How near the scanner is to the sensor. A sensor counts as within one /16. */
export type Nearness = "far" | "same /8" | "same /16";

/**
 * Hits a sensor gets from one attempt, against an attempt at random: 1 for a uniform scanner, whatever the size of the sensor.
 * With local preference a sensor sees its neighbours and little else, so no single weight turns its count into a population.
 * Throws ModelArgumentError.
 */
export function hitsAgainstUniform({ anywhere, sameEight, sameSixteen }: TargetPreference, nearness: Nearness): number {
  const total = share("anywhere", anywhere) + share("sameEight", sameEight) + share("sameSixteen", sameSixteen);
  notNegative("1e-9 - |sum of shares - 1|", 1e-9 - Math.abs(total - 1));
  if (nearness === "far") return anywhere;
  const eight = anywhere + (sameEight * ipv4Addresses) / 2 ** 24;
  return nearness === "same /8" ? eight : eight + (sameSixteen * ipv4Addresses) / 2 ** 16;
}
