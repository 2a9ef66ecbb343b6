import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { numbers, printedNumbers, spokenNumber } from "../../src/aggregates/numbers.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const { rows, sizeClasses } = numbers(records);
const numberOf = (value: number) => {
  const found = rows.find((row) => row.value === value);
  if (found === undefined) throw new Error(`no number ${value}`);
  return found;
};
const mistakesOf = (value: number, claim: string) => numberOf(value).meanings.find((meaning) => meaning.claim === claim)?.mistakes.map((mistake) => mistake.takenFor);

describe("the number finder", () => {
  it.each([228_949, 359_000, 250_000, 7_528, 177_619, 2_600_000_000])("knows %d, a number seen in print", (value) => {
    expect(numberOf(value).meanings.length).toBeGreaterThan(0);
  });

  it("lists every number of every claim once, smallest first, each with an address of its own", () => {
    const values = rows.map((row) => row.value);
    expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(rows.filter((row) => !/^n-\d+(?:-\d+)?$/.test(row.id)).map((row) => row.id)).toEqual([]);
    const withNumber = records.claims.filter((claim) => claim.value !== null || claim.operator === "range").map((claim) => claim.id);
    const shown = new Set(rows.flatMap((row) => row.meanings.map((meaning) => meaning.claim)));
    expect([...shown].sort()).toEqual(withNumber.sort());
  });

  it("puts every number into a size class of the index", () => {
    expect(numberOf(80).sizeClass).toBe("under-a-hundred");
    expect(numberOf(100_000).sizeClass).toBe("hundreds-of-thousands");
    expect(numberOf(2_600_000_000).sizeClass).toBe("billions");
    expect(rows.filter((row) => !sizeClasses.some((size) => size.id === row.sizeClass))).toEqual([]);
  });

  it("keeps claims apart that share a number", () => {
    expect(numberOf(250_000).meanings.map((meaning) => meaning.claim)).toEqual(expect.arrayContaining(["fsecure-nine-hours", "cert-02", "gao-01", "cw-01"]));
  });

  it("takes both ends of a range, and no low end that the source does not print", () => {
    expect(numberOf(75).meanings.map((meaning) => meaning.claim)).toContain("xs4all-asia-machines");
    expect(rows.map((row) => row.value)).not.toContain(140_000);
    expect(printedNumbers({ operator: "lt", value: 150_000, low: 140_000, high: 150_000 })).toEqual([150_000]);
    expect(printedNumbers({ operator: "gt", value: 350_000, low: 350_000, high: 500_000 })).toEqual([350_000, 500_000]);
  });

  it("says round millions and billions in words, and exact numbers in digits alone", () => {
    expect(spokenNumber(2_600_000_000)).toBe("2.6 billion");
    expect(spokenNumber(2_200_000)).toBe("2.2 million");
    expect(spokenNumber(4_478_473)).toBeNull();
    expect(spokenNumber(359_000)).toBeNull();
  });
});

describe("what a number is mistaken for", () => {
  it("follows from its claim: a running total, addresses, an outbreak, a bound, an argument, a forecast", () => {
    expect(mistakesOf(228_949, "sans-cumulative")).toEqual(expect.arrayContaining(["The number infected at one time", "Machines"]));
    expect(mistakesOf(359_104, "caida-07")).toContain("A figure for the restart in August");
    expect(mistakesOf(100_000, "symantec-bound")).toContain("An estimate");
    expect(mistakesOf(150_000, "kaspersky-denial")).toContain("A count");
    expect(mistakesOf(350_000, "nipc-01")).toContain("A count");
    expect(mistakesOf(80, "xs4all-asia-probes")).toContain("A share of machines");
    expect(mistakesOf(50_672, "sans-hourly-50672")).toContain("A running total");
  });

  it("names the joint alert as the origin of F-Secure's figure, and gives F-Secure's own from the ledger", () => {
    const known = numberOf(250_000).meanings.find((meaning) => meaning.claim === "fsecure-nine-hours")?.mistakes[0];
    expect(known).toMatchObject({ takenFor: "A count by F-Secure" });
    expect(known?.truly).toContain("about 300,000");
  });
});
