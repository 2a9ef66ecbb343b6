import type { RecordingAggregate } from "../aggregates/recordings.ts";
import type { FigureTable } from "../figures/figure.ts";
import { formatWords } from "../schema/log-format.ts";
import { type Missing, missingWords } from "../schema/missing.ts";
import { variantWords } from "../schema/variant.ts";
import { countWords, durationWords, percentWords, probesWords, sentence, sourcesWords, spanWords, watchedWords, windowOf, zoneWords } from "./recording-words.ts";

type Counts = RecordingAggregate["counts"];
type Row = FigureTable["rows"][number];

/** A number as a number, so that a file holds plain digits; its absence in words. */
const cell = (value: number | Missing): string | number => (typeof value === "number" ? value : missingWords[value.missing]);

const pairs = (label: string, value: string): FigureTable["columns"] => [
  { key: "what", label },
  { key: "value", label: value, numeric: true },
];

/** What the reader counted, one line each. */
export const totalsTable = ({ counts, basis }: RecordingAggregate): FigureTable => ({
  columns: pairs("Counted", "Number"),
  rows: [
    { what: sentence(probesWords(basis)), value: cell(counts.probes) },
    { what: `Distinct ${sourcesWords(basis)}`, value: cell(counts.uniqueSources) },
    { what: "Probes whose source was lost", value: counts.probesWithoutSource },
    { what: "Sources seen with several variants", value: cell(counts.sourcesOfSeveralVariants) },
    ...("missing" in counts.frequency
      ? []
      : [
          { what: "Sources seen with exactly one probe (f1)", value: counts.frequency.f1 },
          { what: "Sources seen with exactly two probes (f2)", value: counts.frequency.f2 },
          { what: "Sources seen in exactly one bin (q1)", value: counts.frequency.q1 },
          { what: "Sources seen in exactly two bins (q2)", value: counts.frequency.q2 },
        ]),
  ],
});

/** Who watched, over which hours. */
export const sensorRows = ({ counts, card }: RecordingAggregate): readonly (readonly [string, string])[] => [
  ["Sensor", counts.sensor.id],
  ["Addresses watched", watchedWords(counts)],
  ["First to last line counted", windowOf(counts)],
  ["Width of the bins", counts.binSeconds === null ? "differs" : durationWords(counts.binSeconds)],
  ["Time zone", card.zoneBasis],
];

/** Every bin as recorded; bins without a line are not there. */
export const binsTable = ({ counts, basis }: RecordingAggregate): FigureTable => ({
  columns: [
    { key: "start", label: "Start, UTC" },
    { key: "end", label: "End, UTC" },
    { key: "probes", label: sentence(probesWords(basis)), numeric: true },
    { key: "sources", label: "Distinct source addresses", numeric: true },
    { key: "new", label: "First seen in the bin", numeric: true },
    { key: "cumulative", label: "Distinct so far", numeric: true },
  ],
  rows: counts.bins.map(({ start, end, probes, uniqueSources, newSources, cumulativeSources }): Row => ({ start, end, probes: cell(probes), sources: cell(uniqueSources), new: cell(newSources), cumulative: cell(cumulativeSources) })),
});

/** Probes by hour of the day; an hour outside the window was not observed. */
export const hoursTable = ({ hours, basis }: RecordingAggregate): FigureTable => ({
  columns: [
    { key: "hour", label: "Hour from, UTC" },
    { key: "probes", label: sentence(probesWords(basis)), numeric: true },
  ],
  rows: "missing" in hours ? [] : hours.map((value, hour): Row => ({ hour: `${String(hour).padStart(2, "0")}:00`, probes: cell(value) })),
});

/** Probes and sources of each variant. */
export const variantsTable = ({ counts, basis }: RecordingAggregate): FigureTable => ({
  columns: [
    { key: "variant", label: "Variant" },
    { key: "probes", label: sentence(probesWords(basis)), numeric: true },
    { key: "sources", label: "Distinct source addresses", numeric: true },
  ],
  rows: "missing" in counts.byVariant ? [] : counts.byVariant.map(({ variant, probes, sources }): Row => ({ variant: variantWords[variant], probes, sources })),
});

/** Sources by country, with those that have none kept apart; no rows where no country was looked up. */
export function countriesTable({ counts, countries }: RecordingAggregate): FigureTable {
  const columns = [
    { key: "country", label: "Country" },
    { key: "sources", label: "Distinct source addresses", numeric: true },
  ];
  if ("missing" in countries || "missing" in counts.countries) return { columns, rows: [] };
  const { tooFew, regionOnly, unresolved } = counts.countries;
  return {
    columns,
    rows: [
      ...countries.map(({ name, sources }): Row => ({ country: name, sources })),
      { country: "Countries with too few to show, together", sources: tooFew.sources },
      { country: "Known to a region only", sources: regionOnly.sources },
      { country: "Not resolved", sources: unresolved.sources },
    ],
  };
}

/** The quality report of one input, one line each. */
export function qualityTable(input: Counts["inputs"][number]): FigureTable {
  const rejected = input.rejected.map(({ words, lines, firstLines }): Row => ({ what: `Rejected: ${words} (first at line ${firstLines.join(", ")})`, value: lines }));
  return {
    columns: pairs("Quality", "Found"),
    rows: [
      { what: "Format", value: `${formatWords[input.format]}, ${input.formatBasis}` },
      { what: "Compression", value: input.compression },
      { what: "Bytes", value: input.bytes },
      { what: "Lines", value: input.lines },
      { what: "Lines recognised", value: input.recognised },
      { what: "Recognised by the request itself (matched)", value: input.matched },
      { what: "Recognised by a message or an alert (inferred)", value: `${countWords(input.inferred)}, ${percentWords(input.inferredShare)}` },
      { what: "Last lines cut within the address", value: input.cut },
      { what: "Lines with the marker outside the request, not counted", value: input.markerElsewhere },
      { what: "Rejected, of all that could have counted", value: percentWords(input.rejectedShare) },
      ...rejected,
      { what: "Lines that repeat the one before, counted", value: input.repeatedLines },
      { what: "Steps back in time", value: input.timeOrder.backwards },
      { what: "Clock jumps", value: input.clockJumps.count },
      { what: "Gaps of more than an hour", value: input.gaps.count },
      ...input.gaps.first.map(({ from, to }): Row => ({ what: "Gap", value: spanWords({ start: from, end: to }) })),
      { what: "Time zone", value: zoneWords(input) },
      { what: "Grew while it was read", value: input.grewWhileRead ? "yes" : "no" },
    ],
  };
}

/** The tables that stand behind drawings, by the name of their file. */
export const drawnTables = { bins: binsTable, hours: hoursTable, countries: countriesTable } as const;
export type DrawnTable = keyof typeof drawnTables;
