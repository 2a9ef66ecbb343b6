import { wholeNumber } from "./argument.ts";

/** Draws numbers evenly from the open interval (0, 1). The same seed gives the same numbers on every machine. */
export type Random = () => number;

/**
 * sfc32, the 32-bit "small fast counting" generator of Chris Doty-Humphrey's PractRand test suite (public domain).
 * Seeded as there: three words of state from the seed, the counter at 1, the first 15 numbers thrown away.
 * seed: a whole number from 0 to 2⁵³ − 1; stream: another one, for independent draws under one seed. Throws ModelArgumentError.
 */
export function seededRandom(seed: number, stream = 0): Random {
  wholeNumber("seed", seed);
  wholeNumber("stream", stream);
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = stream | 0;
  let counter = 1;
  const next = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    // Half a step up keeps 0 out, whose logarithm is wanted below.
    return ((out >>> 0) + 0.5) / 4294967296;
  };
  for (let i = 0; i < 15; i += 1) next();
  return next;
}
