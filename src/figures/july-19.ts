import type { Get } from "../aggregates/all.ts";
import type { SeriesPoint, SeriesView } from "../aggregates/series.ts";
import { type CounterPanel, counterPanel } from "../charts/counter-panel.ts";
import type { BandLine } from "../charts/line-band.ts";
import { colours } from "../charts/palette.ts";
import type { Size } from "../charts/spec.ts";
import { numberWords } from "../schema/format.ts";
import { instrumentChange, instrumentChangeClock } from "../schema/instrument-change.ts";
import type { Measure } from "../schema/measure.ts";
import { instantWords } from "../schema/window.ts";
import type { Figure } from "./figure.ts";
import { addressesNotMachines, seriesColumns, seriesRow, seriesSource, signsOf, stepsOf, viewOf } from "./series-rows.ts";

const telescopeId = "series-caida-2001-07-19-cumulative";
const classBId = "series-cas-class-b-hourly-2001-07-19";

const domain = { start: "2001-07-19T00:00Z", end: "2001-07-20T07:00Z" } as const;

/** The day's last instant of spreading: the worm stops on the 20th of a month, 00:00 UTC. */
const stops = "2001-07-20T00:00Z";

const curves = ["unique_sources_cumulative", "sources_active", "sources_stopped_cumulative"] as const satisfies readonly Measure[];

type Read = SeriesPoint & { readonly end: string; readonly value: number; readonly low: number; readonly high: number };
const read = (point: SeriesPoint): point is Read => point.end !== null && point.value !== null && point.low !== null && point.high !== null;

const telescope = (get: Get, measure: Measure): Read[] => viewOf(get(telescopeId), measure).points.filter(read);

/** The most active at once, and all addresses seen by the end of the curve. @throws when a curve is empty */
export function peakAndAll(get: Get): { readonly peak: Read; readonly all: Read } {
  const active = telescope(get, "sources_active");
  const all = telescope(get, "unique_sources_cumulative").at(-1);
  const [first] = active;
  if (first === undefined || all === undefined) throw new Error("CAIDA’s curves of 19 July are empty");
  return { peak: active.reduce((best, point) => (point.value > best.value ? point : best), first), all };
}

const lineOf = (get: Get, measure: Measure, colour: string, ground = false): BandLine => ({ key: measure, colour, ground, points: telescope(get, measure).map(({ end, value, low, high }) => ({ at: end, value, low, high })) });

function telescopePanel(get: Get, size: Size): CounterPanel {
  const { peak, all } = peakAndAll(get);
  const last = domain.end;
  return {
    domain,
    top: 400_000,
    ticks: [0, 100_000, 200_000, 300_000, 400_000],
    unit: "addresses",
    colour: colours.ink,
    tickHours: { wide: 3, narrow: 12 },
    lines: [lineOf(get, "sources_stopped_cumulative", colours.secondInk), lineOf(get, "sources_active", colours.ink, true), lineOf(get, "unique_sources_cumulative", colours.ink)],
    labels: {
      wide: [
        { at: last, y: all.value, text: `${signsOf(all)} ever seen`, anchor: "end", dy: -13 },
        { at: peak.end, y: peak.value, text: `${signsOf(peak)} active`, anchor: "start", dx: -6, dy: -14 },
        { at: "2001-07-19T20:20Z", y: 62_000, text: "stopped so far", anchor: "start", remark: true },
      ],
      narrow: [
        { at: stops, y: all.value, text: `${signsOf(all)} seen`, anchor: "end", dx: -6, dy: -13 },
        { at: "2001-07-19T15:30Z", y: peak.value, text: `${signsOf(peak)} active`, anchor: "end", dx: -4, leadsTo: { at: peak.end, y: peak.value } },
        { at: "2001-07-19T23:20Z", y: 22_000, text: "stopped", anchor: "end", remark: true },
      ],
    },
    noteLine: { at: instrumentChange, text: size === "wide" ? `instrument changes? ${instrumentChangeClock}` : "instrument\nchanges?", anchor: "end", dy: size === "wide" ? 8 : 36 },
    wormLine: { at: stops, text: size === "wide" ? "scanning stops" : "scanning\nstops", anchor: "start", dy: 120 },
    height: { wide: 280, narrow: 240 },
  };
}

