import type { Get } from "../aggregates/all.ts";
import type { ContextPair, PairSide } from "../aggregates/context-pairs.ts";
import { type PairRow, pairsChart } from "../charts/pairs.ts";
import { operatorWords } from "../schema/operator.ts";
import { claimSources, claimsById, statusesOf } from "./claim-table.ts";
import type { Figure, FigureSource, FigureTable } from "./figure.ts";

/** Code Red's own pair, for scale: SANS's running total and XS4ALL's night. */
const codeRed = ["sans-cumulative", "xs4all-unique-8h"] as const;
const codeRedRatio = "sans-over-xs4all";

const pairs = (get: Get): readonly ContextPair[] => get("context-pairs").rows;
const like = (get: Get): ContextPair[] => pairs(get).filter((pair) => pair.likeWithLike);
const smallestLike = (get: Get): number => Math.min(...like(get).map((pair) => pair.ratio));

const folds = ["", "", "twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold", "tenfold"] as const;
/** The largest whole multiple that every like pair exceeds, as a word. */
const foldWord = (get: Get): string => folds[Math.min(10, Math.floor(smallestLike(get)))] ?? "";

const mark = (key: string, { operator, value, label, what, by }: PairSide): PairRow["larger"] => ({ key, operator, value, label, what, organisation: by });

function codeRedRow(get: Get): PairRow {
  const [sans, xs4all] = claimsById(get, codeRed);
  const ratio = get("results").rows.find((result) => result.id === codeRedRatio);
  if (sans?.value == null || xs4all?.value == null || ratio === undefined) throw new Error(`the figure later-botnets needs the claims ${codeRed.join(" and ")} with numbers, and the result ${codeRedRatio}`);
  return {
    key: "code-red",
    population: "Code Red, 2 August 2001",
    likeWithLike: false,
    larger: { key: sans.id, operator: sans.operator, value: sans.value, label: sans.words, what: "in SANS’s total so far", organisation: sans.organisation },
    smaller: { key: xs4all.id, operator: xs4all.operator, value: xs4all.value, label: xs4all.words, what: `at XS4ALL in ${xs4all.windowHours ?? 0} hours`, organisation: xs4all.organisation },
    ratio: `${ratio.words} times`,
  };
}

const drawnRows = (get: Get): PairRow[] => [
  ...pairs(get).map((pair) => ({ key: pair.id, population: pair.population, likeWithLike: pair.likeWithLike, larger: mark(`${pair.id}-larger`, pair.larger), smaller: mark(`${pair.id}-smaller`, pair.smaller), ratio: `${pair.ratioWords} times` })),
  codeRedRow(get),
];

const columns: FigureTable["columns"] = [
  { key: "population", label: "Whose machines" },
  { key: "number", label: "Number", numeric: true },
  { key: "operator", label: "How stated" },
  { key: "what", label: "What was counted" },
  { key: "by", label: "Printed by, relayed by" },
  { key: "ratio", label: "Larger over smaller" },
  { key: "like", label: "Differ only in the way of counting" },
  { key: "claim", label: "Claim in the ledger" },
];

/** One row a drawn mark: both sides of every pair, then Code Red's. */
function tableRows(get: Get): FigureTable["rows"] {
  const row = codeRedRow(get);
  const [sans, xs4all] = claimsById(get, codeRed);
  return [
    ...pairs(get).flatMap((pair) =>
      [pair.larger, pair.smaller].map((side) => ({
        population: pair.population,
        number: side.label,
        operator: operatorWords[side.operator],
        what: side.what,
        by: [side.by, side.relayedBy].filter((part) => part !== null).join("; "),
        ratio: `${pair.ratioWords} times`,
        like: pair.likeWithLike ? "yes" : "no",
        claim: "none",
      })),
    ),
    ...[
      { side: row.larger, claim: sans },
      { side: row.smaller, claim: xs4all },
    ].map(({ side, claim }) => ({
      population: row.population,
      number: side.label,
      operator: operatorWords[side.operator],
      what: side.what,
      by: [claim?.organisation, claim?.relayedBy].filter((part) => part != null).join("; "),
      ratio: row.ratio,
      like: "no",
      claim: claim?.id ?? "",
    })),
  ];
}

function sources(get: Get): FigureSource[] {
  const seen = new Map<string, FigureSource>();
  for (const { source } of pairs(get).flatMap((pair) => [pair.larger, pair.smaller])) seen.set(source.title, source.url === null || source.mirror ? { text: source.title } : { text: source.title, url: source.url });
  return [...seen.values(), ...claimSources(claimsById(get, codeRed))];
}

/** What happened to later counts: one population, two ways of counting. */
export const laterBotnets: Figure = {
  id: "later-botnets",
  from: ["context-pairs", "claims", "results"],
  span: "figure",
  title: (get) => `Later botnets: counts of one population differed more than ${foldWord(get)}`,
  subtitle: () => "Two published counts each of three botnets, and of Code Red on 2 August 2001. Each step of the scale is ten times the one before.",
  holds: (get) => like(get).length >= 2 && foldWord(get) !== "" && like(get).every((pair) => pair.ratioBound === "exact" || pair.ratioBound === "at_least") && smallestLike(get) > Math.floor(smallestLike(get)),
  howToRead: "Each line joins two counts published about one outbreak or botnet. A filled mark is a stated number; a mark that fades is a bound. A dashed line joins counts that differ in more than the way of counting, and the title does not rest on them.",
  statuses: (get) => statusesOf([{ status: "quoted" }, ...claimsById(get, codeRed)]),
  panels: (get) => [{ id: "pairs", wide: pairsChart(drawnRows(get), "wide"), narrow: pairsChart(drawnRows(get), "narrow") }],
  alt: (get) => {
    const said = drawnRows(get).map((row) => `${row.population}: ${row.larger.label} (${row.larger.what}) and ${row.smaller.label} (${row.smaller.what}), ${row.ratio}${row.likeWithLike ? "" : ", not like with like"}.`);
    return [
      "Paired dot chart of two published counts each of three later botnets and of Code Red on 2 August 2001, on a scale where each step is ten times.",
      ...said,
      `The pairs that are like with like differ more than ${foldWord(get)}; what the sources took for one machine is not known here. Table follows.`,
    ].join(" ");
  },
  table: (get) => ({ columns, rows: tableRows(get) }),
  sources,
  notes: ["The counts of the later botnets were read in the reports named here and not checked further; most of them are quoted by others. Ratios are computed here."],
  objection: "Three botnets are no sample: they are here because somebody found their counts to differ.",
};
