import fs from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { countRankRateRank } from "../../src/figures/count-rank-rate-rank.ts";

const rowsOf = (file: string): Record<string, string>[] => parse(fs.readFileSync(path.resolve(import.meta.dirname, "../../data", file)), { columns: true, bom: true });

it("its objection says what the other source of internet users would give", () => {
  const users = new Map(rowsOf("reference/normalisers-2001.csv").map((row) => [row["iso2"], Number(row["factbook_users"])]));
  const counted = rowsOf("records/countries/caida-2001-07-19-countries.csv").flatMap(({ iso3166 = "", hosts }) => {
    const people = users.get(iso3166);
    return people === undefined ? [] : [{ iso3166, hosts: Number(hosts), rate: Number(hosts) / people }];
  });
  expect(counted).toHaveLength(10);
  const rank = (by: "hosts" | "rate", country: string): number => counted.toSorted((a, b) => b[by] - a[by]).findIndex(({ iso3166 }) => iso3166 === country) + 1;
  const gained = (country: string): number => rank("hosts", country) - rank("rate", country);
  expect([gained("CN"), gained("NL")]).toEqual([-1, 4]);
  expect(countRankRateRank.objection).toContain("China drops one place and not five, and the Netherlands climbs four");
});
