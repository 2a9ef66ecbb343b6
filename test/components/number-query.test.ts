import { describe, expect, it } from "vitest";
import { answers, nearestValues, readQuery } from "../../src/components/number-query.ts";

describe("what a reader types into the number finder", () => {
  it.each([
    ["228949", 228_949],
    ["228,949", 228_949],
    ["228 949", 228_949],
    ["228.949", 228_949],
    ["150'000", 150_000],
    ["2.6 billion", 2_600_000_000],
    ["$2.6bn", 2_600_000_000],
    ["2.2 million", 2_200_000],
    ["359k", 359_000],
    ["< 100,000", 100_000],
    ["under 100,000", 100_000],
    ["80 %", 80],
    ["75 percent", 75],
    ["6.4", 6.4],
    ["700 machines", 700],
  ])("%s means %d", (typed, value) => {
    expect(readQuery(typed).value).toBe(value);
  });

  it.each(["XS4ALL", "Symantec", "code red ii", "11:00"])("%s is a word, not a number", (typed) => {
    expect(readQuery(typed).value).toBeNull();
  });

  it("finds the number as soon as its first digits stand there, and no other once it is written out with a word", () => {
    expect(answers(readQuery("2289"), 228_949, "")).toBe(true);
    expect(answers(readQuery("228,949"), 228_949, "")).toBe(true);
    expect(answers(readQuery("2.6 billion"), 2_600_000_000, "")).toBe(true);
    expect(answers(readQuery("2 million"), 2_000_000_000, "")).toBe(false);
    expect(answers(readQuery("7528"), 228_949, "mentions 7528")).toBe(false);
  });

  it("names the values nearest to one that nobody printed, each once, smallest first", () => {
    expect(nearestValues(100, [90, 105, 105, 1, 120, 5000])).toEqual([90, 105, 120]);
    expect(nearestValues(100, [])).toEqual([]);
  });

  it("finds words in what an entry says, and everything when nothing is typed", () => {
    expect(answers(readQuery("symantec"), 100_000, "Symantec: under 100,000")).toBe(true);
    expect(answers(readQuery("obit"), 100_000, "Symantec: under 100,000")).toBe(false);
    expect(answers(readQuery("  "), 1, "")).toBe(true);
  });
});
