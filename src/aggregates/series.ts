import type { Records } from "../readers/records.ts";
import type { DatasetCard } from "../schema/dataset.ts";
import { type Accumulation, type Measure, measures } from "../schema/measure.ts";
import type { Missing } from "../schema/missing.ts";
import type { Operator } from "../schema/operator.ts";
import { quantities } from "../schema/quantity.ts";
import type { SeriesRow } from "../schema/series.ts";
import type { Status } from "../schema/status.ts";

/** One value of a series. `start` null with an `end` = the value at or up to `end`, start not stated; both null = no time stated. */
export interface SeriesPoint {
  readonly start: string | null;
  readonly end: string | null;
  readonly operator: Operator;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly timeUncertaintyMinutes: number;
  /** Why the value may not be what its column says; null where there is no doubt. */
  readonly suspect: string | null;
  readonly claim: string | null;
  /** How this value came to us: its own status, or its dataset's. */
  readonly status: Status;
  readonly note: string | null;
}

/** Hours for which the record holds nothing: kept, so that no line is drawn across them. */
export interface SeriesGap extends Missing {
  readonly start: string;
  readonly end: string;
}

/** One measure of a dataset, in time order. `accumulation` says whether it is a cumulative or a per-window view. */
export interface SeriesView {
  readonly measure: Measure;
  readonly label: string;
  readonly accumulation: Accumulation;
  readonly counts: string;
  readonly countsNot: string;
  readonly points: readonly SeriesPoint[];
  /** Between the first and the last window of a per-window view. */
  readonly gaps: readonly SeriesGap[];
}

export interface SeriesAggregate {
  readonly id: `series-${string}`;
  readonly title: string;
  readonly dataset: DatasetCard;
  readonly views: readonly SeriesView[];
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

/** A start that the source does not state stays open, even where the record holds an inferred time. */
const startOf = (row: SeriesRow, readings: Records["readings"]): string | null => (readings.get(row.claim ?? "")?.start_basis === "not_stated" ? null : row.window_start_utc);

const point = (row: SeriesRow, card: DatasetCard, readings: Records["readings"]): SeriesPoint => ({
  start: startOf(row, readings),
  end: row.window_end_utc,
  operator: row.operator,
  value: row.value,
  low: row.low,
  high: row.high,
  timeUncertaintyMinutes: row.time_uncertainty_minutes ?? 0,
  suspect: orNull(row.suspect),
  claim: orNull(row.claim),
  status: row.status === undefined || row.status === "" ? card.status : row.status,
  note: orNull(row.note),
});

const instant = (text: string | null): number => (text === null ? Number.POSITIVE_INFINITY : Date.parse(text));
const byTime = (a: SeriesPoint, b: SeriesPoint): number => instant(a.end) - instant(b.end) || instant(a.start) - instant(b.start);

/** Stretches between windows in which none runs. Windows may lie within each other, so they are taken by their starts. */
function gapsBetween(points: readonly SeriesPoint[]): SeriesGap[] {
  const windows = points.filter((each): each is SeriesPoint & { start: string; end: string } => each.start !== null && each.end !== null).sort((a, b) => instant(a.start) - instant(b.start));
  return windows.slice(1).flatMap((next, index) => {
    const last = windows.slice(0, index + 1).reduce((latest, each) => (instant(each.end) > instant(latest) ? each.end : latest), windows[0]?.end ?? next.start);
    return instant(last) < instant(next.start) ? [{ start: last, end: next.start, missing: "not_observed" as const }] : [];
  });
}

/** One recorded series as tidy points, a view for each measure, with its gaps kept as gaps. */
export function oneSeries(card: DatasetCard, rows: readonly SeriesRow[], readings: Records["readings"]): SeriesAggregate {
  const names = [...new Set(rows.map((row) => row.measure))];
  return {
    id: `series-${card.id}`,
    title: `${card.recorder}: ${card.source.title}`,
    dataset: card,
    views: names.map((measure) => {
      const { label, accumulation, quantity } = measures[measure];
      const points = rows
        .filter((row) => row.measure === measure)
        .map((row) => point(row, card, readings))
        .sort(byTime);
      const { counts, countsNot } = quantities[quantity];
      return { measure, label, accumulation, counts, countsNot, points, gaps: accumulation === "per_window" ? gapsBetween(points) : [] };
    }),
  };
}

/** Every recorded series, in the order of the cards. */
export function series({ cards, series: rows, readings }: Records): SeriesAggregate[] {
  return cards.flatMap((card) => {
    const own = rows.get(card.id);
    return own === undefined ? [] : [oneSeries(card, own, readings)];
  });
}