function classBPanel(get: Get): CounterPanel {
  const view = viewOf(get(classBId), "unique_sources");
  const exact = view.points.filter(({ operator }) => operator === "eq");
  const [first, last] = [view.points[0], view.points.at(-1)];
  const gaps = [
    { start: domain.start, end: first?.start ?? domain.start },
    { start: last?.end ?? domain.end, end: domain.end },
  ];
  return {
    domain,
    top: 140_000,
    ticks: [0, 50_000, 100_000],
    unit: "addresses in each hour",
    colour: colours.ink,
    tickHours: { wide: 3, narrow: 12 },
    steps: stepsOf(view),
    stepLine: "digitised",
    moments: exact.filter(({ end }) => end !== null).map((point) => ({
      key: "exact-hour",
      organisation: "Chemical Abstracts Service",
      operator: point.operator,
      value: point.value,
      at: new Date((Date.parse(point.start ?? "") + Date.parse(point.end ?? "")) / 2),
      uncertainty: 0,
      hollow: false,
    })),
    gaps,
    gapWords: "hour not known",
    labels: {
      wide: exact.flatMap((point) => (point.start === null || point.value === null ? [] : [{ at: point.start, y: point.value, text: `${signsOf(point)}, printed exactly`, anchor: "start" as const, dx: 20, dy: -12 }])),
      narrow: exact.flatMap((point) => (point.start === null || point.value === null ? [] : [{ at: point.start, y: point.value, text: `${signsOf(point)}, exact`, anchor: "start" as const, dx: 4, dy: -14 }])),
    },
    height: { wide: 150, narrow: 150 },
  };
}

const panels = [
  { id: "telescope", label: "CAIDA’s telescope: first seen, active, stopped", note: (get: Get) => `Digitised. One /8 and two /16 networks, as quoted from the paper. Bands: error of reading, ${numberWords(peakAndAll(get).all.high - peakAndAll(get).all.value)} addresses to either side.`, build: telescopePanel },
  { id: "class-b", label: "One class B network: distinct addresses by the hour", note: (get: Get) => `Digitised, one hour quoted exactly. ${numberWords(get(classBId).dataset.monitored_addresses ?? 0)} addresses watched.`, build: classBPanel },
] as const;

/** The July outbreak hour by hour: ever seen, active, stopped. */
export const july19: Figure = {
  id: "july-19",
  from: [telescopeId, classBId],
  span: "figure",
  title: () => "By CAIDA’s graph, under two thirds were active at once",
  subtitle: () => "Addresses that sent Code Red’s probes to CAIDA’s telescope and to one class B network, 19 July 00:00 to 20 July 07:00 UTC, 2001.",
  holds: (get) => {
    const { peak, all } = peakAndAll(get);
    return peak.high / all.low < 2 / 3;
  },
  howToRead: "Thin lines are read off printed pictures; the error of reading is hardly wider than the line. “Active” is first seen minus stopped: an address between its first and its last probe. The filled mark is printed exactly.",
  statuses: () => ["quoted", "digitised"],
  panels: (get) => panels.map(({ id, label, note, build }) => ({ id, label, note: note(get), wide: counterPanel(build(get, "wide"), "wide"), narrow: counterPanel(build(get, "narrow"), "narrow") })),
  alt: (get) => {
    const { peak, all } = peakAndAll(get);
    const exact = viewOf(get(classBId), "unique_sources").points.find(({ operator }) => operator === "eq");
    return [
      "Line chart of addresses first seen, active and stopped at CAIDA’s telescope, and step chart of distinct addresses in each hour at one class B network, 19 July 00:00 to 20 July 07:00 UTC, 2001.",
      `By the end ${numberWords(all.value)} addresses had been seen, give or take ${numberWords(all.high - all.value)}; at most ${numberWords(peak.value)} were active at once, at ${instantWords(peak.end)}, under two thirds. The class B network saw ${exact?.value == null ? "" : numberWords(exact.value)} addresses in the hour from 19:00.`,
      `The curves are read off printed figures; after ${instrumentChangeClock} UTC the first-seen times seem to be partly an instrument change, and an address is not a machine. Table follows.`,
    ].join(" ");
  },
  table: (get) => {
    const [caida, classB] = [get(telescopeId), get(classBId)];
    const hourly: SeriesView = viewOf(classB, "unique_sources");
    return {
      columns: seriesColumns,
      rows: [
        ...curves.flatMap((measure) => {
          const view = viewOf(caida, measure);
          return view.points.map((point) => seriesRow(point, view, "CAIDA’s telescope", measure === "sources_active" ? { startBasis: "not_stated", endBasis: "stated" } : undefined));
        }),
        ...hourly.points.map((point) => seriesRow(point, hourly, "One class B network")),
      ],
    };
  },
  sources: (get) => [seriesSource(get(telescopeId)), seriesSource(get(classBId))],
  notes: [
    "A row of CAIDA’s is a connection attempt to port 80, without a look at what it carried. The class B curve is printed without a name; we take it for Ken Eichman’s because the exact hour of his post lies on it.",
    addressesNotMachines,
  ],
  objection: "A host that fell silent for hours counts as active until its last probe, and one whose address changed counts as stopped, so the active curve can err either way.",
};
