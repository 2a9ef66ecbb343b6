import { describe, expect, test } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { type Aggregate, allAggregates, type Get } from "../../src/aggregates/all.ts";
import { countRankRateRank } from "../../src/figures/count-rank-rate-rank.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { hostsByCountryBars } from "../../src/figures/hosts-by-country-bars.ts";
import { hostsByCountryMap } from "../../src/figures/hosts-by-country-map.ts";
import { shareOfEachTotal } from "../../src/figures/share-of-each-total.ts";
import { whoPublishedAGeography } from "../../src/figures/who-published-a-geography.ts";
import { readRecords } from "../../src/readers/records.ts";

const all = new Map(allAggregates(readRecords(readInputFiles())).map((each) => [each.id as string, each]));

/** Looks up real aggregates, with one of them changed where a test asks what would happen then. */
const getWith = (...changed: readonly Aggregate[]): Get => ((id: string) => changed.find((each) => each.id === id) ?? all.get(id)) as Get;
const get = getWith();

const figures: readonly Figure[] = [whoPublishedAGeography, hostsByCountryBars, hostsByCountryMap, countRankRateRank, shareOfEachTotal];

describe.each(figures)("$id", (figure) => {
  test("says in at most ten words what is true of the data", () => {
    expect(figure.holds(get)).toBe(true);
    expect(figure.title(get).split(" ").length).toBeLessThanOrEqual(10);
  });

  test("has an alternative text that ends in the table, and words for every cell", () => {
    expect(figure.alt(get)).toMatch(/Table follows\.$/);
    expect(figure.alt(get)).not.toMatch(/NaN|undefined|null/);
    const { columns, rows } = figure.table(get);
    for (const row of rows) for (const { key } of columns) expect(row[key], key).toBeDefined();
  });
});

describe("who published a geography", () => {
  test("the table has no number for a country but a rank", () => {
    const ofCountries = whoPublishedAGeography.table(get).rows.filter((row) => row["country"] !== "Asia");
    expect(ofCountries.map((row) => [row["country"], row["rank"], row["number"]])).toEqual([
      ["South Korea", "1", "an order, no count"],
      ["Taiwan", "2–3", "an order, no count"],
      ["China", "2–3", "an order, no count"],
    ]);
  });

  test("the title stops being claimed once a second organisation states a share", () => {
    const statements = get("geography-statements");
    const second = { ...statements, statements: statements.statements.map((each) => (each.organisation === "SANS" ? { ...each, kind: "share" as const, shareOfMachines: { low: 0.4, high: 0.5 } } : each)) };
    expect(whoPublishedAGeography.holds(getWith(second))).toBe(false);
  });
});

describe("countries of 19 July", () => {
  const july = get("countries-caida-2001-07-19");

  test("counts of the table and the part that is not broken down add up to the total", () => {
    const hosts = hostsByCountryBars.table(get).rows.map((row) => Number(row["hosts"]));
    expect(hosts).toHaveLength(july.rows.length + 1);
    expect(hosts.reduce((sum, each) => sum + each, 0)).toBe(july.total);
  });

  test("the title fails where one country leads both, as it then says nothing", () => {
    const rows = july.rows.map((row) => ({ ...row, rankByInternetUsers: row.rankByHosts }));
    expect(hostsByCountryBars.holds(getWith({ ...july, rows }))).toBe(false);
    expect(hostsByCountryMap.holds(getWith({ ...july, rows }))).toBe(false);
    expect(countRankRateRank.holds(getWith({ ...july, rows }))).toBe(false);
  });

  test("bars and maps show the same rows", () => {
    expect(hostsByCountryMap.table(get)).toEqual(hostsByCountryBars.table(get));
  });
});

test("a share of a bound stays a bound in words and table", () => {
  const symantec = shareOfEachTotal.table(get).rows.find((row) => row["organisation"] === "Symantec");
  expect([symantec?.["low"], symantec?.["high"]]).toEqual(["under 75,000", "under 80,000"]);
  expect(shareOfEachTotal.alt(get)).toContain("under 80,000");
});
