import type { ClaimEntry } from "../aggregates/claims.ts";
import type { Get } from "../aggregates/all.ts";
import { type LadderRow, ladderChart } from "../charts/ladder.ts";
import { questionWords } from "../schema/reading.ts";
import { claimColumns, claimRow, claimSources, claimsById, statusesOf } from "./claim-table.ts";
import type { Figure } from "./figure.ts";

/** Rows of the ladder, in drawing order: the article's numeric statements on how many, then CAIDA's July count for scale. */
const rows = ["xs4all-unique-8h", "xs4all-unique-wednesday", "xs4all-half-hour", "sans-cumulative", "symantec-bound", "kaspersky-denial", "fsecure-nine-hours", "caida-07"] as const;

const details: Readonly<Record<(typeof rows)[number], string>> = {
  "xs4all-unique-8h": "addresses, 8 hours to 06:00, 2 Aug",
  "xs4all-unique-wednesday": "addresses, 24 hours, edges not stated",
  "xs4all-half-hour": "“unique attacks”, one half-hour",
  "sans-cumulative": "addresses so far, at 11:00, 2 Aug",
  "symantec-bound": "servers believed infected, hours not stated",
  "kaspersky-denial": "systems, an argument and no count",
  "fsecure-nine-hours": "servers, within nine hours in July",
  "caida-07": "addresses, July, not in the article",
};

/** What a square has room for: the three figures of the title, and July’s for scale. */
const leading: readonly string[] = ["xs4all-unique-8h", "sans-cumulative", "symantec-bound", "caida-07"];

const entries = (get: Get): ClaimEntry[] => claimsById(get, rows);

const ladderRows = (get: Get): LadderRow[] =>
  entries(get).map((claim) => ({
    key: claim.id,
    group: questionWords[claim.question],
    label: claim.label,
    organisation: claim.organisation,
    operator: claim.operator,
    value: claim.value,
    low: claim.low,
    high: claim.high,
    signs: claim.signs,
    detail: details[claim.id as (typeof rows)[number]],
  }));

/** Three figures for one worm, each on its own terms. */
export const howMany: Figure = {
  id: "how-many",
  from: ["claims"],
  span: "figure",
  title: (get) => {
    const [xs4all, sans, symantec] = claimsById(get, ["xs4all-unique-8h", "sans-cumulative", "symantec-bound"]);
    return `Three figures for one worm: ${xs4all?.words ?? ""}, ${sans?.words ?? ""}, ${symantec?.words ?? ""}`;
  },
  subtitle: () => "Statements on the size of Code Red in one news article of 2 August 2001, and one count of July for scale. Units and hours differ from row to row; times are UTC.",
  holds: (get) => {
    const [xs4all, sans, symantec] = claimsById(get, ["xs4all-unique-8h", "sans-cumulative", "symantec-bound"]);
    return xs4all?.operator === "eq" && sans?.operator === "eq" && symantec?.operator === "lt" && new Set([xs4all.value, sans.value, symantec.value]).size === 3;
  },
  howToRead: "A filled mark is a stated number. A bar that fades is a bound: the speaker said “under” or “more than” and gave no number. Dashes mark a number that the speaker disputes.",
  statuses: (get) => statusesOf(entries(get)),
  lead: (get, form) => ladderChart(ladderRows(get).filter(({ key }) => leading.includes(key) || (form === "card" && key === "kaspersky-denial")), "log", form === "card" ? "wide" : "narrow"),
  panels: (get) => [
    { id: "log", label: "Each step is ten times the one before", wide: ladderChart(ladderRows(get), "log", "wide"), narrow: ladderChart(ladderRows(get), "log", "narrow") },
    { id: "linear", label: "The same statements on a plain scale", wide: ladderChart(ladderRows(get), "linear", "wide"), narrow: ladderChart(ladderRows(get), "linear", "narrow") },
  ],
  alt: (get) => {
    const [xs4all, , , sans, symantec, kaspersky, fsecure, caida] = entries(get);
    return [
      "Dot and range chart of statements about Code Red, seven of them in one article of 2 August 2001, first on a scale where each step is ten times, then on a plain scale.",
      `XS4ALL counted ${xs4all?.words ?? ""} in eight hours; SANS had ${sans?.words ?? ""} infections reported by 11:00 UTC on 2 August; Symantec said well ${symantec?.words ?? ""}; Kaspersky disputed ${kaspersky?.signs.replace("not > ", "more than ") ?? ""}.`,
      `For July, F-Secure said ${fsecure?.words ?? ""} and CAIDA’s table holds ${caida?.words ?? ""} addresses.`,
      "They answer different questions, and only some state their hours. Table follows.",
    ].join(" ");
  },
  table: (get) => ({ columns: claimColumns, rows: entries(get).map(claimRow) }),
  sources: (get) => claimSources(entries(get)),
  notes: ["Kaspersky’s figure is printed in the article as “over a 150,000 thousand”; 150,000 is our reading. CAIDA’s July count is not in the article and stands here for scale."],
  objection: "The rows count unlike things, so no distance between two marks is an error of either party.",
};
