import { z } from "zod";
import { countCell, optionalCount, optionalNumber, optionalPercent, optionalText, textCell } from "./cell.ts";

const iso2 = z.string().regex(/^[A-Z]{2}$/, { error: "two capital letters, ISO 3166-1 alpha-2" });
const iso3 = z.string().regex(/^[A-Z]{3}$/, { error: "three capital letters, ISO 3166-1 alpha-3" });
const numeric = z.string().regex(/^\d{3}$/, { error: "three digits with leading zeros, ISO 3166-1 numeric" });
const optionalYear = z.string().refine((text) => text === "" || /^\d{4}$/.test(text), { error: "a year of four digits, or nothing" });

/** A row of a published table of infected hosts by country. */
export const countryHostsRowSchema = z.object({
  rank: countCell,
  /** The name as the source prints it. */
  country: textCell,
  iso3166: iso2,
  hosts: countCell,
  /** Percent as printed, of the total the source states. */
  hosts_pct: optionalPercent,
});
export type CountryHostsRow = z.infer<typeof countryHostsRowSchema>;

/** A row of `hitotsubashi-countries.csv`: attacks and hosts by country, four worms together. */
export const countryAttacksRowSchema = z.object({ country_iso2: textCell, attacks: countCell, source_hosts: countCell });

/** A row of a table of hosts by top-level domain. */
export const tldHostsRowSchema = z.object({ rank: optionalCount, tld: textCell, hosts: countCell, hosts_pct: optionalPercent });
export type TldHostsRow = z.infer<typeof tldHostsRowSchema>;

/** A row of a table of hosts by domain. */
export const domainHostsRowSchema = z.object({ rank: optionalCount, domain: textCell, hosts: countCell, hosts_pct: optionalPercent });

/** What was printed about one country by one source: counts and shares keep the marks they were printed with (`>10`, `75-80`). */
export const countryStatementRowSchema = z.object({
  dataset: textCell,
  as_of_utc: textCell,
  window: optionalText,
  country_iso3: z.string().regex(/^(?:[A-Z]{3}|ASIA \(region\))$/, { error: "three capital letters, or ASIA (region)" }),
  count: optionalText,
  share_percent: z.string().regex(/^(?:|[<>~]?\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?)$/, { error: "a percentage as printed, such as 43.91, ~80, 75-80 or >10, or nothing" }),
  rank: z.string().regex(/^(?:|\d+(?:-\d+)?)$/, { error: "a rank such as 1 or 2-3, or nothing" }),
  source_url: textCell,
  directness: z.enum(["primary", "quoted"], { error: "primary or quoted" }),
  comments: optionalText,
});
export type CountryStatementRow = z.infer<typeof countryStatementRowSchema>;

/** Denominators of one country for 2001: a row of `data/reference/normalisers-2001.csv`. */
export const normaliserRowSchema = z.object({
  iso3,
  iso2,
  iso_numeric: numeric,
  name: textCell,
  population_2001: optionalCount,
  population_source: optionalText,
  internet_users_per100_2001: optionalNumber,
  internet_users_2001: optionalCount,
  internet_users_source: optionalText,
  factbook_users: optionalCount,
  factbook_users_year: optionalYear,
  factbook_edition: optionalYear,
  note: optionalText,
  /** IPv4 addresses delegated to registrants of the country by 1 August 2001. */
  ipv4_delegated_20010801: optionalCount,
});
export type NormaliserRow = z.infer<typeof normaliserRowSchema>;

/** A member of UN M49 region 142, Asia: a row of `data/reference/asia-m49.csv`. */
export const asiaRowSchema = z.object({ iso_numeric: numeric, iso3, name: textCell, note: optionalText });
export type AsiaRow = z.infer<typeof asiaRowSchema>;
