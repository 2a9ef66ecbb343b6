import type { Get } from "../aggregates/all.ts";
import type { ClaimEntry } from "../aggregates/claims.ts";
import type { SeriesPoint } from "../aggregates/series.ts";
import type { CounterPanel, PanelLabel } from "../charts/counter-panel.ts";
import { colours } from "../charts/palette.ts";
import type { Risen } from "../charts/rise-marks.ts";
import type { Size } from "../charts/spec.ts";
import type { WindowBar } from "../charts/window-bar.ts";
import { numberWords } from "../schema/format.ts";
import { claimsById } from "./claim-table.ts";
import { risenOf, signsOf, stepsOf, viewOf } from "./series-rows.ts";

/** The axis that all panels of 1 to 3 August share. */
export const augustDomain = { start: "2001-08-01T00:00Z", end: "2001-08-03T14:00Z" } as const;

type Placement = Pick<PanelLabel, "anchor" | "dx" | "dy">;
type Placements = Readonly<Record<string, Placement>>;

/** Labels of the running total, by claim, where there is room for them. */
const totalLabels: Readonly<Record<Size, Placements>> = {
  wide: {
    "sans-02": { anchor: "end", dx: -12 },
    "sans-04": { anchor: "end", dx: -12, dy: -6 },
    "sans-05": { anchor: "start", dx: 18 },
    "sans-06": { anchor: "start", dx: 11, dy: 7 },
    "sans-cumulative": { anchor: "start", dx: 10, dy: 10 },
    "sans-07": { anchor: "end", dx: -10, dy: -6 },
    "sans-09": { anchor: "start", dx: 11, dy: 3 },
    "sans-10": { anchor: "end", dx: -32, dy: -4 },
    "sans-digi-hour45": { anchor: "middle", dy: -15 },
    "sans-11": { anchor: "start", dx: 18, dy: 14 },
    "sans-12": { anchor: "end", dx: 8, dy: -15 },
  },
  narrow: {
    "sans-06": { anchor: "start", dx: 9, dy: 8 },
    "sans-cumulative": { anchor: "end", dx: -10, dy: -4 },
    "sans-digi-hour45": { anchor: "middle", dy: -15 },
  },
};

/** A point's label where the record places it in time. */
const label = (point: SeriesPoint, placement: Placement | undefined): PanelLabel[] =>
  placement === undefined || point.end === null || point.value === null ? [] : [{ at: point.end, y: point.value, text: signsOf(point), ...placement }];

const remark = (at: string, y: number, text: string, placement: Placement): PanelLabel => ({ at, y, text, ...placement, remark: true });

/** SANS's running total. */
export function sansTotalPanel(get: Get): CounterPanel {
  const points = viewOf(get("series-sans-cumulative-2001-08"), "unique_sources_cumulative").points;
  const pair = points.filter(({ claim }) => claim === "sans-03" || claim === "sans-14");
  const doubtful = points.find(({ suspect }) => suspect !== null);
  const labelsFor = (size: Size): PanelLabel[] => [
    ...points.flatMap((point) => label(point, totalLabels[size][point.claim ?? ""])),
    ...(size === "wide" && pair[0]?.end != null && pair[0].value !== null ? [{ at: pair[0].end, y: pair[0].value, text: pair.map(signsOf).join(", "), anchor: "end" as const, dx: -26, dy: 2 }] : []),
    ...(doubtful?.end != null && doubtful.value !== null ? [size === "wide" ? remark(doubtful.end, doubtful.value, `${signsOf(doubtful)}: ${doubtful.suspect ?? ""}`, { anchor: "start", dx: 34 }) : remark(doubtful.end, doubtful.value, doubtful.suspect ?? "", { anchor: "start", dx: 18 })] : []),
  ];
  return {
    domain: augustDomain,
    top: 330_000,
    ticks: [0, 100_000, 200_000, 300_000],
    unit: "addresses so far",
    colour: colours.sans,
    moments: points.map((point) => risenOf(point, "SANS")),
    labels: { wide: labelsFor("wide"), narrow: labelsFor("narrow") },
    wormLine: { at: augustDomain.start, text: "worm resumes scanning" },
    height: { wide: 250, narrow: 210 },
  };
}

/** True where digi.no prints the hour's value; the others are worked out from ratios. */
export const isPrintedHour = ({ note }: SeriesPoint): boolean => note?.startsWith("DERIVED") !== true;

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
    ...(under?.value == null || under.asOf === null || size === "narrow" ? [] : [remark(under.asOf, under.value, `${under.signs} an hour: this column?`, { anchor: "start", dx: 14, dy: -2 })]),
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
    gaps: [{ start: augustDomain.start, end: view.points[0]?.start ?? augustDomain.start }, ...view.gaps, { start: lastKnown, end: last }],
    gapWords: "hour not known",
    labels: { wide: labelsFor("wide"), narrow: labelsFor("narrow") },
    height: { wide: 160, narrow: 160 },
  };
}

/** A claim as a mark at its as-of moment. @throws when it has none */
function claimRisen(claim: ClaimEntry, organisation: string, hollow = false): Risen {
  if (claim.asOf === null) throw new Error(`${claim.id} has no moment`);
  return { key: claim.id, organisation, operator: claim.operator, value: claim.value, at: new Date(Date.parse(claim.asOf)), uncertainty: 0, hollow };
}

const claimLabel = (claim: ClaimEntry, text: string, placement: Placement): PanelLabel[] => (claim.asOf === null || claim.value === null ? [] : [{ at: claim.asOf, y: claim.value, text, ...placement }]);

const both = (labels: readonly PanelLabel[]): CounterPanel["labels"] => ({ wide: labels, narrow: labels });

