import type { Get } from "../aggregates/all.ts";
import type { ConditionalShare } from "../aggregates/geography.ts";
import { type ConditionalRow, conditionalShares } from "../charts/conditional-shares.ts";
import { numberWords } from "../schema/format.ts";
import { claimSources, claimsById } from "./claim-table.ts";
import type { Figure } from "./figure.ts";

const shares = (get: Get): readonly ConditionalShare[] => get("geography-statements").conditional;
const totals = (get: Get) => claimsById(get, shares(get).map((row) => row.claim));
const share = (get: Get): string => claimsById(get, ["xs4all-asia-machines"])[0]?.words ?? "";

const shortName = (organisation: string): string => (organisation.startsWith("SANS") ? "SANS" : (organisation.split(" ")[0] ?? organisation));

/** The result in words: two ends, or one bound from the larger share, since a smaller share of a bound is bounded by it too. */
const resultWords = ({ bound, low, high }: ConditionalShare): string => (bound ? `under ${numberWords(high)}` : `${numberWords(low)}–${numberWords(high)}`);

function rowsOf(get: Get): ConditionalRow[] {
  const claims = totals(get);
  return shares(get).map((row, index) => ({
    key: `share-of-${row.claim}`,
    organisation: row.organisation,
    label: shortName(row.organisation),
    totalText: `of ${claims[index]?.words ?? ""}`,
    low: row.low,
    high: row.high,
    bound: row.bound,
    words: resultWords(row),
  }));
}

/** XS4ALL's share of Asia taken of each organisation's total: arithmetic under a condition that nobody has shown to hold. */
export const shareOfEachTotal: Figure = {
  id: "share-of-each-total",
  from: ["claims", "geography-statements"],
  span: "figure",
  title: () => "One share means very different numbers in each total",
  subtitle: (get) => `What XS4ALL’s ${share(get)} of machines in Asia would be in each organisation’s total of August 2001, if it held there. Conditional arithmetic, not a finding.`,
  holds: (get) => {
    const rows = shares(get);
    const [least, ...more] = rows.filter((row) => !row.bound).toSorted((a, b) => a.high - b.high);
    // Very different: more than ten times.
    return rows.length === 3 && least !== undefined && more.every((row) => row.low > 10 * least.high);
  },
  howToRead: "An open bar runs from the lower to the higher share of a stated total; XS4ALL’s is too narrow to show its inside. Symantec’s total is a bound, so its result is one too: the bar fades, and no number is meant.",
  statuses: () => ["derived"],
  panels: (get) => [{ id: "shares", wide: conditionalShares(rowsOf(get), "wide"), narrow: conditionalShares(rowsOf(get), "narrow") }],
  alt: (get) => {
    const parts = rowsOf(get).map((row) => `${row.words} ${row.totalText.replace(/^of /, "of ")} (${row.label})`);
    return [
      `Range chart of XS4ALL’s share of machines in Asia, ${share(get)}, taken of the totals of three organisations, August 2001.`,
      `It would be ${parts.join("; ")}.`,
      "Nobody showed that the share holds outside XS4ALL’s network, and the totals count different things over different hours. Table follows.",
    ].join(" ");
  },
  table: (get) => ({
    columns: [
      { key: "organisation", label: "Organisation" },
      { key: "total", label: "Its total", numeric: true },
      { key: "low", label: "At the lower share", numeric: true },
      { key: "high", label: "At the higher share", numeric: true },
      { key: "window", label: "Hours counted, UTC" },
      { key: "claim", label: "Claim of the total" },
    ],
    rows: shares(get).map((row, index) => {
      const claim = totals(get)[index];
      const under = row.bound ? "under " : "";
      return { organisation: shortName(row.organisation), total: claim?.words ?? "", low: `${under}${numberWords(row.low)}`, high: `${under}${numberWords(row.high)}`, window: claim?.windowWords ?? "", claim: row.claim };
    }),
  }),
  sources: (get) => claimSources([...claimsById(get, ["xs4all-asia-machines"]), ...totals(get)]),
  notes: ["XS4ALL stated its share without hours, and its total for eight of them: even in its own row the two need not belong together."],
  objection: "SANS could not confirm the share, and Symantec gave none: two of the three rows join one party’s share to another’s total.",
};
