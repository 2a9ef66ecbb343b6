import { type Missing, tooFew } from "../schema/missing.ts";
import type { Counts } from "../schema/counts.ts";
import { regionCodes } from "./country-table.ts";

/** Sources and probes of one place; probes null where they are not known. */
export interface PlaceTotal {
  sources: number;
  probes: number | null;
}

type Countries = Exclude<Counts["countries"], Missing>;
type Table = Countries["table"];

const probesOf = (probes: number | null): number | Missing => probes ?? { missing: "not_observed" };
const sum = (places: readonly PlaceTotal[]): { sources: number; probes: number | Missing } => ({
  sources: places.reduce((total, { sources }) => total + sources, 0),
  probes: probesOf(places.every(({ probes }) => probes !== null) ? places.reduce((total, { probes }) => total + (probes ?? 0), 0) : null),
});

/**
 * Totals by country as they may leave the reader: countries with fewer than ten sources are folded into one cell.
 * @param places totals by code; the empty code stands for addresses without one
 */
export function countryTotals(places: ReadonlyMap<string, PlaceTotal>, basis: Countries["basis"], table: Table): Countries {
  const all = [...places];
  const countries = all.filter(([code]) => code !== "" && !regionCodes.includes(code));
  const few = countries.filter(([, { sources }]) => sources < tooFew.hosts).map(([, total]) => total);
  const rows = countries
    .filter(([, { sources }]) => sources >= tooFew.hosts)
    .map(([country, { sources, probes }]) => ({ country, sources, probes: probesOf(probes) }))
    .sort((a, b) => b.sources - a.sources || (a.country < b.country ? -1 : 1));
  const sources = sum(all.map(([, total]) => total)).sources;
  const resolved = sum(countries.map(([, total]) => total)).sources;
  return {
    basis,
    table,
    resolvedShare: sources === 0 ? 0 : resolved / sources,
    rows,
    tooFew: { countries: few.length, ...sum(few) },
    regionOnly: sum(all.filter(([code]) => regionCodes.includes(code)).map(([, total]) => total)),
    unresolved: sum(all.filter(([code]) => code === "").map(([, total]) => total)),
  };
}
