import type { Get } from "../aggregates/all.ts";
import type { NamedOrLocated } from "../aggregates/named-or-located.ts";
import { type DumbbellRow, dumbbellChart } from "../charts/dumbbell.ts";
import type { Size } from "../charts/spec.ts";
import { fixedWords, numberWords } from "../schema/format.ts";
import { countrySources, first } from "./country-rows.ts";
import type { Figure } from "./figure.ts";

const rows = (get: Get): readonly NamedOrLocated[] => get("named-or-located-2001-07-19").rows;

const percent = (value: number): string => `${fixedWords(value, 2)}\u00a0%`;
const points = (value: number): string => fixedWords(value, 1);

const drawnRows = (get: Get): DumbbellRow[] =>
  rows(get).map((row) => ({
    key: row.iso3,
    label: row.name,
    detail: `${numberWords(row.named)} in ${row.domain}, ${numberWords(row.located)} located`,
    organisation: "CAIDA",
    less: { value: row.namedPercent, words: percent(row.namedPercent) },
    more: { value: row.locatedPercent, words: percent(row.locatedPercent) },
    gap: `${points(row.gapPoints)} points`,
  }));

/** One instrument's addresses, placed in two ways: by where they are, and by what their names end in. */
export const namedOrLocated: Figure = {
  id: "named-or-located",
  from: ["named-or-located-2001-07-19", "countries-caida-2001-07-19", "datasets"],
  span: "figure",
  title: (get) => {
    const widest = first(rows(get));
    return `Location puts ${widest.name} ${points(widest.gapPoints)} points higher than names do`;
  },
  subtitle: (get) => `Shares of the ${numberWords(get("named-or-located-2001-07-19").total)} infected addresses seen by CAIDA’s telescope on 19 July 2001 (UTC): by location and by host name, in the countries that both of its tables hold.`,
  holds: (get) => {
    const [widest, ...others] = rows(get);
    return widest !== undefined && others.length > 1 && widest.gapPoints > 0 && others.every(({ gapPoints }) => Math.abs(gapPoints) < widest.gapPoints);
  },
  howToRead: "Each line joins two shares of the same addresses. The left mark counts those whose host name ends in the country’s label, the right mark those that geolocation put in the country. Counts stand below the country’s name.",
  statuses: () => ["quoted", "derived"],
  panels: (get) => {
    const drawn = (size: Size): ReturnType<typeof dumbbellChart> => dumbbellChart(drawnRows(get), { less: "by name", more: "by location" }, 5, [0, 1, 2, 3, 4, 5], (tick) => `${numberWords(tick)}\u00a0%`, size);
    return [{ id: "shares", wide: drawn("wide"), narrow: drawn("narrow") }];
  },
  alt: (get) => {
    const { total, withoutName, withoutNamePercent } = get("named-or-located-2001-07-19");
    const widest = first(rows(get));
    return [
      `Dumbbell chart of shares of the ${numberWords(total)} infected addresses that CAIDA’s telescope saw on 19 July 2001 (UTC), by location and by host name, in the ${numberWords(rows(get).length)} countries that both tables hold.`,
      `${rows(get).map((row) => `${row.name}: ${percent(row.locatedPercent)} by location, ${percent(row.namedPercent)} by name`).join("; ")}; the widest gap is ${points(widest.gapPoints)} points, in ${widest.name}.`,
      `Of all addresses ${numberWords(withoutName)}, ${percent(withoutNamePercent)}, had no name; whether a host with a country’s name stood in that country is not known. Table follows.`,
    ].join(" ");
  },
  table: (get) => ({
    columns: [
      { key: "country", label: "Country" },
      { key: "domain", label: "Names end in" },
      { key: "located", label: "Addresses by location", numeric: true },
      { key: "named", label: "Addresses by name", numeric: true },
      { key: "locatedShare", label: "Share by location", numeric: true },
      { key: "namedShare", label: "Share by name", numeric: true },
      { key: "gap", label: "Difference, points (derived)", numeric: true },
    ],
    rows: rows(get).map((row) => ({ country: row.name, domain: row.domain, located: row.located, named: row.named, locatedShare: percent(row.locatedPercent), namedShare: percent(row.namedPercent), gap: fixedWords(row.gapPoints, 2) })),
  }),
  sources: (get) => {
    const [table] = countrySources(get);
    const card = get("datasets").rows.find(({ id }) => id === get("named-or-located-2001-07-19").dataset);
    if (table === undefined || card === undefined) throw new Error("CAIDA’s two tables need their sources");
    return [{ ...table, text: table.text.replace("Table I", "Tables I and II") }];
  },
  notes: ["Nearly half of the addresses had no name, and names in .com, .net or .edu say nothing of a country: a count by name is the less, the fewer hosts of a country bear its label."],
  objection: "The two tables cut one set of addresses in two ways, so the gap measures the methods and not the worm; geolocation of 2001 erred too.",
};
