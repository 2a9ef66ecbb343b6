import type { CountriesAggregate, CountryEntry } from "../aggregates/countries.ts";
import type { Get } from "../aggregates/all.ts";
import { fixedWords } from "../schema/format.ts";
import { missingWords } from "../schema/missing.ts";
import type { FigureSource, FigureTable } from "./figure.ts";

/** The table of 19 July 2001 by country. */
export const july = (get: Get): CountriesAggregate => get("countries-caida-2001-07-19");

/** Addresses per 1,000 internet users, or null where it cannot be stated. */
export const perThousand = ({ perThousandInternetUsers: rate }: CountryEntry): number | null => ("missing" in rate ? null : rate.value);

/** The rate with two decimals, or why there is none. */
export const rateWords = ({ perThousandInternetUsers: rate }: CountryEntry): string => ("missing" in rate ? missingWords[rate.missing] : fixedWords(rate.value, 2));

/** A share of all addresses with one decimal: `43.9 %`. */
export const shareWords = (share: number): string => `${fixedWords(share * 100, 1)}\u00a0%`;

/** Countries that have a rate, highest first. */
export const byRate = (get: Get): (CountryEntry & { readonly rankByInternetUsers: number })[] =>
  july(get)
    .rows.filter((row): row is CountryEntry & { readonly rankByInternetUsers: number } => row.rankByInternetUsers !== null)
    .toSorted((a, b) => a.rankByInternetUsers - b.rankByInternetUsers);

/** Countries by number of addresses, most first. */
export const byHosts = (get: Get): CountryEntry[] => july(get).rows.toSorted((a, b) => a.rankByHosts - b.rankByHosts);

/** First of a list. @throws where the list is empty */
export function first<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("the table of 19 July 2001 has no country");
  return row;
}

/** Columns of every table of countries. */
export const countryColumns: FigureTable["columns"] = [
  { key: "rank", label: "Rank by count", numeric: true },
  { key: "country", label: "Country" },
  { key: "hosts", label: "Addresses, 19 July 2001", numeric: true },
  { key: "share", label: "Share of all", numeric: true },
  { key: "users", label: "Internet users, 2001", numeric: true },
  { key: "rate", label: "Addresses per 1,000 users (derived)", numeric: true },
  { key: "rateRank", label: "Rank by rate", numeric: true },
  { key: "usersSource", label: "Source of users" },
];

/** One country as a row of those columns. */
export function countryRow(row: CountryEntry): FigureTable["rows"][number] {
  const rate = row.perThousandInternetUsers;
  return {
    rank: row.rankByHosts,
    country: row.name,
    hosts: row.hosts,
    share: shareWords(row.share),
    users: "missing" in rate ? missingWords[rate.missing] : rate.denominator,
    rate: rateWords(row),
    rateRank: row.rankByInternetUsers ?? missingWords.not_applicable,
    usersSource: "missing" in rate ? missingWords[rate.missing] : rate.denominatorSource,
  };
}

export const restName = "Everything else";

/** What the rest may hold, said wherever it is shown. */
export const restNote = "Everything else holds other countries and any address that was not placed in a country; the source does not part the two.";

/** Places in an order, in words; the table has ten countries. */
const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"] as const;

/** `3` → `third`. @throws beyond the tenth */
export function ordinalWords(place: number): string {
  const words = ordinals[place - 1];
  if (words === undefined) throw new Error(`no word for place ${String(place)}`);
  return words;
}

/** The addresses that the source does not break down, as a row of those columns. */
export const restRow = (get: Get): FigureTable["rows"][number] => {
  const { hosts, share } = july(get).notBrokenDown;
  return { rank: missingWords.not_applicable, country: `${restName}: other countries, or not placed`, hosts, share: shareWords(share), users: missingWords.not_applicable, rate: missingWords.not_published, rateRank: missingWords.not_applicable, usersSource: missingWords.not_applicable };
};

/** Where the counts and the denominators come from. */
export function countrySources(get: Get): FigureSource[] {
  const card = get("datasets").rows.find(({ id }) => id === july(get).dataset);
  if (card === undefined) throw new Error(`the dataset ${july(get).dataset} has no card`);
  const { author, title, publisher, date, url, mirror } = card.source;
  const text = [author, `${title}, Table I`, publisher, date].filter((part) => part !== null).join(", ");
  return [mirror || url === null ? { text } : { text, url }, { text: "Internet users of 2001: World Bank, World Development Indicators, IT.NET.USER.ZS; for Taiwan, CIA World Factbook 2002" }];
}

/** What was counted, where and when, by whom: the common start of the subtitles. */
export const countedWords = "infected addresses seen by CAIDA’s telescope on 19 July 2001 (UTC)";
