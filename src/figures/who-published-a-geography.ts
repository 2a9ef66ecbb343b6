import type { Get } from "../aggregates/all.ts";
import type { GeographyStatement } from "../aggregates/geography.ts";
import { siteName } from "../schema/country-name.ts";
import { type StatementRow, statementMap } from "../charts/statement-map.ts";
import { bareValue } from "../schema/format.ts";
import { missingWords } from "../schema/missing.ts";
import { claimColumns, claimRow, claimSources, claimsById, statusesOf } from "./claim-table.ts";
import type { Figure } from "./figure.ts";

const claimIds = (get: Get): string[] => get("geography-statements").statements.flatMap((statement) => statement.claims);
const entries = (get: Get) => claimsById(get, claimIds(get));

/** Percent text of two shares, `75–80 %`. */
const percent = (low: number, high: number): string => bareValue({ operator: "range", value: null, low: Math.round(low * 100), high: Math.round(high * 100), sign: "%" });

const statementOf = (get: Get, organisation: GeographyStatement["organisation"]): GeographyStatement => {
  const found = get("geography-statements").statements.find((statement) => statement.organisation === organisation);
  if (found === undefined) throw new Error(`no statement of ${organisation} on place`);
  return found;
};

const nameOf = (get: Get, iso3: string): string => get("geography-statements").asia.find((row) => row.iso3 === iso3)?.name ?? siteName({ iso3, name: iso3 });
const codeOf = (get: Get, iso3: string): string => {
  const row = get("geography-statements").asia.find((each) => each.iso3 === iso3);
  if (row === undefined) throw new Error(`${iso3} has a rank in Asia and is not in the list of Asia`);
  return row.isoNumeric;
};
const rankWords = (rank: string): string => rank.replace("-", "–");

/** The order as one line: `1 South Korea, 2–3 Taiwan and China`. Countries that share an open rank stand together. */
function orderWords(get: Get, { ranks }: GeographyStatement): string {
  const groups = [...new Set(ranks.map(({ rank }) => rank))].map((rank) => `${rankWords(rank)} ${ranks.filter((each) => each.rank === rank).map(({ iso3 }) => nameOf(get, iso3)).join(" and ")}`);
  return groups.join(", ");
}

function rowOf(get: Get, statement: GeographyStatement): StatementRow {
  const { shareOfMachines: share } = statement;
  if (statement.kind === "not_published") return { kind: "not_published", lines: ["Not published by 2 August", "Breakdown in progress.", "Could not confirm XS4ALL’s share."], ranks: [] };
  if (statement.kind === "opinion_only") return { kind: "opinion_only", lines: ["Opinion, no figure", "Probable that most activity is from Asia.", "No share, no country."], ranks: [] };
  if (share === null) throw new Error(`${statement.organisation} is said to state a share, and none is recorded`);
  const region = percent(share.low, share.high);
  const rest = percent(1 - share.high, 1 - share.low);
  return {
    kind: "share",
    lines: [`Asia ${region} of infected machines`, `Elsewhere ${rest}, what is left (derived)`, `Order: ${orderWords(get, statement)}`],
    share: { region, rest },
    ranks: statement.ranks.map(({ iso3, rank }) => ({ id: codeOf(get, iso3), rank: rankWords(rank) })),
  };
}

const organisations = ["XS4ALL", "SANS", "Symantec"] as const;
const countWords = ["None", "Only one", "Two", "All"] as const;

/** How many of the three had stated a share or an order of countries. */
const published = (get: Get): number => get("geography-statements").statements.filter((statement) => statement.kind === "share").length;

/** Who had stated where the machines were, and who had not. */
export const whoPublishedAGeography: Figure = {
  id: "who-published-a-geography",
  from: ["claims", "geography-statements", "world"],
  span: "wide",
  lightCard: true,
  columns: 3,
  title: (get) => `${countWords[published(get)] ?? ""} of the three had published a geography`,
  subtitle: (get) =>
    `What three organisations had said about where infected machines were, as of 2 August 2001. “Asia” is UN M49 region 142, ${get("geography-statements").asia.length} members with Taiwan, because XS4ALL gave no definition.`,
  holds: (get) => {
    const { statements } = get("geography-statements");
    return statements.length === 3 && published(get) === 1 && statements.every(({ kind, shareOfMachines, ranks }) => kind === "share" || (shareOfMachines === null && ranks.length === 0));
  },
  howToRead: "The two blues are one statement and its remainder, no scale. Diagonal lines mean not published; crossed lines mean an opinion without a figure. No country’s count was printed, only an order.",
  statuses: (get) => [...statusesOf(entries(get)), "derived"],
  lead: () => organisations.map((organisation) => organisation.toLowerCase()),
  panels: (get) => {
    const asia = new Set(get("geography-statements").asia.map((row) => row.isoNumeric));
    return organisations.map((organisation) => ({ id: organisation.toLowerCase(), label: organisation, wide: statementMap(get("world"), asia, rowOf(get, statementOf(get, organisation))) }));
  },
  alt: (get) => {
    const xs4all = statementOf(get, "XS4ALL");
    const { low, high } = xs4all.shareOfMachines ?? { low: Number.NaN, high: Number.NaN };
    return [
      "Three small world maps of what XS4ALL, SANS and Symantec had said about the place of infected machines, worldwide, by 2 August 2001.",
      `XS4ALL put ${percent(low, high)} of machines in Asia, which leaves ${percent(1 - high, 1 - low)} elsewhere, and gave an order without counts: ${orderWords(get, xs4all)}.`,
      "SANS could not confirm that share and was still working on a breakdown; Symantec found it probable that most activity was from Asia and gave no share.",
      "Only one of the three had published a geography; none of the three had printed a count for any country, and XS4ALL did not define Asia. Table follows.",
    ].join(" ");
  },
  table: (get) => ({
    columns: [
      { key: "by", label: "Organisation" },
      { key: "kind", label: "Shown as" },
      { key: "country", label: "Place" },
      { key: "rank", label: "Rank as stated" },
      ...claimColumns.filter(({ key }) => !["by"].includes(key)).map(({ key, label }) => ({ key, label })),
    ],
    rows: get("geography-statements").statements.flatMap((statement) =>
      claimsById(get, statement.claims).flatMap((claim) => {
        const base = { ...claimRow(claim), by: statement.organisation };
        const kind = statement.kind === "share" ? "stated" : missingWords[statement.kind];
        if (claim.operator === "rank") return statement.ranks.map(({ iso3, rank }) => ({ ...base, kind, country: nameOf(get, iso3), rank: rankWords(rank) }));
        return [{ ...base, kind, country: "Asia", rank: missingWords.not_applicable }];
      }),
    ),
  }),
  sources: (get) => claimSources(entries(get)),
  notes: ["XS4ALL’s share here is of machines; it gave another of probes, which is in the table. The article leaves open which of Taiwan and China came first."],
  objection: "Symantec’s opinion agrees with XS4ALL: to draw it as a pattern without a number may look like silence.",
};
