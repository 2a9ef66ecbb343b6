import type { Records } from "../readers/records.ts";
import { siteName } from "../schema/country-name.ts";
import { type Missing, tooFew } from "../schema/missing.ts";
import { claimValue } from "./claim-value.ts";
import { recordFault } from "./record-fault.ts";

/** A rate with its denominator, the denominator's source and year; or why there is none. */
export type Rate = { readonly value: number; readonly denominator: number; readonly denominatorSource: string } | Missing;

/** One country of CAIDA's table of 19 July 2001. */
export interface CountryEntry {
  readonly iso3: string;
  readonly isoNumeric: string;
  readonly name: string;
  readonly hosts: number;
  /** Share of all addresses of the table, 0 to 1, computed. */
  readonly share: number;
  /** Percent as the source prints it. */
  readonly sharePercentAsPrinted: number | null;
  readonly rankByHosts: number;
  readonly perThousandInternetUsers: Rate;
  readonly rankByInternetUsers: number | null;
  readonly perMillionPeople: Rate;
}

export interface CountriesAggregate {
  readonly id: "countries-caida-2001-07-19";
  readonly title: string;
  readonly dataset: string;
  /** Claim that holds the total. */
  readonly totalClaim: string;
  readonly total: number;
  /** Year of every denominator unless its source says otherwise. */
  readonly denominatorYear: 2001;
  readonly rows: readonly CountryEntry[];
  /** Addresses in countries outside the top ten, which the source does not break down. */
  readonly notBrokenDown: { readonly hosts: number; readonly share: number };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function rate(hosts: number, denominator: number | null, per: number, source: string, least: number): Rate {
  if (denominator === null) return { missing: "not_published" };
  if (hosts < tooFew.hosts || denominator < least) return { missing: "too_few" };
  return { value: round((hosts / denominator) * per, 4), denominator, denominatorSource: source };
}

const valueOf = (value: Rate): number => ("missing" in value ? Number.NEGATIVE_INFINITY : value.value);

/** CAIDA's ten countries of 19 July 2001: counts, shares, and rates per 1,000 internet users and per million people of 2001. */
export function countries({ caidaCountries, normalisers, claims }: Records): CountriesAggregate {
  const totalClaim = "caida-07";
  const total = claimValue({ claims })(totalClaim);
  const byIso2 = new Map(normalisers.map((row) => [row.iso2, row]));
  const entries = caidaCountries.map((row) => {
    const denominators = byIso2.get(row.iso3166);
    if (denominators === undefined) throw recordFault("data/reference/normalisers-2001.csv", "iso2", row.iso3166, `a row for ${row.country}, which data/records/countries/caida-2001-07-19-countries.csv counts`);
    return {
      iso3: denominators.iso3,
      isoNumeric: denominators.iso_numeric,
      name: siteName(denominators),
      hosts: row.hosts,
      share: round(row.hosts / total, 6),
      sharePercentAsPrinted: row.hosts_pct,
      rankByHosts: row.rank,
      perThousandInternetUsers: rate(row.hosts, denominators.internet_users_2001, 1_000, denominators.internet_users_source, tooFew.internetUsers),
      perMillionPeople: rate(row.hosts, denominators.population_2001, 1_000_000, denominators.population_source, tooFew.internetUsers),
    };
  });
  const byRate = [...entries].sort((a, b) => valueOf(b.perThousandInternetUsers) - valueOf(a.perThousandInternetUsers)).map((entry) => entry.iso3);
  const named = entries.reduce((sum, entry) => sum + entry.hosts, 0);
  return {
    id: "countries-caida-2001-07-19",
    title: "Addresses infected by Code Red on 19 July 2001, by country, with denominators of 2001",
    dataset: "caida-2001-07-19-countries",
    totalClaim,
    total,
    denominatorYear: 2001,
    rows: entries.map((entry) => ({ ...entry, rankByInternetUsers: "missing" in entry.perThousandInternetUsers ? null : byRate.indexOf(entry.iso3) + 1 })),
    notBrokenDown: { hosts: total - named, share: round((total - named) / total, 6) },
  };
}
