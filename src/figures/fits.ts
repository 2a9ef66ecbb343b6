import type { Get } from "../aggregates/all.ts";
import type { GrowthFit } from "../aggregates/growth-fits.ts";
import { type GrowthRow, growthRatesChart } from "../charts/growth-rates.ts";
import { type FitWords, fitResidualsChart } from "../charts/fit-residuals.ts";
import { fixedWords, numberWords, significantWords } from "../schema/format.ts";
import { instrumentChange, instrumentChangeClock } from "../schema/instrument-change.ts";
import { instantWords } from "../schema/window.ts";
import type { Figure, FigurePanel } from "./figure.ts";
import { seriesSource } from "./series-rows.ts";

const change = { at: instrumentChange, words: `instrument changed, ${instrumentChangeClock}` } as const;

/** Panels in drawing order, with their axes. */
const panels: readonly (FitWords & { readonly id: string })[] = [
  { id: "caida-active", organisation: null, domain: { start: "2001-07-19T08:00Z", end: "2001-07-20T00:00Z" }, ticks: [0, 100_000, 200_000, 300_000], residual: 2_000, change },
  { id: "class-b", organisation: null, domain: { start: "2001-07-19T10:00Z", end: "2001-07-20T00:00Z" }, ticks: [0, 50_000, 100_000, 150_000], residual: 2_000, change: null },
  { id: "sans-hourly", organisation: "SANS", domain: { start: "2001-08-01T04:00Z", end: "2001-08-01T18:00Z" }, ticks: [0, 20_000, 40_000, 60_000], residual: 600, change: null },
  { id: "intelsat", organisation: null, domain: { start: "2001-08-01T00:00Z", end: "2001-08-01T07:00Z" }, ticks: [0, 100, 200, 300, 400], residual: 20, change: null },
];

const datasetIds = ["series-caida-2001-07-19-cumulative", "series-cas-class-b-hourly-2001-07-19", "series-sans-hourly-2001-08-01", "series-intelsat-hourly-2001-08-01"] as const;

