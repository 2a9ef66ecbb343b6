import type { ClaimEntry } from "../aggregates/claims.ts";
import type { SeriesAggregate, SeriesPoint, SeriesView } from "../aggregates/series.ts";
import type { Risen } from "../charts/rise-marks.ts";
import type { Step } from "../charts/step-band.ts";
import { valueSigns, valueWords } from "../schema/format.ts";
import type { Measure } from "../schema/measure.ts";
import { operatorWords } from "../schema/operator.ts";
import { dateWords, type EdgeBasis, windowWords } from "../schema/window.ts";
import type { FigureSource, FigureTable } from "./figure.ts";

/** The view of one measure. @throws when the series has none */
export function viewOf(series: SeriesAggregate, measure: Measure): SeriesView {
  const found = series.views.find((view) => view.measure === measure);
  if (found === undefined) throw new Error(`${series.id} has no ${measure}`);
  return found;
}

const keyOf = (point: SeriesPoint): string => (point.claim ?? point.end ?? "no-hour").replace(/[^a-z0-9-]/gi, "-");

/** A point of a running total as a mark at the end of its window. @throws when it has no end */
export function risenOf(point: SeriesPoint, organisation: string): Risen {
  if (point.end === null) throw new Error("a value without an end has no place on a time axis");
  return { key: keyOf(point), organisation, operator: point.operator, value: point.value, at: new Date(Date.parse(point.end)), uncertainty: point.timeUncertaintyMinutes * 60_000, hollow: point.suspect !== null };
}

/** Points of a window with a number of their own, as steps; bounds are left out, for they are no values. */
export const stepsOf = (view: SeriesView): Step[] =>
  view.points.flatMap(({ start, end, operator, value, low, high }) => (start !== null && end !== null && value !== null && (operator === "eq" || operator === "approx") ? [{ start, end, value, low: low ?? value, high: high ?? value }] : []));

/** Columns of every table whose rows are values of series. */
export const seriesColumns: FigureTable["columns"] = [
  { key: "counter", label: "Counter" },
  { key: "measure", label: "What is counted" },
  { key: "window", label: "Hours, UTC" },
  { key: "number", label: "Number", numeric: true },
  { key: "operator", label: "How stated" },
  { key: "status", label: "Status" },
  { key: "note", label: "Note" },
  { key: "claim", label: "Claim" },
];

/** How the edges of a series' windows are known, where the record says more than the time itself. */
export interface Edges {
  readonly startBasis: EdgeBasis;
  readonly endBasis: EdgeBasis;
}

const statedEdges: Edges = { startBasis: "stated", endBasis: "stated" };

/** Words for a point's hours. An edge that is not stated is said so, even where the record holds a time for sorting. */
function hours({ start, end }: SeriesPoint, { startBasis, endBasis }: Edges): string {
  const window = { start: startBasis === "not_stated" ? null : start, end: endBasis === "not_stated" ? null : end };
  return windowWords({ ...window, startBasis: window.start === null ? "not_stated" : startBasis, endBasis: window.end === null ? "not_stated" : endBasis });
}

/** What a count of addresses is and is not, for the notes of figures that draw one. */
export const addressesNotMachines = "It counts addresses, not machines: each address once, however often it probed. One machine can use several addresses, and several machines can share one.";

/** What a doubtful value may be instead, as words: the record’s `hourly value?` → `maybe an hourly value`. */
export const suspectWords = (suspect: string | null): string => (suspect === null ? "" : `maybe an ${suspect.replace(/\?$/, "")}`);

/**
 * One value of a series as a row of those columns.
 * @param counter name of the counter, as the panel prints it
 */
export function seriesRow(point: SeriesPoint, view: SeriesView, counter: string, edges: Edges = statedEdges): FigureTable["rows"][number] {
  const uncertain = point.timeUncertaintyMinutes > 0 ? `moment uncertain by ${String(point.timeUncertaintyMinutes)} minutes to either side` : null;
  const doubt = point.suspect === null ? null : `doubtful: ${suspectWords(point.suspect)}`;
  return {
    counter,
    measure: view.label,
    window: hours(point, edges),
    number: valueWords(point),
    operator: point.status === "derived" && point.operator === "eq" ? "computed" : operatorWords[point.operator],
    status: point.status,
    note: [point.note, uncertain, doubt].filter((part) => part !== null).join("; ") || "none",
    claim: point.claim ?? "none",
  };
}

/** A claim as a row of the same columns. @param counter name of the counter, as the panel prints it */
export const claimAsSeriesRow = (claim: ClaimEntry, counter: string): FigureTable["rows"][number] => ({
  counter,
  measure: claim.unit,
  window: claim.windowWords === "not stated" && claim.asOf !== null ? `not stated; as of ${dateWords(claim.asOf)}${claim.asOf.includes("T") ? " by our dating" : ""}` : claim.windowWords,
  number: claim.wordsAsStated,
  operator: claim.howStated,
  status: claim.status,
  note: claim.comments ?? "none",
  claim: claim.id,
});

/** A point's number with its sign, for the label of its mark. */
export const signsOf = (point: SeriesPoint): string => valueSigns(point);

/** The source line of a series. */
export function seriesSource({ dataset: { source } }: SeriesAggregate): FigureSource {
  const text = [source.author, source.title, source.publisher, source.date].filter((part) => part !== null).join(", ");
  return source.mirror || source.url === null ? { text } : { text, url: source.url };
}
