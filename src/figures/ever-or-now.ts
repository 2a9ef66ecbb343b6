import type { AggregateId, Get } from "../aggregates/all.ts";
import type { SeriesPoint } from "../aggregates/series.ts";
import { coverageStrip } from "../charts/coverage-strip.ts";
import { type Length, nestedBars, type NestedRow } from "../charts/nested-bars.ts";
import { colours } from "../charts/palette.ts";
import type { Size } from "../charts/spec.ts";
import { numberWords } from "../schema/format.ts";
import { hoursBetween, instantWords } from "../schema/window.ts";
import { claimsById, claimSources } from "./claim-table.ts";
import type { Figure, FigureTable } from "./figure.ts";
import { augustDomain, wormRestart } from "./panel-labels.ts";
import { addressesNotMachines, seriesColumns, seriesRow, seriesSource, signsOf, viewOf } from "./series-rows.ts";

const telescopeId = "series-caida-2001-07-19-cumulative";
const totalId = "series-sans-cumulative-2001-08";
const hourlyId = "series-sans-hourly-2001-08-01";

/** Moments of July at which the telescope's two curves are compared. */
const julyMoments = ["2001-07-19T16:00Z", "2001-07-19T18:00Z", "2001-07-19T20:00Z", "2001-07-19T22:00Z", "2001-07-19T23:00Z"] as const;

/** Moments of August at which both of SANS's columns are known: the running total's claim, and the end of the nearest known hour. */
const augustMoments = [
  { claim: "sans-02", hourEnd: "2001-08-01T19:00Z", label: "1 Aug, 18:30 (SANS not named)" },
  { claim: "sans-cumulative", hourEnd: "2001-08-02T09:00Z", label: "2 Aug, 11:00 (hour to 09:00)" },
  { claim: "sans-digi-hour45", hourEnd: "2001-08-03T01:00Z", label: "3 Aug, 01:00" },
] as const;

/** Hours in which SANS could have counted: from the restart to the end of the axis that the figures of August share. */
const augustHours = { start: wormRestart, end: augustDomain.end } as const;

/** End of the axis of both charts. */
const top = 400_000;
const ticks = [0, 100_000, 200_000, 300_000, 400_000] as const;

const pointAt = (points: readonly SeriesPoint[], end: string): SeriesPoint => {
  const found = points.find((point) => point.end === end);
  if (found === undefined) throw new Error(`no value at ${end}`);
  return found;
};

function lengthOf(point: SeriesPoint, key: string): Length {
  if (point.value === null) throw new Error(`no number at ${point.end ?? "an hour not stated"}`);
  return { key: point.claim ?? key, operator: point.operator, value: point.value, signs: signsOf(point), low: point.low ?? point.value, high: point.high ?? point.value };
}

interface Pair {
  readonly label: string;
  readonly ever: SeriesPoint;
  readonly now: SeriesPoint;
}

const julyPairs = (get: Get): Pair[] => {
  const series = get(telescopeId);
  return julyMoments.map((moment) => ({ label: instantWords(moment).replace(" July", " Jul").replace(" UTC", ""), ever: pointAt(viewOf(series, "unique_sources_cumulative").points, moment), now: pointAt(viewOf(series, "sources_active").points, moment) }));
};

const augustPairs = (get: Get): Pair[] =>
  augustMoments.map(({ claim, hourEnd, label }) => {
    const ever = viewOf(get(totalId), "unique_sources_cumulative").points.find((point) => point.claim === claim);
    if (ever === undefined) throw new Error(`no running total for ${claim}`);
    return { label, ever, now: pointAt(viewOf(get(hourlyId), "unique_sources").points, hourEnd) };
  });

const rowsOf = (pairs: readonly Pair[], colour: string): NestedRow[] => pairs.map(({ label, ever, now }, index) => ({ key: `row-${String(index)}`, label, ever: lengthOf(ever, `ever-${String(index)}`), now: lengthOf(now, `now-${String(index)}`), colour }));

/** The latest moment at which both columns are exact, which the title speaks of. */
function latest(get: Get): { readonly ever: SeriesPoint; readonly now: SeriesPoint } {
  const last = augustPairs(get).at(-1);
  if (last === undefined) throw new Error("no moment of August has both columns");
  return last;
}

const hourly = (get: Get): (SeriesPoint & { start: string; end: string })[] => viewOf(get(hourlyId), "unique_sources").points.filter((point): point is SeriesPoint & { start: string; end: string } => point.start !== null && point.end !== null);

/** How many hours of the axis have a number or a bound. */
const coveredHours = (get: Get): number => hourly(get).reduce((sum, { start, end }) => sum + hoursBetween(start, end), 0);

function strip(get: Get, size: Size): ReturnType<typeof coverageStrip> {
  const known = hourly(get);
  const view = viewOf(get(hourlyId), "unique_sources");
  const gaps = [{ start: augustHours.start, end: known[0]?.start ?? augustHours.end }, ...view.gaps, { start: known.at(-1)?.end ?? augustHours.start, end: augustHours.end }];
  const covered = known.map(({ start, end, operator }) => ({ start, end, kind: operator === "eq" ? ("value" as const) : ("bound" as const) }));
  return coverageStrip(covered, gaps, augustHours, colours.sans, size);
}

