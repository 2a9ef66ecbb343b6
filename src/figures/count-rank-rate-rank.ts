import type { CountryEntry } from "../aggregates/countries.ts";
import type { Get } from "../aggregates/all.ts";
import { rankSlope, type SlopeRow } from "../charts/rank-slope.ts";
import type { Size } from "../charts/spec.ts";
import { numberWords } from "../schema/format.ts";
import { byHosts, byRate, countedWords, countryColumns, countryRow, countrySources, july, rateWords } from "./country-rows.ts";
import type { Figure } from "./figure.ts";

type Ranked = CountryEntry & { readonly rankByInternetUsers: number };

/** Places gained by dividing by users; negative where places are lost. */
const gain = (row: Ranked): number => row.rankByHosts - row.rankByInternetUsers;

/** The country that gains most places and the one that loses most. */
function extremes(get: Get): { readonly up: Ranked; readonly down: Ranked; readonly alone: boolean } {
  const rows = byRate(get).toSorted((a, b) => gain(b) - gain(a));
  const up = rows[0];
  const down = rows.at(-1);
  const next = rows[1];
  const previous = rows.at(-2);
  if (up === undefined || down === undefined || next === undefined || previous === undefined) throw new Error("a comparison of ranks needs two countries with rates");
  return { up, down, alone: gain(up) > gain(next) && gain(down) < gain(previous) && gain(up) > 0 && gain(down) < 0 };
}

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;
const placeWords = (places: number): string => words[Math.abs(places)] ?? String(Math.abs(places));

const slopeRows = (get: Get, size: Size): SlopeRow[] => {
  const { up, down } = extremes(get);
  return byRate(get).map((row) => ({
    key: row.iso3,
    left: row.rankByHosts,
    right: row.rankByInternetUsers,
    leftText: size === "wide" ? `${row.name} · ${numberWords(row.hosts)}` : row.name,
    rightText: size === "wide" ? `${rateWords(row)} · ${row.name}` : row.name,
    named: row.iso3 === up.iso3 || row.iso3 === down.iso3,
  }));
};

const heads = (get: Get, size: Size): [string, string] => (size === "wide" ? ["By count", `Per 1,000 users of ${july(get).denominatorYear}`] : ["By count", "Per user"]);

/** Two orders of the same ten countries. */
export const countRankRateRank: Figure = {
  id: "count-rank-rate-rank",
  from: ["countries-caida-2001-07-19", "datasets"],
  span: "text",
  title: (get) => {
    const { up, down } = extremes(get);
    return `${up.name} climbs ${placeWords(gain(up))} places, ${down.name} drops ${placeWords(gain(down))}, per user`;
  },
  subtitle: (get) => `The ten countries with most ${countedWords}, ranked by count and by addresses per thousand internet users of ${july(get).denominatorYear}.`,
  holds: (get) => extremes(get).alone && byRate(get).length === byHosts(get).length,
  howToRead: "A line that rises gains places when addresses are divided by internet users. The numbers in the circles are ranks; the two extremes are in full ink. Distances between ranks mean nothing.",
  statuses: () => ["quoted", "derived"],
  panels: (get) => [{ id: "ranks", wide: rankSlope(slopeRows(get, "wide"), heads(get, "wide"), "wide"), narrow: rankSlope(slopeRows(get, "narrow"), heads(get, "narrow"), "narrow") }],
  alt: (get) => {
    const { up, down } = extremes(get);
    const [a] = byRate(get);
    const [b] = byHosts(get);
    return [
      `Slope chart of two ranks of the ten countries with most ${countedWords}: by count, and per thousand internet users of ${july(get).denominatorYear}.`,
      `${up.name} goes from ${up.rankByHosts} to ${up.rankByInternetUsers} and ${down.name} from ${down.rankByHosts} to ${down.rankByInternetUsers}; ${b?.name ?? ""} is first by count, ${a?.name ?? ""} per user.`,
      "Countries outside the ten have no count and so no rank. Table follows.",
    ].join(" ");
  },
  table: (get) => ({ columns: countryColumns, rows: byHosts(get).map(countryRow) }),
  sources: countrySources,
  objection: "Internet users are survey estimates, and sources differ. By the CIA Factbook’s users, most of them of 2002, China drops one place and not five, and the Netherlands climbs four.",
};
