import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { type ClaimEntry, claims } from "../../src/aggregates/claims.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const ledger = claims(records).rows;

function claim(id: string): ClaimEntry {
  const found = ledger.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return found;
}

/** What the article of 2 August 2001 says, row by row: operator, numbers, noun, quantity and hours. */
const article = [
  { id: "xs4all-unique-8h", operator: "eq", value: 7528, low: null, high: null, unit: "unique source IPs", quantity: "source_addresses", start: "2001-08-01T22:00Z", end: "2001-08-02T06:00Z", bases: ["stated", "stated"] },
  { id: "xs4all-unique-wednesday", operator: "eq", value: 3950, low: null, high: null, unit: "unique source IPs", quantity: "source_addresses", start: "2001-07-31T22:00Z", end: "2001-08-01T22:00Z", bases: ["assumed", "assumed"] },
  { id: "xs4all-half-hour", operator: "eq", value: 700, low: null, high: null, unit: "'unique attacks'", quantity: "attacks", start: null, end: null, bases: ["not_stated", "not_stated"] },
  { id: "xs4all-asia-machines", operator: "range", value: null, low: 75, high: 80, unit: "percent share", quantity: "share_of_machines", start: null, end: null, bases: ["not_stated", "not_stated"] },
  { id: "xs4all-asia-probes", operator: "approx", value: 80, low: null, high: null, unit: "percent share", quantity: "share_of_probes", start: "2001-08-01T22:00Z", end: "2001-08-02T06:00Z", bases: ["stated", "stated"] },
  { id: "sans-cumulative", operator: "eq", value: 228_949, low: null, high: null, unit: "unique source IPs (reported as 'infections')", quantity: "source_addresses", start: null, end: "2001-08-02T11:00Z", bases: ["not_stated", "stated"] },
  { id: "symantec-bound", operator: "lt", value: 100_000, low: null, high: 100_000, unit: "infected servers", quantity: "machines", start: null, end: null, bases: ["not_stated", "not_stated"] },
  { id: "kaspersky-denial", operator: "denied", value: 150_000, low: null, high: null, unit: "infected systems (argument, not a count)", quantity: "machines", start: null, end: null, bases: ["not_stated", "not_stated"] },
  { id: "fsecure-nine-hours", operator: "gt", value: 250_000, low: null, high: null, unit: "infected servers", quantity: "machines", start: null, end: null, bases: ["not_stated", "not_stated"] },
  { id: "fsecure-korea", operator: "gt", value: 10, low: null, high: null, unit: "percent share", quantity: "share_of_machines", start: "2001-07-19T00:00Z", end: "2001-07-20T00:00Z", bases: ["stated", "stated"] },
] as const;

