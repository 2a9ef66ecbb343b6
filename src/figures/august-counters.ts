import type { AggregateId, Get } from "../aggregates/all.ts";
import { type CounterPanel, counterPanel } from "../charts/counter-panel.ts";
import { numberWords } from "../schema/format.ts";
import { statuses } from "../schema/status.ts";
import { akamaiPanel, estimatePanel, fsecurePanel, intelsatPanel, xs4allPanel } from "./august-panels.ts";
import { claimsById, claimSources } from "./claim-table.ts";
import type { Figure, FigurePanel, FigureTable } from "./figure.ts";
import { isPrintedHour, sansHourlyPanel, sansTotalPanel } from "./sans-panels.ts";
import { claimAsSeriesRow, seriesColumns, seriesRow, seriesSource, viewOf } from "./series-rows.ts";

const from = ["claims", "series-sans-cumulative-2001-08", "series-sans-hourly-2001-08-01", "series-akamai-cumulative-2001-08-01", "series-intelsat-hourly-2001-08-01"] as const satisfies readonly AggregateId[];

/** Statements drawn from the ledger, by panel. */
const ledger = {
  "XS4ALL": ["xs4all-unique-wednesday", "xs4all-unique-8h", "xs4all-half-hour"],
  "CAIDA and CERT/CC": ["caida-04", "cert-03"],
  "F-Secure": ["fsecure-01", "fsecure-02", "fsecure-03"],
} as const;

/** What the title needs: SANS's total at two moments and its hourly count at two. */
function turn(get: Get): { readonly totalBefore: number; readonly totalAfter: number; readonly hourBefore: number; readonly hourAfter: number } {
  const [totalBefore, totalAfter, hourBefore, hourAfter] = claimsById(get, ["sans-cumulative", "sans-digi-hour45", "sans-hourly-59000", "sans-hourly-50672"]).map(({ value }) => value);
  if (totalBefore == null || totalAfter == null || hourBefore == null || hourAfter == null) throw new Error("SANS’s totals and hourly counts need numbers");
  return { totalBefore, totalAfter, hourBefore, hourAfter };
}

const panel = (id: string, label: string, note: string, drawn: CounterPanel): FigurePanel => ({ id, label, note, wide: counterPanel(drawn, "wide"), narrow: counterPanel(drawn, "narrow") });

function rows(get: Get): FigureTable["rows"] {
  const total = get("series-sans-cumulative-2001-08");
  const hourly = get("series-sans-hourly-2001-08-01");
  const akamai = get("series-akamai-cumulative-2001-08-01");
  const intelsat = get("series-intelsat-hourly-2001-08-01");
  const [totals, hours, hosts, sources] = [viewOf(total, "unique_sources_cumulative"), viewOf(hourly, "unique_sources"), viewOf(akamai, "unique_sources_cumulative"), viewOf(intelsat, "unique_sources")];
  const assumed = { startBasis: "assumed", endBasis: "assumed" } as const;
  const [under] = claimsById(get, ["sans-08"]);
  return [
    ...totals.points.map((point) => seriesRow(point, totals, "SANS, running total", { startBasis: "not_stated", endBasis: point.timeUncertaintyMinutes > 0 ? "assumed" : "stated" })),
    ...hours.points.map((point) => seriesRow(point, hours, "SANS, by the hour", assumed)),
    ...(under === undefined ? [] : [claimAsSeriesRow(under, "SANS, by the hour (most likely this column)")]),
    ...Object.entries(ledger).flatMap(([counter, ids]) => claimsById(get, ids).map((claim) => claimAsSeriesRow(claim, counter))),
    ...hosts.points.map((point) => seriesRow(point, hosts, "Akamai", { startBasis: "not_stated", endBasis: "assumed" })),
    ...sources.points.map((point) => seriesRow(point, sources, "Intelsat", assumed)),
  ];
}