/** XS4ALL's two windows, and the half-hour that has no place on the axis. */
export function xs4allPanel(get: Get): CounterPanel {
  const [wednesday, eight, half] = claimsById(get, ["xs4all-unique-wednesday", "xs4all-unique-8h", "xs4all-half-hour"]);
  const bars: WindowBar[] = [wednesday, eight].flatMap((claim) =>
    claim?.window.start == null || claim.window.end === null || claim.value === null
      ? []
      : [{ key: claim.id, start: claim.window.start, end: claim.window.end, startBasis: claim.window.startBasis, endBasis: claim.window.endBasis, y: claim.value, colour: colours.xs4all }],
  );
  const words = (claim: ClaimEntry | undefined, text: string, placement: Placement): PanelLabel[] => (claim?.window.end == null || claim.value === null ? [] : [{ at: claim.window.end, y: claim.value, text, ...placement }]);
  return {
    domain: augustDomain,
    top: 9_000,
    ticks: [0, 2_000, 4_000, 6_000, 8_000],
    unit: "addresses in the window",
    colour: colours.xs4all,
    windows: bars,
    axisValue: { value: half?.value ?? 0, text: { wide: `${half?.signs ?? ""} “unique attacks”, half-hour not named`, narrow: `${half?.signs ?? ""} “unique attacks”, no hour` } },
    labels: {
      wide: [...words(wednesday, `${wednesday?.signs ?? ""} on Wednesday, edges assumed`, { anchor: "end", dx: -40, dy: -15 }), ...words(eight, `${eight?.signs ?? ""} in eight hours`, { anchor: "start", dx: 10 })],
      narrow: [...(wednesday?.value == null ? [] : [{ at: augustDomain.start, y: wednesday.value, text: `${wednesday.signs}, edges assumed`, anchor: "start" as const, dx: 4, dy: -14 }]), ...words(eight, `${eight?.signs ?? ""} in 8 hours`, { anchor: "start", dx: 8 })],
    },
    height: { wide: 150, narrow: 150 },
  };
}

/** CAIDA's and CERT/CC's one statement each, in one unit as printed. */
export function estimatePanel(get: Get): CounterPanel {
  const [caida, cert] = claimsById(get, ["caida-04", "cert-03"]);
  if (caida === undefined || cert === undefined) throw new Error("CAIDA's and CERT/CC's statements of 1 and 2 August are missing");
  const caidaLabel = claimLabel(caida, `CAIDA: nearly ${numberWords(caida.value ?? 0)}`, { anchor: "end", dx: -14 });
  return {
    domain: augustDomain,
    top: 230_000,
    ticks: [0, 100_000, 200_000],
    unit: "infected systems",
    colour: colours.ink,
    moments: [claimRisen(caida, caida.organisation), claimRisen(cert, cert.organisation)],
    labels: {
      wide: [...caidaLabel, ...claimLabel(cert, `CERT/CC: ${cert.signs}, hour not stated`, { anchor: "start", dx: 10 })],
      narrow: [...caidaLabel, ...claimLabel(cert, `CERT/CC: ${cert.signs}`, { anchor: "end", dx: -10 })],
    },
    height: { wide: 110, narrow: 120 },
  };
}

/** F-Secure's three statements of 1 August. */
export function fsecurePanel(get: Get): CounterPanel {
  const claims = claimsById(get, ["fsecure-01", "fsecure-02", "fsecure-03"]);
  const [first, second, third] = claims;
  const labels = [
    ...(first === undefined ? [] : claimLabel(first, first.signs, { anchor: "start", dx: 8, dy: -12 })),
    ...(second === undefined ? [] : claimLabel(second, second.signs, { anchor: "start", dx: 9, dy: -2 })),
    ...(third === undefined ? [] : claimLabel(third, third.signs, { anchor: "start", dx: 16 })),
  ];
  return {
    domain: augustDomain,
    top: 28_000,
    ticks: [0, 10_000, 20_000],
    unit: "infected web servers",
    colour: colours.ink,
    moments: claims.map((claim) => claimRisen(claim, claim.organisation)),
    labels: { wide: labels, narrow: labels.slice(1) },
    height: { wide: 100, narrow: 110 },
  };
}

/** Akamai's running total from a sample of its servers. */
export function akamaiPanel(get: Get): CounterPanel {
  const points = viewOf(get("series-akamai-cumulative-2001-08-01"), "unique_sources_cumulative").points;
  const labels = [...points.slice(0, 1).flatMap((point) => label(point, { anchor: "end", dx: -10 })), ...points.slice(-1).flatMap((point) => label(point, { anchor: "start", dx: 11 }))];
  return {
    domain: augustDomain,
    top: 56_000,
    ticks: [0, 20_000, 40_000],
    unit: "hosts so far",
    colour: colours.ink,
    moments: points.map((point) => risenOf(point, "Akamai")),
    labels: both(labels),
    height: { wide: 110, narrow: 120 },
  };
}

/** One site's addresses in single hours, first seven hours. */
export function intelsatPanel(get: Get): CounterPanel {
  const view = viewOf(get("series-intelsat-hourly-2001-08-01"), "unique_sources");
  const last = view.points.at(-1);
  return {
    domain: augustDomain,
    top: 380,
    ticks: [0, 100, 200, 300],
    unit: "addresses in each hour",
    colour: colours.ink,
    steps: stepsOf(view),
    stepLine: "printed",
    gaps: [{ start: last?.end ?? augustDomain.start, end: augustDomain.end }],
    gapWords: "later hours not obtained",
    labels: both(last === undefined ? [] : label(last, { anchor: "start", dx: 8 })),
    height: { wide: 100, narrow: 110 },
    strips: true,
  };
}