function fitOf(get: Get, id: string): GrowthFit {
  const found = get("growth-fits").rows.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no growth fit ${id}`);
  return found;
}

const shown = (get: Get): GrowthFit[] => panels.map(({ id }) => fitOf(get, id));

const growthWords = ({ growthPerHour: { value, low, high } }: GrowthFit): string => `${fixedWords(value, 2)} an hour (${fixedWords(low, 2)}–${fixedWords(high, 2)})`;

const lawWords = ({ law }: GrowthFit): string => (law === "logistic" ? "logistic" : "exponential, no bend yet");

const july = (get: Get): GrowthFit[] => [fitOf(get, "caida-active"), fitOf(get, "class-b")];
const august = (get: Get): GrowthFit[] => [fitOf(get, "sans-hourly"), fitOf(get, "intelsat")];

const panelOf = (get: Get, words: (typeof panels)[number]): FigurePanel => {
  const fit = fitOf(get, words.id);
  return { id: words.id, label: fit.label, note: `${lawWords(fit)}; growth ${growthWords(fit)}`, wide: fitResidualsChart(fit, words, "wide"), narrow: fitResidualsChart(fit, words, "narrow") };
};

/** Minutes in which a number doubles that grows by `growth` an hour: ln 2 ÷ growth. */
const doublingMinutes = (growth: number): number => (Math.LN2 / growth) * 60;

const shortLabels: Readonly<Record<string, string>> = { "caida-active": "19 July, CAIDA’s telescope", "class-b": "19 July, a class B network", "sans-hourly": "1 August, SANS’s pool", "intelsat": "1 August, one site of Intelsat" };

const growthRows = (get: Get): GrowthRow[] =>
  shown(get).map((fit) => {
    const { value, low, high } = fit.growthPerHour;
    return { key: fit.id, label: shortLabels[fit.id] ?? fit.label, organisation: fit.id === "sans-hourly" ? "SANS" : null, value, low, high, words: `${fixedWords(value, 2)} (${fixedWords(low, 2)}–${fixedWords(high, 2)})` };
  });

// The slowest growth doubles in the longest time: the ends change places.
const doublingRows = (get: Get): GrowthRow[] =>
  growthRows(get).map((row) => {
    const [value, low, high] = [doublingMinutes(row.value), doublingMinutes(row.high), doublingMinutes(row.low)];
    return { ...row, value, low, high, words: `${significantWords(value, 2)} (${significantWords(low, 2)}–${significantWords(high, 2)})` };
  });

const leadPanels = (get: Get): FigurePanel[] => {
  const both = (id: string, label: string, note: string, rows: readonly GrowthRow[], top: number, ticks: readonly number[]): FigurePanel => ({ id, label, note, wide: growthRatesChart(rows, top, ticks, "wide"), narrow: growthRatesChart(rows, top, ticks, "narrow") });
  return [
    both("growth", "Growth an hour", "Fitted early growth; bars are 95 % intervals", growthRows(get), 2.5, [0, 0.5, 1, 1.5, 2, 2.5]),
    both("doubling", "Minutes to double", "The same four laws: ln 2 divided by the growth", doublingRows(get), 100, [0, 25, 50, 75, 100]),
  ];
};

/** Growth laws through what was recorded, and what they leave over. */
export const fits: Figure = {
  id: "fits",
  from: ["growth-fits", ...datasetIds],
  span: "figure",
  columns: 2,
  title: () => "The worm grew far more slowly in August than July",
  subtitle: () => "Recorded curves of 19 July and 1 August 2001, UTC, with a law of growth fitted to each, and below each what the law leaves over.",
  holds: (get) => Math.min(...july(get).map(({ growthPerHour }) => growthPerHour.low)) > 2 * Math.max(...august(get).map(({ growthPerHour }) => growthPerHour.high)),
  howToRead: "Above, an open mark is the fitted growth and the bar its interval. Open circles and squares: values fitted. Crosses: values left out. Dashes: the law. Below, each stroke is one value less the law: strokes that run in waves mean the law is wrong in shape and the printed interval too narrow.",
  statuses: () => ["recorded", "derived", "digitised", "modelled"],
  lead: () => ["growth"],
  panels: (get) => [...leadPanels(get), ...panels.map((words) => panelOf(get, words))],
  alt: (get) =>
    [
      "Two dot charts of fitted growth, then four line charts with residuals: recorded numbers of Code Red sources with a fitted law of growth, by CAIDA’s telescope and one class B network on 19 July 2001 and by SANS and one site of Intelsat on 1 August 2001, UTC.",
      `${shown(get).map((fit) => `${fit.label}: ${lawWords(fit)}, ${growthWords(fit)}${fit.leftOut === null ? "" : `, left out ${fit.leftOut}`}`).join(". ")}.`,
      "Growth in July was more than twice that of August. The telescope’s residuals run in waves, so its interval is too narrow. Table follows.",
    ].join(" "),
  table: (get) => ({
    columns: [
      { key: "counter", label: "Counter and measure" },
      { key: "window", label: "Hours, UTC" },
      { key: "value", label: "Recorded", numeric: true },
      { key: "residual", label: "Recorded less fitted", numeric: true },
    ],
    rows: [...shown(get).flatMap((fit, index) => {
      const window = `${instantWords(fit.fittedFrom)} to ${instantWords(fit.fittedTo)}`;
      return [
        { counter: `${fit.label}: growth an hour, modelled`, window, value: growthRows(get)[index]?.words ?? "", residual: "does not apply" },
        { counter: `${fit.label}: minutes to double, modelled`, window, value: doublingRows(get)[index]?.words ?? "", residual: "does not apply" },
      ];
    }), ...panels.flatMap(({ id, domain }) => {
      const fit = fitOf(get, id);
      return fit.points
        .filter(({ end }) => Date.parse(end) > Date.parse(domain.start) && Date.parse(end) <= Date.parse(domain.end))
        .map(({ start, end, value, residual }) => ({
          counter: fit.label,
          window: start === end ? instantWords(end) : `${instantWords(start)} to ${instantWords(end)}`,
          value: Math.round(value),
          residual: residual === null ? "left out" : residual > 0 ? `+${numberWords(Math.round(residual))}` : numberWords(Math.round(residual)),
        }));
    })],
  }),
  sources: (get) => datasetIds.map((id) => seriesSource(get(id))),
  notes: [
    `From ${instrumentChangeClock} UTC on 19 July the telescope’s first-seen times are partly a change of instrument: those values are drawn as crosses and left out. The intervals hold the scatter of the points alone.`,
    "SANS’s hours are reconstructed from printed ratios. A count of one hour follows the number at work whatever the size of the network, so its growth can be compared; its height cannot.",
  ],
  objection: "Growth is the product of how many machines there are and how fast each scans; a slower August can mean fewer machines or sleepier ones.",
};