/** Every counter of the first days of August on one time axis, each in its own unit. */
export const augustCounters: Figure = {
  id: "august-counters",
  from,
  span: "figure",
  title: () => "SANS’s running total rose while its hourly count fell",
  subtitle: () => "Code Red as seven sets of counts and statements show it, 31 July 22:00 to 3 August 14:00 UTC, 2001. Each panel has its own unit and scale.",
  holds: (get) => {
    const { totalBefore, totalAfter, hourBefore, hourAfter } = turn(get);
    const [bound] = claimsById(get, ["sans-hourly-59000"]);
    return totalAfter > totalBefore && bound?.operator === "gt" && hourAfter < hourBefore;
  },
  howToRead: "Filled marks are stated as exact, open marks as “about” or doubtful. A stop with an arrow is a bound. A thin bar through a mark is the uncertainty of its hour. Dashed steps are derived; dots mean that no hour is known.",
  statuses: (get) => {
    const used = new Set(rows(get).map(({ status }) => status));
    return statuses.filter((status) => used.has(status));
  },
  lead: () => ["sans-total", "sans-hourly"],
  panels: (get) => [
    panel("sans-total", "SANS, running total", "Quoted. Reports to a pool of unknown size, start of the count not stated. The number cannot fall.", sansTotalPanel(get)),
    panel("sans-hourly", "SANS, by the hour", `Derived to 18:00 on 1 August from printed ratios; ${numberWords(printedEarly(get))} and the later hours quoted. Distinct addresses in each hour.`, sansHourlyPanel(get)),
    panel("xs4all", "XS4ALL", "Quoted. One network in Amsterdam, its size not stated.", xs4allPanel(get)),
    panel("estimates", "CAIDA and CERT/CC", "Quoted. One telescope whose monitor was “crippled” that day, and one estimate without a method.", estimatePanel(get)),
    panel("f-secure", "F-Secure", "Recorded: its own press release. Method not stated.", fsecurePanel(get)),
    panel("akamai", "Akamai", "Recorded. A sample of its web servers; start of the count not stated, Eastern time assumed.", akamaiPanel(get)),
    panel("intelsat", "Intelsat", "Recorded. One site, first seven hours, Eastern time assumed. Strips: office hours, 09:00 to 17:00.", intelsatPanel(get)),
  ],
  alt: (get) => {
    const { totalBefore, totalAfter, hourBefore, hourAfter } = turn(get);
    return [
      "Seven panels of dots, steps and bars of Code Red counts by SANS, XS4ALL, CAIDA, CERT/CC, F-Secure, Akamai and Intelsat on one axis, 31 July 22:00 to 3 August 14:00 UTC, 2001, each in its own unit.",
      `SANS’s running total rose from ${numberWords(totalBefore)} at 11:00 on 2 August to ${numberWords(totalAfter)} at 01:00 on 3 August, while the addresses it saw in one hour fell from more than ${numberWords(hourBefore)}, in each hour to 09:00 on 2 August, to ${numberWords(hourAfter)} in the hour to 01:00 on 3 August.`,
      "Most hours of 2 August have no hourly value, and several clock times are uncertain by up to six hours. Table follows.",
    ].join(" ");
  },
  table: (get) => ({ columns: seriesColumns, rows: rows(get) }),
  sources: (get) => {
    const totals = viewOf(get("series-sans-cumulative-2001-08"), "unique_sources_cumulative").points.flatMap(({ claim }) => (claim === null ? [] : [claim]));
    const claims = claimsById(get, [...totals, "sans-08", "sans-hourly-50672", ...Object.values(ledger).flat()]);
    return [...claimSources(claims), ...from.slice(2).map((id) => seriesSource(get(id as `series-${string}`)))];
  },
  notes: [
    "“More than 22,000” equals the hourly value for the same hour and may belong to that column; it is drawn dotted.",
    "“Under 60,000 an hour” was printed as probes. It fits the column of addresses in each hour and is drawn there in dashes, with that doubt.",
    "The date of the hour to 01:00 UTC on 3 August is inferred from the table’s hour 45. The totals about that time disagree by more than their rounding, so no line joins them.",
    "CERT/CC’s estimate carries no clock time. We assume 14:00 UTC on 2 August, an hour after the SANS total that the same article prints; “?” to both sides of the mark says so.",
    "SANS’s, XS4ALL’s and Intelsat’s panels count addresses, not machines: one machine can use several addresses, and several machines can share one.",
  ],
  objection: "An hourly count depends on how many firewalls reported in that hour, which no source here states: fewer reports would also lower it.",
};

/** The hourly value that is both printed and derived: the check on the derivation. */
function printedEarly(get: Get): number {
  const view = viewOf(get("series-sans-hourly-2001-08-01"), "unique_sources");
  return view.points.find((point) => point.operator === "eq" && isPrintedHour(point))?.value ?? 0;
}
