import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bareValue, fixedWords, numberWords, significantWords, type Valued, valueSigns, valueWords } from "../../src/schema/format.ts";
import { operators } from "../../src/schema/operator.ts";

const claim = (operator: Valued["operator"], value: number | null, sign?: "%" | "$"): Valued => ({ operator, value, low: null, high: null, sign });
const range = (low: number, high: number, sign?: "%" | "$"): Valued => ({ operator: "range", value: null, low, high, sign });
const noBreak = "\u00a0";

describe("a number in words", () => {
  it.each([
    [0, "0"],
    [700, "700"],
    [3950, "3,950"],
    [228_949, "228,949"],
    [1_234_567.25, "1,234,567.25"],
    [-1500, "\u22121,500"],
  ])("%d is %s", (value, words) => {
    expect(numberWords(value)).toBe(words);
  });

  it("reads back as the same number", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(Number(numberWords(value).replaceAll(",", ""))).toBe(value);
      }),
    );
  });

  it("has a comma before every group of three digits and nowhere else", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(numberWords(value)).toMatch(/^\d{1,3}(?:,\d{3})*$/);
      }),
    );
  });
});

describe("a rounded number", () => {
  it("prints all its decimals", () => {
    expect(fixedWords(3.4666, 1)).toBe("3.5");
    expect(fixedWords(30, 1)).toBe("30.0");
    expect(fixedWords(228_949 / 7528, 1)).toBe("30.4");
  });

  it("is never minus nothing but the sign of a number below zero", () => {
    expect(fixedWords(-2.5, 2)).toBe("\u22122.50");
  });

  it("keeps three figures without an exponent", () => {
    expect(significantWords(12_345)).toBe("12,300");
    expect(significantWords(0.012345)).toBe("0.0123");
  });
});

describe("a value with its operator", () => {
  it.each([
    [claim("eq", 7528), "7,528", "7,528"],
    [claim("approx", 80, "%"), `about 80${noBreak}%`, `≈ 80${noBreak}%`],
    [range(75, 80, "%"), `75–80${noBreak}%`, `75–80${noBreak}%`],
    [claim("lt", 100_000), "under 100,000", "< 100,000"],
    [claim("gt", 250_000), "more than 250,000", "> 250,000"],
    [claim("denied", 150_000), "disputes 150,000", "not > 150,000"],
    [claim("eq", 1200, "$"), "$1,200", "$1,200"],
    [claim("rank", null), "an order, no count", "an order, no count"],
    [claim("qualitative", null), "no number", "no number"],
    [claim("not_stated", null), "not stated", "not stated"],
  ])("%o is printed “%s”, and “%s” on a chart", (valued, words, signs) => {
    expect(valueWords(valued)).toBe(words);
    expect(valueSigns(valued)).toBe(signs);
  });

  it("keeps the source’s own word for a bound", () => {
    expect(valueWords({ ...claim("lt", 130_000), boundWord: "nearly" })).toBe("nearly 130,000");
    expect(valueWords({ ...claim("gt", 225_000), boundWord: "at least" })).toBe("at least 225,000");
    expect(valueWords({ ...claim("denied", 150_000), boundWord: "more than" })).toBe("disputes more than 150,000");
    expect(valueSigns({ ...claim("lt", 130_000), boundWord: "nearly" })).toBe("< 130,000");
  });

  it("refuses a word that turns a bound round", () => {
    expect(() => valueWords({ ...claim("lt", 130_000), boundWord: "at least" })).toThrow(RangeError);
    expect(() => valueWords({ ...claim("gt", 130_000), boundWord: "nearly" })).toThrow(RangeError);
  });

  it("never prints a bound or a disputed number as if it were a count", () => {
    fc.assert(
      fc.property(fc.constantFrom("lt", "gt", "denied", "approx"), fc.maxSafeNat(), (operator, value) => {
        expect(valueWords(claim(operator, value))).not.toBe(numberWords(value));
        expect(valueSigns(claim(operator, value))).not.toBe(numberWords(value));
      }),
    );
  });

  it("always says something", () => {
    for (const operator of operators) expect(valueWords(claim(operator, null))).not.toBe("");
  });

  it("has no bare number where the source gives none", () => {
    expect(bareValue(claim("rank", null))).toBe("");
  });
});
