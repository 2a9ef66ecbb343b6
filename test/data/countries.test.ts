import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const outlines = new Set(records.atlas.objects.countries.geometries.map((shape) => String(shape.id)));
const byIso2 = new Map(records.normalisers.map((row) => [row.iso2, row]));
const byIso3 = new Map(records.normalisers.map((row) => [row.iso3, row]));

/** Countries for which some source prints a number or a rank; a region is not one. */
const named = [...new Set([...records.caidaCountries.map((row) => byIso2.get(row.iso3166)?.iso3 ?? row.iso3166), ...records.countryStatements.map((row) => row.country_iso3).filter((code) => !code.includes(" "))])].sort();

describe("every country that has data", () => {
  it.each(named)("%s has an outline in the atlas and people and internet users of 2001 to divide by", (iso3) => {
    const row = byIso3.get(iso3);
    expect(row?.population_2001).toBeGreaterThan(0);
    expect(row?.internet_users_2001).toBeGreaterThan(0);
    expect(outlines.has(row?.iso_numeric ?? "")).toBe(true);
  });

  it("includes South Korea, Taiwan, China and the United States", () => {
    expect(named).toEqual(expect.arrayContaining(["CHN", "KOR", "TWN", "USA"]));
  });
});

describe("Asia", () => {
  it("is a list of countries that each have an outline and a row of denominators", () => {
    expect(records.asia.filter((row) => !outlines.has(row.iso_numeric) || !byIso3.has(row.iso3)).map((row) => row.name)).toEqual([]);
  });

  it("holds the three countries that XS4ALL named", () => {
    expect(records.asia.map((row) => row.iso3)).toEqual(expect.arrayContaining(["KOR", "TWN", "CHN"]));
  });

  it("agrees with the denominators on the numbers of its countries", () => {
    for (const { iso3, iso_numeric } of records.asia) expect(byIso3.get(iso3)?.iso_numeric).toBe(iso_numeric);
  });
});

describe("the denominators of 2001", () => {
  it("never count more internet users than people", () => {
    const more = records.normalisers.filter((row) => row.population_2001 !== null && row.internet_users_2001 !== null && row.internet_users_2001 > row.population_2001);
    expect(more.map((row) => row.name)).toEqual([]);
  });

  it("name the source of every number of people and of users", () => {
    for (const row of records.normalisers) {
      if (row.population_2001 !== null) expect([row.iso3, row.population_source]).not.toEqual([row.iso3, ""]);
      if (row.internet_users_2001 !== null) expect([row.iso3, row.internet_users_source]).not.toEqual([row.iso3, ""]);
    }
  });
});

describe("CAIDA's table of 19 July", () => {
  const total = records.claims.find((claim) => claim.id === "caida-07")?.value ?? 0;

  it("is in order of hosts, and its ranks say so", () => {
    const hosts = records.caidaCountries.map((row) => row.hosts);
    expect(hosts).toEqual([...hosts].sort((a, b) => b - a));
    expect(records.caidaCountries.map((row) => row.rank)).toEqual(hosts.map((_, index) => index + 1));
  });

  it("prints percentages that are those of its total of 359,104", () => {
    for (const { hosts, hosts_pct } of records.caidaCountries) expect(Math.abs((hosts / total) * 100 - (hosts_pct ?? 0))).toBeLessThanOrEqual(0.01);
  });
});
