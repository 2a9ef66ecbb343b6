import type { Records } from "../readers/records.ts";
import { countries } from "./countries.ts";

/** One country in CAIDA's two tables of the same addresses. */
export interface NamedOrLocated {
  readonly iso3: string;
  readonly name: string;
  /** Last label of the names, with its dot. */
  readonly domain: string;
  /** Addresses located in the country. */
  readonly located: number;
  /** Addresses whose name ends in the country's label. */
  readonly named: number;
  /** Per cent of all addresses. */
  readonly locatedPercent: number;
  readonly namedPercent: number;
  /** Located less named, percentage points. */
  readonly gapPoints: number;
}

export interface NamedOrLocatedAggregate {
  readonly id: "named-or-located-2001-07-19";
  readonly title: string;
  /** Dataset of the names. */
  readonly dataset: string;
  readonly total: number;
  readonly withoutName: number;
  readonly withoutNamePercent: number;
  /** Countries in both tables, the widest gap first. */
  readonly rows: readonly NamedOrLocated[];
}

/** The last label that a country's names end in: its code of two letters, but for one. */
const labelOf = (iso2: string): string => (iso2 === "GB" ? "uk" : iso2.toLowerCase());

/**
 * The countries that stand in CAIDA's table by location and in its table by name, of the same addresses of 19 July 2001.
 * @throws when the table of names does not say how many had none
 */
export function namedOrLocated(records: Records): NamedOrLocatedAggregate {
  const { total, rows } = countries(records);
  const iso2 = new Map(records.normalisers.map((row) => [row.iso3, row.iso2]));
  const percent = (hosts: number): number => (hosts / total) * 100;
  const withoutName = records.caidaTlds.find(({ tld }) => tld === "Unknown")?.hosts;
  if (withoutName === undefined) throw new Error("CAIDA’s table of names has no row for addresses without one");
  return {
    id: "named-or-located-2001-07-19",
    title: "Addresses of 19 July 2001 by location and by host name, in the countries that both tables hold",
    dataset: "caida-2001-07-19-tlds",
    total,
    withoutName,
    withoutNamePercent: percent(withoutName),
    rows: rows
      .flatMap(({ iso3, name, hosts: located }) => {
        const label = labelOf(iso2.get(iso3) ?? "");
        const named = records.caidaTlds.find(({ tld }) => tld === label)?.hosts;
        return named === undefined ? [] : [{ iso3, name, domain: `.${label}`, located, named, locatedPercent: percent(located), namedPercent: percent(named), gapPoints: percent(located) - percent(named) }];
      })
      .toSorted((a, b) => Math.abs(b.gapPoints) - Math.abs(a.gapPoints)),
  };
}
