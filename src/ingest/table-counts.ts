import type { Missing } from "../schema/missing.ts";
import { countMeasures, type CountMeasure, type CountWindow } from "./count-row.ts";
import type { Counts, CountsBin, CountsInput } from "../schema/counts.ts";
import { utcText } from "./utc-text.ts";

const notPublished: Missing = { missing: "not_published" };

function binOf({ start, end, values }: CountWindow): CountsBin {
  const value = (measure: CountMeasure): number | Missing => values[measure] ?? notPublished;
  const bin: CountsBin = { start: utcText(start), end: utcText(end), probes: notPublished, probesByVariant: notPublished, uniqueSources: notPublished, newSources: notPublished, cumulativeSources: notPublished };
  for (const measure of Object.keys(countMeasures) as CountMeasure[]) bin[countMeasures[measure]] = value(measure);
  return bin;
}

/**
 * The counts of a tidy table: its windows as bins. Probes add up where every window states them and no two overlap; unique sources never do,
 * so their total is the last cumulative value, or not published.
 */
export function tableCounts(windows: ReadonlyMap<string, CountWindow>, sensor: Counts["sensor"], inputs: CountsInput[]): Counts {
  const inOrder = [...windows.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  const first = inOrder[0];
  const widths = new Set(inOrder.map(({ start, end }) => end - start));
  const [width] = widths;
  const apart = inOrder.every(({ start }, place) => start >= (inOrder[place - 1]?.end ?? 0));
  const probes = inOrder.flatMap(({ values }) => values.probes ?? []);
  const cumulative = inOrder.flatMap(({ values }) => values.unique_sources_cumulative ?? []);
  return {
    schema: "counting-code-red/counts/1",
    kind: "counts",
    sensor,
    window: first === undefined ? null : { start: utcText(first.start), end: utcText(Math.max(...inOrder.map(({ end }) => end))) },
    binSeconds: widths.size === 1 ? (width ?? null) : null,
    probes: apart && probes.length > 0 && probes.length === inOrder.length ? probes.reduce((total, n) => total + n, 0) : notPublished,
    probesWithoutSource: 0,
    uniqueSources: cumulative.length > 0 ? Math.max(...cumulative) : notPublished,
    byVariant: notPublished,
    sourcesOfSeveralVariants: notPublished,
    bins: inOrder.map(binOf),
    hourOfDay: notPublished,
    frequency: notPublished,
    countries: notPublished,
    inputs,
  };
}