describe("the statements of the article", () => {
  it.each(article)("$id has its operator, numbers, noun and quantity", ({ id, operator, value, low, high, unit, quantity }) => {
    expect(claim(id)).toMatchObject({ operator, value, low, high, unit, quantity, inIdgArticle: true });
  });

  it.each(article)("$id has its hours, and says whether they are stated", ({ id, start, end, bases: [startBasis, endBasis] }) => {
    expect(claim(id).window).toEqual({ start, end, startBasis, endBasis });
  });

  it("XS4ALL's eight hours are eight, and stop five hours before SANS's total", () => {
    expect(claim("xs4all-unique-8h").windowHours).toBe(8);
    expect(Date.parse(claim("sans-cumulative").window.end ?? "") - Date.parse(claim("xs4all-unique-8h").window.end ?? "")).toBe(5 * 3_600_000);
  });

  it("SANS's start is open: the article does not state it", () => {
    const { window, windowHours, windowWords, accumulation } = claim("sans-cumulative");
    expect(window.start).toBeNull();
    expect(windowHours).toBeNull();
    expect(windowWords).toBe("start not stated; to 2 August, 11:00 UTC");
    expect(accumulation).toBe("cumulative");
  });

  it("the disputed number and the bounds are printed as such", () => {
    expect(["kaspersky-denial", "symantec-bound", "fsecure-nine-hours", "fsecure-korea"].map((id) => claim(id).signs)).toEqual(["not > 150,000", "< 100,000", "> 250,000", "> 10\u00a0%"]);
  });

  it("the words before a bound are the source's: “well under”, “nearly”, “almost”, “at least”, “over”", () => {
    const evidence = new Map(records.claims.map((row) => [row.id, row.evidence.toLowerCase()]));
    for (const { id, boundWord, operator } of ledger) {
      expect(boundWord !== null, id).toBe(operator === "lt" || operator === "gt" || operator === "denied");
      const printed = evidence.get(id) ?? "";
      if (/\b(?:nearly|almost)\b/.test(printed) && operator === "lt") expect(boundWord, id).toBe("nearly");
      if (printed.includes("well under")) expect(boundWord, id).toBe("well under");
      if (printed.includes("at least") && operator === "gt") expect(boundWord, id).toBe("at least");
      if (/\bover \d/.test(printed) && operator === "gt") expect(boundWord, id).toBe("over");
    }
    expect(claim("symantec-bound")).toMatchObject({ words: "under 100,000", wordsAsStated: "well under 100,000", howStated: "well under, a bound" });
    expect(claim("kaspersky-denial").words).toBe("disputes more than 150,000");
  });

  it("the nine hours of July have no day of their own", () => {
    for (const id of ["fsecure-nine-hours", "cert-02", "gao-01"]) expect(claim(id)).toMatchObject({ windowHours: null, windowWords: "nine hours (day not stated; 19 July assumed)" });
  });

  it("SANS's August counter has a start only where a source says “since the worm reawoke”", () => {
    const dated = ledger.filter(({ id, accumulation, wave, window }) => id.startsWith("sans-") && accumulation === "cumulative" && wave === "august" && window.start !== null);
    expect(dated.map(({ id }) => id)).toEqual(["sans-12"]);
  });

  it("what Microsoft's pages showed is IDG's finding", () => {
    expect(claim("microsoft-front-pages")).toMatchObject({ organisation: "IDG News Service", relayedBy: null });
  });

  it("the sum of CAIDA's four rows is exact, and ours", () => {
    const rows = /^Korea (\d+) ... China (\d+) ... Taiwan (\d+) ... Japan (\d+)$/.exec(claim("caida-13").evidence ?? "");
    expect(claim("caida-13")).toMatchObject({ operator: "eq", status: "derived", value: rows?.slice(1).reduce((sum, each) => sum + Number(each), 0) });
  });

  it("the two shares of Asia are not taken for one: probes and machines", () => {
    expect(claim("xs4all-asia-probes").quantity).not.toBe(claim("xs4all-asia-machines").quantity);
  });

  it("SANS and Symantec gave no figure for any country", () => {
    for (const id of ["sans-breakdown-in-progress", "sans-asia-unconfirmed", "symantec-asia-probable"]) expect(claim(id).value).toBeNull();
  });
});

describe("the ledger", () => {
  it("never turns an edge that is not stated into a time", () => {
    for (const { window } of ledger) {
      expect(window.start === null).toBe(window.startBasis === "not_stated");
      expect(window.end === null).toBe(window.endBasis === "not_stated");
    }
  });

  it("keeps the July outbreak apart from the restart of 1 August", () => {
    expect(claim("caida-07")).toMatchObject({ value: 359_104, wave: "july", operator: "eq" });
    for (const { id } of article.filter((each) => !each.id.startsWith("fsecure"))) expect(claim(id).wave).toBe("august");
  });
});

describe("the recorded datasets", () => {
  it("hold XS4ALL's three counts as its claims do", () => {
    const rows = records.series.get("xs4all-2001-08") ?? [];
    expect(rows.map((row) => row.value)).toEqual(["xs4all-unique-wednesday", "xs4all-unique-8h", "xs4all-half-hour"].map((id) => claim(id).value));
  });

  it("give every linked value of a series the number of its claim", () => {
    for (const [dataset, rows] of records.series)
      for (const row of rows) {
        if (row.claim === undefined || row.claim === "") continue;
        const { value, operator } = claim(row.claim);
        expect({ dataset, claim: row.claim, value: row.value, operator: row.operator }).toEqual({ dataset, claim: row.claim, value, operator });
      }
  });
});
