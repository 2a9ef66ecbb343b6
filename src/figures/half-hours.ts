import type { Get } from "../aggregates/all.ts";
import type { ClaimEntry } from "../aggregates/claims.ts";
import { type HalfHour, halfHourBars } from "../charts/half-hour-bars.ts";
import { colours } from "../charts/palette.ts";
import { type ProductBar, productBars } from "../charts/product-bars.ts";
import type { Size } from "../charts/spec.ts";
import { numberWords } from "../schema/format.ts";
import { claimsById, claimSources } from "./claim-table.ts";
import type { Figure } from "./figure.ts";
import { claimAsSeriesRow, seriesColumns, seriesRow, seriesSource, viewOf } from "./series-rows.ts";

const seriesId = "series-unassigned-24-half-hourly-2001-08-01";

/** XS4ALL's half-hour and its eight hours. @throws when either has no number */
function pair(get: Get): { readonly half: ClaimEntry & { readonly value: number }; readonly eight: ClaimEntry & { readonly value: number }; readonly halfHours: number; readonly product: number } {
  const [half, eight] = claimsById(get, ["xs4all-half-hour", "xs4all-unique-8h"]);
  if (half?.value == null || eight?.value == null || eight.windowHours === null) throw new Error("XS4ALL’s half-hour and its eight hours need numbers");
  const halfHours = eight.windowHours * 2;
  return { half: { ...half, value: half.value }, eight: { ...eight, value: eight.value }, halfHours, product: halfHours * half.value };
}

const bars = (get: Get): HalfHour[] => viewOf(get(seriesId), "probes").points.flatMap(({ start, value }) => (start === null || value === null ? [] : [{ start, value }]));

const sums = (get: Get): ProductBar[] => {
  const { half, eight, halfHours, product } = pair(get);
  return [
    { key: "product", label: `${numberWords(halfHours)} × ${half.signs}, if ${half.signs} were typical`, value: product, signs: numberWords(product), supposed: true, colour: colours.xs4all },
    { key: eight.id, label: "counted in the eight hours", value: eight.value, signs: eight.signs, supposed: false, colour: colours.xs4all },
  ];
};

/** Lowest and highest of the four half-hours. */
const span = (get: Get): { readonly low: number; readonly high: number } => {
  const values = bars(get).map(({ value }) => value);
  return { low: Math.min(...values), high: Math.max(...values) };
};

/** Half-hours of one unused block of addresses, and why one half-hour does not make eight hours. */
export const halfHours: Figure = {
  id: "half-hours",
  from: ["claims", seriesId],
  span: "figure",
  title: () => "One half-hour of 700 cannot be multiplied by sixteen",
  subtitle: () => "Probes by the half-hour at one unassigned block of 256 addresses, 1 August 2001, 19:00 to 21:00 UTC; and XS4ALL’s one half-hour beside its eight hours.",
  holds: (get) => {
    const { half, eight, halfHours: count, product } = pair(get);
    const { low, high } = span(get);
    return half.value === 700 && count === 16 && product !== eight.value && high > low && half.window.start === null;
  },
  howToRead: "Solid bars are counts. The tick that stands apart is XS4ALL’s half-hour, which nobody named, so it has no place among the hours. The dashed bar is a sum that nobody counted.",
  statuses: () => ["recorded", "quoted", "derived"],
  lead: (_, form) => (form === "card" ? ["product"] : ["probes", "product"]),
  panels: (get) => {
    const { half } = pair(get);
    const drawn = (size: Size): ReturnType<typeof halfHourBars> =>
      halfHourBars(bars(get), { key: half.id, value: half.value, lines: [`XS4ALL: ${half.signs}`, "“unique attacks”,", ...(size === "wide" ? ["half-hour not named"] : ["half-hour", "not named"])], colour: colours.xs4all }, "probes in the half-hour", 840, [0, 200, 400, 600, 800], size);
    const product = (size: Size): ReturnType<typeof productBars> => productBars(sums(get), 12_000, [0, 4_000, 8_000, 12_000], size);
    return [
      { id: "probes", label: "Probes at one unassigned /24", note: "Recorded by the network’s operator. Packets or attempts: not stated. XS4ALL’s count is quoted and in another unit.", wide: drawn("wide"), narrow: drawn("narrow") },
      { id: "product", label: "XS4ALL, Thursday morning", note: "Derived, and quoted. The same address in two half-hours would count twice in the first bar, once in the second.", wide: product("wide"), narrow: product("narrow") },
    ];
  },
  alt: (get) => {
    const { half, eight, halfHours: count, product } = pair(get);
    const { low, high } = span(get);
    return [
      "Bar chart of probes in four half-hours at one unassigned block of 256 addresses, 1 August 2001, 19:00 to 21:00 UTC, with XS4ALL’s half-hour as a tick apart from them, and a second bar chart of XS4ALL’s numbers.",
      `The half-hours ran from ${numberWords(low)} to ${numberWords(high)} probes. XS4ALL’s ${half.words} “unique attacks” have no stated half-hour; ${numberWords(count)} × ${half.words} is ${numberWords(product)}, against ${eight.words} counted in eight hours, so one half-hour cannot be multiplied by ${count === 16 ? "sixteen" : numberWords(count)}.`,
      `Whether ${half.words} was a high half-hour, whether sources repeat, or whether attacks are not machines is not known. Table follows.`,
    ].join(" ");
  },
  table: (get) => {
    const series = get(seriesId);
    const view = viewOf(series, "probes");
    const { half, eight, halfHours: count, product } = pair(get);
    return {
      columns: seriesColumns,
      rows: [
        ...view.points.map((point) => seriesRow(point, view, "One unassigned /24")),
        claimAsSeriesRow(half, "XS4ALL, one half-hour"),
        { counter: `XS4ALL, ${numberWords(count)} × ${half.words}`, measure: `if ${half.words} were typical`, window: eight.windowWords, number: numberWords(product), operator: "computed", status: "derived", note: `${numberWords(count)} half-hours in the eight hours`, claim: `${half.id} ${eight.id}` },
        claimAsSeriesRow(eight, "XS4ALL, eight hours"),
      ],
    };
  },
  sources: (get) => {
    const { half, eight } = pair(get);
    return [seriesSource(get(seriesId)), ...claimSources([half, eight])];
  },
  notes: [
    "It counts probes, not machines, repeats included. Whether one is a packet or an attempt is not stated.",
    "The second panel decides nothing: 700 may have been a high half-hour, or attacks rather than sources. It shows only that half-hours of distinct things cannot be summed.",
  ],
  objection: "The four half-hours are of another place and evening and count probes, so they say nothing of how XS4ALL’s half-hours varied.",
};
