import type { Get } from "../aggregates/all.ts";
import type { BackProjection } from "../aggregates/back-projection.ts";
import type { ClaimEntry } from "../aggregates/claims.ts";
import { backProjectionChart, type ProjectionRow } from "../charts/back-projection.ts";
import { numberWords, significantWords } from "../schema/format.ts";
import { claimSources, claimsById } from "./claim-table.ts";
import type { Figure, FigureTable } from "./figure.ts";
import { walls } from "./walls.ts";

const claimIds = ["xs4all-unique-8h", "symantec-bound", "sans-cumulative"] as const;

/** Row that the title speaks of. */
const titleRow = "slash-22";

/** What a square has room for: the title's row, those that fit the two walls, and a whole class B; and the row that is true. */
const leading: readonly string[] = ["fits-sans", titleRow, "fits-symantec", "slash-16"];

type Interval = Extract<BackProjection, { kind: "interval" }>;

/** Two figures below a hundred thousand, three above: a modelled number carries no more. */
const rounded = (value: number): string => significantWords(value, value < 100_000 ? 2 : 3);

/** Totals at the ends of the band of rates, rounded. */
const rangeWords = ({ totals }: Interval): string => {
  const hosts = totals.map((total) => total.hosts);
  const [low, high] = [rounded(Math.min(...hosts)), rounded(Math.max(...hosts))];
  return low === high ? low : `${low}–${high}`;
};

function intervalById(get: Get, id: string): Interval {
  const found = get("back-projection").rows.find((row) => row.id === id);
  if (found?.kind !== "interval") throw new Error(`no interval ${id} among the back-projections`);
  return found;
}

const rowOf = (row: BackProjection): ProjectionRow =>
  row.kind === "interval" ? { key: row.id, label: `${numberWords(row.addresses)} addresses`, why: row.why, totals: row.totals, words: rangeWords(row) } : { key: row.id, label: "not known", why: row.why, totals: [], words: row.reason };

const claims = (get: Get): [ClaimEntry, ClaimEntry, ClaimEntry] => {
  const [xs4all, symantec, sans] = claimsById(get, claimIds);
  if (xs4all === undefined || symantec === undefined || sans === undefined) throw new Error("the three counts are missing");
  return [xs4all, symantec, sans];
};

/** What XS4ALL's count would mean for the world, by the size of its sensor, which nobody knows. */
export const what7528Implies: Figure = {
  id: "what-7528-implies",
  from: ["back-projection", "claims"],
  span: "figure",
  title: (get) => {
    const row = intervalById(get, titleRow);
    return `If XS4ALL watched ${numberWords(row.addresses)} addresses, ${numberWords(get("back-projection").count)} fits ${rangeWords(row)}`;
  },
  subtitle: (get) => {
    const { count, windowHours } = get("back-projection");
    return `Infected machines scanning at once that would let XS4ALL meet ${numberWords(count)} in ${numberWords(windowHours)} hours, 1 August 22:00 to 2 August 06:00 UTC, by addresses watched. Modelled.`;
  },
  holds: (get) => {
    const { totals } = intervalById(get, titleRow);
    const hosts = totals.map((total) => total.hosts);
    const [, symantec, sans] = claims(get);
    return Math.min(...hosts) < (symantec.value ?? 0) && Math.max(...hosts) > (sans.value ?? Infinity) && get("back-projection").rows.at(-1)?.kind === "refused";
  },
  howToRead: "An outlined bar runs over the speeds assumed for the worm, the fastest at its left end, with a stroke at each. No point inside a bar is likelier than another. The last row is the one that is true.",
  statuses: () => ["modelled"],
  lead: (get, form) => (form === "card" ? ["totals"] : backProjectionChart(get("back-projection").rows.filter(({ id, kind }) => kind === "refused" || leading.includes(id)).map(rowOf), walls(get), "narrow")),
  panels: (get) => {
    const rows = get("back-projection").rows.map(rowOf);
    return [{ id: "totals", wide: backProjectionChart(rows, walls(get), "wide"), narrow: backProjectionChart(rows, walls(get), "narrow") }];
  },
  alt: (get) => {
    const { rows, count, windowHours } = get("back-projection");
    const [, symantec, sans] = claims(get);
    return [
      `Range chart of the number of infected machines that XS4ALL’s ${numberWords(count)} in ${numberWords(windowHours)} hours would imply, by the number of addresses it watched, 1 August 22:00 to 2 August 06:00 UTC, on a scale where each step is ten times.`,
      `${rows.map((row) => (row.kind === "interval" ? `${numberWords(row.addresses)} addresses, ${row.why}: ${rangeWords(row)}` : `Size not known: ${row.reason}`)).join(". ")}.`,
      `Lines mark Symantec’s ${symantec.words} and SANS’s ${sans.words}. One size of network, with the doubt about the worm’s speed, covers both, so the count supports neither party. Table follows.`,
    ].join(" ");
  },
  table: (get) => ({
    columns: [
      { key: "addresses", label: "Addresses watched" },
      { key: "why", label: "What the size stands for" },
      { key: "rate", label: "Tries a minute", numeric: true },
      { key: "hosts", label: "Machines implied", numeric: true },
      { key: "label", label: "As labelled", numeric: true },
      { key: "interval", label: "Sampling error alone, 95 %" },
      { key: "claim", label: "Claim" },
    ],
    rows: get("back-projection").rows.flatMap((row): FigureTable["rows"] =>
      row.kind === "refused"
        ? [{ addresses: "not known", why: row.why, rate: "any", hosts: row.reason, label: "none", interval: "none", claim: "xs4all-unique-8h" }]
        : row.totals.map((total) => ({
            addresses: numberWords(row.addresses),
            why: row.why,
            rate: total.ratePerMinute < 10 ? total.ratePerMinute.toFixed(1) : numberWords(total.ratePerMinute),
            hosts: Math.round(total.hosts),
            label: rounded(total.hosts),
            interval: `${numberWords(Math.round(total.low))}–${numberWords(Math.round(total.high))}`,
            claim: "xs4all-unique-8h",
          })),
    ),
  }),
  sources: (get) => claimSources(claims(get)),
  notes: ["The model takes every machine to scan all eight hours at one steady speed, and every source address to be a machine. A just-woken worm in CERT’s laboratory was far slower than any speed of the band; at its speed even a whole class B network meets few."],
  objection: "XS4ALL never said how many addresses it watched, nor whether it counted machines in its logs or on the wire; every bar hangs on a size nobody stated.",
};
