import type { Get } from "../aggregates/all.ts";
import { rateMap, type RateRow } from "../charts/rate-map.ts";
import { symbolMap, type SymbolRow } from "../charts/symbol-map.ts";
import { numberWords } from "../schema/format.ts";
import { byHosts, byRate, countedWords, countryColumns, countryRow, countrySources, first, july, ordinalWords, perThousand, rateWords, restNote, restRow, shareWords } from "./country-rows.ts";
import type { Figure } from "./figure.ts";

/** Hong Kong and Singapore have no outline at this size and no row in the table: as dots, they are not taken for part of a neighbour. */
const tiny = ["344", "702"] as const;

const symbolRows = (get: Get): SymbolRow[] => byHosts(get).map((row) => ({ id: row.isoNumeric, hosts: row.hosts, text: row.rankByHosts <= 2 ? `${row.name}\n${numberWords(row.hosts)}` : row.name }));

const rateRows = (get: Get): RateRow[] => byRate(get).map((row) => ({ id: row.isoNumeric, value: perThousand(row) ?? 0, text: `${row.name}\n${rateWords(row)}`, leading: row.rankByInternetUsers <= 3 }));

/** The same ten countries on two maps: how many, and how many per internet user. */
export const hostsByCountryMap: Figure = {
  id: "hosts-by-country-map",
  from: ["countries-caida-2001-07-19", "datasets", "world"],
  span: "wide",
  lightCard: true,
  columns: 2,
  title: (get) => {
    const most = first(byHosts(get));
    return `${most.name} is ${ordinalWords(most.rankByHosts)} by count, ${ordinalWords(most.rankByInternetUsers ?? 0)} per user`;
  },
  subtitle: (get) => `Where the ${countedWords} were, in the ten countries with most of them: counts, and addresses per thousand internet users of ${july(get).denominatorYear}.`,
  holds: (get) => {
    const [most, second] = byHosts(get);
    const [highest] = byRate(get);
    if (most === undefined || second === undefined || highest === undefined) return false;
    // The places of the title are those of the counts and rates themselves, without a tie, and they differ.
    const above = byRate(get).filter((row) => (perThousand(row) ?? 0) >= (perThousand(most) ?? Number.POSITIVE_INFINITY)).length;
    return most.hosts > second.hosts && most.rankByHosts === 1 && most.rankByInternetUsers === above && highest.iso3 !== most.iso3;
  },
  howToRead: "On the first map the area of a circle is the count. On the second a darker country has more infected addresses per user; a square repeats the shade of a small one. Hatched land, with the two hatched dots of Hong Kong and Singapore, has no count of its own. A grey tint on the first map only marks the ten.",
  statuses: () => ["quoted", "derived"],
  lead: () => ["count", "rate"],
  panels: (get) => {
    const { notBrokenDown } = july(get);
    const rest = `everything else, or not placed: ${numberWords(notBrokenDown.hosts)}`;
    return [
      { id: "count", label: "Infected addresses", note: "area of a circle in proportion to the count", wide: symbolMap(get("world"), symbolRows(get), tiny, rest, "wide"), narrow: symbolMap(get("world"), symbolRows(get), tiny, rest, "narrow") },
      { id: "rate", label: `Per 1,000 internet users of ${july(get).denominatorYear}`, note: "classes in fixed 1-2-5 steps", wide: rateMap(get("world"), rateRows(get), tiny, "no count", "wide"), narrow: rateMap(get("world"), rateRows(get), tiny, "no count of its own", "narrow") },
    ];
  },
  alt: (get) => {
    const [one, two, three] = byHosts(get);
    const rates = byRate(get);
    const [a, b, c] = rates;
    const last = rates.at(-1);
    const { notBrokenDown } = july(get);
    if (one === undefined || two === undefined || three === undefined || a === undefined || b === undefined || c === undefined || last === undefined) return "";
    return [
      `Two world maps of ${countedWords}, in ten countries: circles for counts, and shades for addresses per thousand internet users of ${july(get).denominatorYear}.`,
      `By count, ${one.name} has ${numberWords(one.hosts)}, ${two.name} ${numberWords(two.hosts)} and ${three.name} ${numberWords(three.hosts)}; per thousand users, ${a.name} has ${rateWords(a)}, ${b.name} ${rateWords(b)}, ${c.name} ${rateWords(c)}, and ${last.name} least, ${rateWords(last)}.`,
      `${numberWords(notBrokenDown.hosts)} addresses (${shareWords(notBrokenDown.share)}) are everything else: in other countries, or not placed. Table follows.`,
    ].join(" ");
  },
  table: (get) => ({ columns: countryColumns, rows: [...byHosts(get).map(countryRow), restRow(get)] }),
  sources: (get) => [...countrySources(get), { text: "Outlines: Natural Earth 4.1.0, public domain, by way of world-atlas 2.0.2; Equal Earth projection", url: "https://www.naturalearthdata.com/" }],
  notes: [
    restNote,
    "Borders of 2001: Yugoslavia and Sudan are whole, Crimea is drawn with Ukraine. Antarctica is left out. Names and lines are no judgement on borders.",
    "Countries are by geolocation of 2001. A large country shown in one shade may hold its addresses in a few cities.",
  ],
  objection: "A circle stands at the middle of its country, where nobody may have been infected: the table has no places within countries.",
};
