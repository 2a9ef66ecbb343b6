import { expect, test } from "vitest";
import { seededRandom } from "../../src/model/random.ts";
import { expectWithin } from "./close.ts";

const take = (random: () => number, count: number): number[] => Array.from({ length: count }, random);

test("the same seed gives the same numbers, another seed or stream others", () => {
  expect(take(seededRandom(20010802), 5)).toEqual(take(seededRandom(20010802), 5));
  expect(take(seededRandom(20010802), 5)).not.toEqual(take(seededRandom(20010803), 5));
  expect(take(seededRandom(20010802), 5)).not.toEqual(take(seededRandom(20010802, 1), 5));
  expect(take(seededRandom(1), 5)).not.toEqual(take(seededRandom(1 + 2 ** 32), 5));
});

test("it is the sfc32 of PractRand: the numbers do not change between versions", () => {
  expect(take(seededRandom(0), 4).map((u) => Math.floor(u * 2 ** 32))).toEqual(sfc32Words(0, 0, 0, 4));
  expect(take(seededRandom(20010802, 7), 4).map((u) => Math.floor(u * 2 ** 32))).toEqual(sfc32Words(20010802, 0, 7, 4));
});

/** The definition, written over unsigned big integers: tmp = a + b + counter++; a = b ^ b>>9; b = c + (c<<3); c = rotl(c, 21) + tmp. */
function sfc32Words(seedA: number, seedB: number, seedC: number, count: number): number[] {
  const mask = 0xffffffffn;
  let [a, b, c, counter] = [BigInt(seedA), BigInt(seedB), BigInt(seedC), 1n];
  const words: number[] = [];
  for (let i = 0; i < 15 + count; i += 1) {
    const word = (a + b + counter) & mask;
    counter = (counter + 1n) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = ((((c << 21n) | (c >> 11n)) & mask) + word) & mask;
    if (i >= 15) words.push(Number(word));
  }
  return words;
}

test("numbers lie strictly between 0 and 1 and spread evenly", () => {
  const numbers = take(seededRandom(5), 100_000);
  expect(Math.min(...numbers)).toBeGreaterThan(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  const tenths = Array.from({ length: 10 }, (_, k) => numbers.filter((u) => Math.floor(10 * u) === k).length);
  // Each tenth holds 10,000, with a standard deviation of 95.
  for (const inTenth of tenths) expectWithin(inTenth, 10_000, 4 * 95);
});