function rows(get: Get): FigureTable["rows"] {
  const [telescope, total, byHour] = [get(telescopeId), get(totalId), get(hourlyId)];
  const [seen, active] = [viewOf(telescope, "unique_sources_cumulative"), viewOf(telescope, "sources_active")];
  const [totals, hours] = [viewOf(total, "unique_sources_cumulative"), viewOf(byHour, "unique_sources")];
  const assumed = { startBasis: "assumed", endBasis: "assumed" } as const;
  return [
    ...julyPairs(get).flatMap(({ ever, now }) => [seriesRow(ever, seen, "CAIDA, ever seen"), seriesRow(now, active, "CAIDA, active then", { startBasis: "not_stated", endBasis: "stated" })]),
    ...augustPairs(get).map(({ ever }) => seriesRow(ever, totals, "SANS, so far", { startBasis: "not_stated", endBasis: "stated" })),
    ...hours.points.map((point) => seriesRow(point, hours, "SANS, in one hour", assumed)),
  ];
}

/** All that was ever seen against what was seen then. */
export const everOrNow: Figure = {
  id: "ever-or-now",
  from: ["claims", telescopeId, totalId, hourlyId] satisfies readonly AggregateId[],
  span: "figure",
  title: (get) => {
    const { ever, now } = latest(get);
    return `${signsOf(ever)} addresses so far; ${signsOf(now)} in the last hour`;
  },
  subtitle: (get) => `Addresses that sent Code Red’s probes, as two observers counted them, ever seen and seen at the time, July and August 2001, on one scale. The title is SANS’s count at ${instantWords(latest(get).ever.end ?? "")}, date inferred.`,
  holds: (get) => {
    const { ever, now } = latest(get);
    return ever.end === now.end && ever.operator === "eq" && now.operator === "eq" && ever.value !== null && now.value !== null && now.value < ever.value;
  },
  howToRead: "The wide bar is every address seen up to that moment, and it can only grow. The narrow bar inside it is the part seen then: active at that minute in July, seen in one hour in August. A fading end is “more than”; a dashed end is “about”.",
  statuses: () => ["quoted", "derived", "digitised"],
  lead: () => ["august"],
  panels: (get) => {
    const heads = { july: { ever: "ever seen", now: "active then" }, august: { ever: "so far", now: "in one hour" } };
    const [july, august] = [rowsOf(julyPairs(get), colours.ink), rowsOf(augustPairs(get), colours.sans)];
    return [
      { id: "july", label: "19 July, CAIDA’s telescope", note: "Digitised. First seen so far, and first seen minus stopped.", wide: nestedBars(july, heads.july, top, ticks, "wide"), narrow: nestedBars(july, heads.july, top, ticks, "narrow") },
      { id: "august", label: "1 to 3 August, SANS", note: "Quoted. Running total, start not stated, and distinct addresses in one hour, as we read its column.", wide: nestedBars(august, heads.august, top, ticks, "wide"), narrow: nestedBars(august, heads.august, top, ticks, "narrow") },
      { id: "coverage", label: "Hours for which SANS’s hourly count is known", note: `${numberWords(coveredHours(get))} of ${numberWords(hoursBetween(augustHours.start, augustHours.end))} hours; derived from printed ratios to 18:00 on 1 August, then quoted.`, wide: strip(get, "wide"), narrow: strip(get, "narrow") },
    ];
  },
  alt: (get) => {
    const { ever, now } = latest(get);
    const [first, last] = [julyPairs(get)[0], julyPairs(get).at(-1)];
    return [
      "Nested bar chart of addresses ever seen and seen at the time, by CAIDA’s telescope on 19 July and by SANS on 1 to 3 August 2001, UTC, with a strip of the hours that have data.",
      `SANS had ${signsOf(ever)} addresses so far at 01:00 on 3 August and ${signsOf(now)} in the last hour. CAIDA had ${numberWords(first?.ever.value ?? 0)} ever seen and ${numberWords(first?.now.value ?? 0)} active at 16:00 on 19 July, ${numberWords(last?.ever.value ?? 0)} and ${numberWords(last?.now.value ?? 0)} at 23:00.`,
      `A total that only grows says little of the moment; how many active hosts one hour of SANS’s pool could meet is not known, and only ${numberWords(coveredHours(get))} hours have data. Table follows.`,
    ].join(" ");
  },
  table: (get) => ({ columns: seriesColumns, rows: rows(get) }),
  sources: (get) => [seriesSource(get(telescopeId)), ...claimSources(claimsById(get, augustMoments.map(({ claim }) => claim))), seriesSource(get(hourlyId))],
  notes: [
    "The two observers are not compared with each other: one watched addresses that nobody uses, the other gathered reports.",
    "The second row of August pairs a total with an hour that ended two hours earlier, the nearest one known.",
    addressesNotMachines,
  ],
  objection: "Seen in one hour is not active in that hour: a small pool of sensors meets only part of the active hosts, and the size of SANS’s pool is not known.",
};
