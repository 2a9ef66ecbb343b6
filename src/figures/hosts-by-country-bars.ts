import type { Get } from "../aggregates/all.ts";
import { type CountryBar, countryBars } from "../charts/country-bars.ts";
import { numberWords } from "../schema/format.ts";
import { byHosts, byRate, countedWords, countryColumns, countryRow, countrySources, first, july, perThousand, rateWords, restName, restNote, restRow, shareWords } from "./country-rows.ts";
import type { Figure } from "./figure.ts";

const countBars = (get: Get): CountryBar[] => {
  const { notBrokenDown } = july(get);
  return [
    ...byHosts(get).map((row): CountryBar => ({ key: row.iso3, name: row.name, value: row.hosts, words: `${numberWords(row.hosts)} · ${shareWords(row.share)}`, ink: "recorded" })),
    { key: "rest", name: restName, value: notBrokenDown.hosts, words: `${numberWords(notBrokenDown.hosts)} · ${shareWords(notBrokenDown.share)}`, ink: "rest" },
  ];
};

const rateBars = (get: Get): CountryBar[] => byRate(get).map((row) => ({ key: row.iso3, name: row.name, value: perThousand(row) ?? 0, words: rateWords(row), ink: "derived" }));

/** Ten countries by count, and the same ten by count per internet user. */
export const hostsByCountryBars: Figure = {
  id: "hosts-by-country-bars",
  from: ["countries-caida-2001-07-19", "datasets"],
  span: "figure",
  columns: 2,
  title: (get) => `${first(byHosts(get)).name} leads ten by count, ${first(byRate(get)).name} per user`,
  subtitle: (get) => `Where the ${countedWords} were: the ten countries with most of them, by count and per thousand internet users of ${july(get).denominatorYear}. Shares are of the table’s ${numberWords(july(get).total)}.`,
  holds: (get) => {
    const [most, second] = byHosts(get);
    const [highest, next] = byRate(get);
    if (most === undefined || second === undefined || highest === undefined || next === undefined) return false;
    return byHosts(get).length === 10 && most.iso3 !== highest.iso3 && most.hosts > second.hosts && most.hosts > july(get).notBrokenDown.hosts && (perThousand(highest) ?? 0) > (perThousand(next) ?? Number.POSITIVE_INFINITY);
  },
  howToRead: "Filled bars are CAIDA’s counts. The hatched bar is everything else: other countries, or addresses not placed. Outlined bars are our division.",
  statuses: () => ["quoted", "derived"],
  lead: () => ["count", "rate"],
  panels: (get) => [
    { id: "count", label: "Addresses", note: "count, and share of all addresses", wide: countryBars(countBars(get), "wide"), narrow: countryBars(countBars(get), "narrow") },
    { id: "rate", label: `Per 1,000 internet users of ${july(get).denominatorYear}`, note: "the same ten countries, in order of this rate", wide: countryBars(rateBars(get), "wide"), narrow: countryBars(rateBars(get), "narrow") },
  ],
  alt: (get) => {
    const [one, two, three] = byHosts(get);
    const [a, b, c] = byRate(get);
    const { notBrokenDown } = july(get);
    if (one === undefined || two === undefined || three === undefined || a === undefined || b === undefined || c === undefined) return "";
    return [
      `Two bar charts of ${countedWords}, worldwide, in ten countries and the rest.`,
      `${one.name} has ${numberWords(one.hosts)} (${shareWords(one.share)}), ${two.name} ${numberWords(two.hosts)} and ${three.name} ${numberWords(three.hosts)}; everything else, other countries or not placed, comes to ${numberWords(notBrokenDown.hosts)} (${shareWords(notBrokenDown.share)}).`,
      `Per thousand internet users of ${july(get).denominatorYear}, ${a.name} leads with ${rateWords(a)}, then ${b.name} with ${rateWords(b)} and ${c.name} with ${rateWords(c)}.`,
      "Rates outside the ten are not known, and a smaller country may have a higher one. Table follows.",
    ].join(" ");
  },
  table: (get) => ({ columns: countryColumns, rows: [...byHosts(get).map(countryRow), restRow(get)] }),
  sources: countrySources,
  notes: ["Countries are by geolocation of 2001, as the source gives them. An address is not a machine.", restNote],
  objection: "Only the ten countries with most addresses have a count, so the highest rate among them need not be the highest in the world.",
};
