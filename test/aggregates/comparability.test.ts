import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { comparability } from "../../src/aggregates/comparability.ts";
import { matrixTitle } from "../../src/components/comparability.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const matrix = comparability(records);
const pairOf = (id: string) => {
  const found = matrix.rows.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no pair ${id}`);
  return found;
};

describe("the matrix of the article's numbers", () => {
  it("holds every number of the article, CAIDA's table, CERT's estimate and SANS's hourly count, each pair once", () => {
    const ids = matrix.claims.map((claim) => claim.id);
    const article = records.claims.filter((row) => row.in_idg_article && (row.value !== null || row.value_low !== null)).map((row) => row.id);
    expect([...ids].sort()).toEqual([...article, "caida-07", "cert-03", "sans-hourly-50672"].sort());
    expect(matrix.rows).toHaveLength((ids.length * (ids.length - 1)) / 2);
    expect(new Set(matrix.rows.map((row) => [row.a, row.b].sort().join())).size).toBe(matrix.rows.length);
  });

  it("counts its verdicts", () => {
    expect(matrix.counts.compare + matrix.counts.adjust + matrix.counts.do_not_compare).toBe(matrix.rows.length);
  });

  it("lets hardly any pair compare as it stands, and so has this title", () => {
    expect(matrix.counts).toEqual({ compare: 0, adjust: 3, do_not_compare: 75 });
    expect(matrixTitle(matrix.counts)).toBe("None of these pairs compares directly");
  });

  it("sets XS4ALL's night beside SANS's total only after adjusting for vantage, start and kind of total", () => {
    const pair = pairOf("xs4all-unique-8h--sans-cumulative");
    expect(pair).toMatchObject({ verdict: "adjust", short: "vantage differs" });
    expect(pair.reasons.map((reason) => reason.rule)).toEqual(["vantage-differs", "start-assumed", "total-and-window"]);
    expect(pair.reasons.every((reason) => reason.adjustment !== null)).toBe(true);
  });

  it("never sets XS4ALL's share of probes beside its share of machines", () => {
    expect(pairOf("xs4all-asia-probes--xs4all-asia-machines")).toMatchObject({ verdict: "do_not_compare", short: "unlike units" });
  });

  it("never sets a number of July beside one of August", () => {
    const july = ["fsecure-nine-hours", "fsecure-korea", "caida-07"];
    const mixed = matrix.rows.filter((row) => july.includes(row.a) !== july.includes(row.b));
    expect(mixed.length).toBeGreaterThan(0);
    expect(mixed.filter((row) => row.verdict !== "do_not_compare" || row.short !== "different waves")).toEqual([]);
  });

  it("never sets SANS's hour beside its running total, and sees one pool in both names", () => {
    const pair = pairOf("sans-cumulative--sans-hourly-50672");
    expect(pair.verdict).toBe("do_not_compare");
    expect(pair.reasons.map((reason) => reason.field)).not.toContain("vantage");
  });

  it("gives every pair that does not compare a reason, with what both sides say of it", () => {
    expect(matrix.rows.filter((row) => row.verdict !== "compare" && (row.reasons.length === 0 || row.short === "")).map((row) => row.id)).toEqual([]);
    expect(matrix.rows.flatMap((row) => row.reasons).filter((reason) => reason.aSays === "" || reason.bSays === "")).toEqual([]);
  });
});

describe("the title of the matrix", () => {
  it("says none only where none compares", () => {
    expect(matrixTitle({ compare: 0, adjust: 3, do_not_compare: 75 })).toBe("None of these pairs compares directly");
    expect(matrixTitle({ compare: 2, adjust: 3, do_not_compare: 73 })).toBe("Almost none of these pairs compare directly");
  });

  it("is refused when more than one pair in twenty compares", () => {
    expect(() => matrixTitle({ compare: 6, adjust: 4, do_not_compare: 90 })).toThrow("6 of 100 pairs compare: the matrix needs another title");
  });
});
