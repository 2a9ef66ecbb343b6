import type { CountsBin, Counts } from "../schema/counts.ts";

/** What a bar counts. `newSources` stands in where a table of hosts states no more. */
export type BarMeasure = "probes" | "uniqueSources" | "newSources";

/** A number that belongs to a window, half-open, UTC. */
export interface TimedCount {
  readonly start: string;
  readonly end: string;
  readonly value: number;
}

/** The bins of a recording as a drawing needs them. */
export interface RecordingTimeline {
  readonly start: string;
  readonly end: string;
  /** Null where no bin holds a count of its own. */
  readonly measure: BarMeasure | null;
  /** Width of a bar in seconds, a multiple of the recorded bins' where those are too many to draw; null where widths differ. */
  readonly barSeconds: number | null;
  readonly bars: readonly TimedCount[];
  /** Distinct sources up to the end of each bin; empty where not stated. */
  readonly cumulative: readonly TimedCount[];
  /** Stretches without a bin: nothing was logged, which need not mean that nothing came. */
  readonly gaps: readonly { readonly start: string; readonly end: string }[];
}

/** More bars than this are thinner than two pixels in the wide drawing of 880. */
const mostBars = 336;

const seconds = (instant: string): number => Date.parse(instant) / 1000;
const instantOf = (time: number): string => new Date(time * 1000).toISOString().replace(".000Z", "Z");
const present = (bins: readonly CountsBin[], measure: BarMeasure | "cumulativeSources"): TimedCount[] => bins.flatMap(({ start, end, [measure]: value }) => (typeof value === "number" ? [{ start, end, value }] : []));

/** Seconds of a drawn bar: the bins', or the least multiple of them that fits. Distinct sources cannot be added, so their bins stay. */
function widthOf(timed: readonly TimedCount[], measure: BarMeasure | null, binSeconds: number | null): number | null {
  const [first] = timed;
  const last = timed.at(-1);
  if (binSeconds === null || measure === null || measure === "uniqueSources" || first === undefined || last === undefined) return binSeconds;
  return binSeconds * Math.ceil((seconds(last.end) - seconds(first.start)) / binSeconds / mostBars);
}

/** Counts in wider windows, each a whole multiple of `width` since 1970. @param join the value of a window from two of its bins */
function widened(timed: readonly TimedCount[], width: number, join: (before: number, next: number) => number): TimedCount[] {
  const groups = new Map<number, number>();
  for (const { start, value } of timed) {
    const place = Math.floor(seconds(start) / width);
    const before = groups.get(place);
    groups.set(place, before === undefined ? value : join(before, value));
  }
  return [...groups].map(([place, value]) => ({ start: instantOf(place * width), end: instantOf((place + 1) * width), value }));
}

/** Stretches between windows in the order of time. */
const gapsBetween = (timed: readonly TimedCount[]): { readonly start: string; readonly end: string }[] =>
  timed.slice(1).flatMap(({ start }, index) => {
    const end = timed[index]?.end ?? start;
    return end < start ? [{ start: end, end: start }] : [];
  });

/**
 * The bins of a recording, ready to be drawn.
 * @returns null where no bin holds a number
 */
export function recordingTimeline({ bins, binSeconds }: Pick<Counts, "bins" | "binSeconds">): RecordingTimeline | null {
  const measure = (["probes", "uniqueSources", "newSources"] as const).find((each) => present(bins, each).length > 0) ?? null;
  const bars = measure === null ? [] : present(bins, measure);
  const cumulative = present(bins, "cumulativeSources");
  const shown = bars.length > 0 ? bars : cumulative;
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return null;
  const barSeconds = widthOf(bars, measure, binSeconds);
  const wider = barSeconds !== null && barSeconds !== binSeconds;
  const drawnBars = wider ? widened(bars, barSeconds, (a, b) => a + b) : bars;
  const drawnCumulative = wider ? widened(cumulative, barSeconds, (_, next) => next) : cumulative;
  const drawn = drawnBars.length > 0 ? drawnBars : drawnCumulative;
  return { start: drawn[0]?.start ?? first.start, end: drawn.at(-1)?.end ?? last.end, measure, barSeconds, bars: drawnBars, cumulative: drawnCumulative, gaps: gapsBetween(drawn) };
}
