import type { Get } from "../aggregates/all.ts";
import type { SeriesPoint } from "../aggregates/series.ts";
import type { CounterPanel, PanelLabel } from "../charts/counter-panel.ts";
import { colours } from "../charts/palette.ts";
import type { Size } from "../charts/spec.ts";
import { claimsById } from "./claim-table.ts";
import { augustDomain, claimRisen, label, type Placements, remark, wormRestart } from "./panel-labels.ts";
import { risenOf, signsOf, stepsOf, suspectWords, viewOf } from "./series-rows.ts";

/** Labels of the running total, by claim, where there is room for them. */
const totalLabels: Readonly<Record<Size, Placements>> = {
  wide: {
    "sans-02": { anchor: "start", dx: 11 },
    "sans-04": { anchor: "end", dx: -12, dy: -6 },
    "sans-05": { anchor: "start", dx: 18 },
    "sans-06": { anchor: "start", dx: 11, dy: 7 },
    "sans-cumulative": { anchor: "start", dx: 10, dy: 10 },
    "sans-07": { anchor: "end", dx: -10, dy: -6 },
    "sans-09": { anchor: "start", dx: 11, dy: 3 },
    "sans-10": { anchor: "end", dx: -32, dy: -4 },
    "sans-digi-hour45": { anchor: "end", dx: 4, dy: -15 },
    "sans-11": { anchor: "start", dx: 18, dy: 14 },
    "sans-12": { anchor: "end", dx: 8, dy: -15 },
  },
  narrow: {
    "sans-06": { anchor: "start", dx: 9, dy: 8 },
    "sans-cumulative": { anchor: "end", dx: -10, dy: -4 },
    "sans-digi-hour45": { anchor: "end", dx: -8, dy: -9 },
  },
};

/** SANS's running total. */
export function sansTotalPanel(get: Get): CounterPanel {
  const points = viewOf(get("series-sans-cumulative-2001-08"), "unique_sources_cumulative").points;
  const pair = points.filter(({ claim }) => claim === "sans-03" || claim === "sans-14");
  const doubtful = points.find(({ suspect }) => suspect !== null);
  const labelsFor = (size: Size): PanelLabel[] => [
    ...points.flatMap((point) => label(point, totalLabels[size][point.claim ?? ""])),
    ...(size === "wide" && pair[0]?.end != null && pair[0].value !== null ? [{ at: pair[0].end, y: pair[0].value, text: pair.map(signsOf).join(", "), anchor: "end" as const, dx: -26, dy: 2 }] : []),
    ...(doubtful?.end != null && doubtful.value !== null ? [size === "wide" ? remark(doubtful.end, doubtful.value, `${signsOf(doubtful)}: ${suspectWords(doubtful.suspect)}`, { anchor: "start", dx: 34 }) : remark(doubtful.end, doubtful.value, suspectWords(doubtful.suspect), { anchor: "start", dx: 18 })] : []),
  ];
  return {
    domain: augustDomain,
    top: 330_000,
    ticks: [0, 100_000, 200_000, 300_000],
    unit: "addresses so far",
    colour: colours.sans,
    moments: points.map((point) => risenOf(point, "SANS")),
    labels: { wide: labelsFor("wide"), narrow: labelsFor("narrow") },
    wormLine: { at: wormRestart, text: { wide: "worm resumes scanning", narrow: "worm resumes\nscanning" }, dy: 34 },
    height: { wide: 250, narrow: 210 },
  };
}

/** True where digi.no prints the hour's value; the others are worked out from ratios. */
export const isPrintedHour = ({ status }: SeriesPoint): boolean => status !== "derived";

const windowed = (point: SeriesPoint): point is SeriesPoint & { start: string; end: string; value: number } => point.start !== null && point.end !== null && point.value !== null;

/** SANS's addresses in single hours, with the hours that nobody printed left open. */
export function sansHourlyPanel(get: Get): CounterPanel {
  const view = viewOf(get("series-sans-hourly-2001-08-01"), "unique_sources");
  const [under] = claimsById(get, ["sans-08"]);
  const last = augustDomain.end;
  const bounds = view.points.filter(windowed).filter(({ operator }) => operator === "gt");
  const printed = view.points.filter(windowed).filter((point) => point.operator === "eq" && isPrintedHour(point));
  const lastKnown = view.points.at(-1)?.end ?? last;
  const labelsFor = (size: Size): PanelLabel[] => [
    ...bounds.map((point, index) => ({ at: size === "narrow" && index === 0 ? point.start : point.end, y: point.value, text: signsOf(point), anchor: index === 0 ? ("end" as const) : ("middle" as const), dx: index === 0 ? (size === "wide" ? -18 : -4) : size === "wide" ? -25 : -10, dy: index === 0 ? -8 : 14 })),
    ...printed.flatMap((point) => (size === "narrow" && point.value < 50_000 ? [] : [{ at: point.start, y: point.value, text: signsOf(point), anchor: point.value < 50_000 ? ("end" as const) : ("middle" as const), dx: point.value < 50_000 ? -8 : 6, dy: point.value < 50_000 ? -4 : 15 }])),
    ...(under?.value == null || under.asOf === null ? [] : [remark(under.asOf, under.value, size === "wide" ? `${under.signs} an hour: most likely this column` : `${under.signs}?`, { anchor: "start", dx: size === "wide" ? 14 : 9, dy: -2 })]),
  ];
  return {
    domain: augustDomain,
    top: 75_000,
    ticks: [0, 20_000, 40_000, 60_000],
    unit: "addresses in each hour",
    colour: colours.sans,
    steps: stepsOf(view),
    stepLine: "derived",
    windowBounds: bounds.map((point) => ({ bound: { ...risenOf(point, "SANS"), key: `hour-${point.start.replace(/\W/g, "")}` }, start: point.start, end: point.end })),
    moments: [...printed.map((point) => ({ ...risenOf(point, "SANS"), key: `printed-${point.start.replace(/\W/g, "")}`, at: new Date((Date.parse(point.start) + Date.parse(point.end)) / 2) })), ...(under === undefined ? [] : [claimRisen(under, "SANS", true)])],
    gaps: [{ start: wormRestart, end: view.points[0]?.start ?? wormRestart }, ...view.gaps, { start: lastKnown, end: last }],
    gapWords: "hour not known",
    labels: { wide: labelsFor("wide"), narrow: labelsFor("narrow") },
    height: { wide: 160, narrow: 160 },
  };
}
