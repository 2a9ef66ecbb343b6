import { fitExponential } from "../model/fit-exponential.ts";
import { type CurvePoint, fitLogistic } from "../model/fit-logistic.ts";
import { lagOneCorrelation } from "../model/least-squares.ts";
import { infectedAt } from "../model/logistic.ts";
import type { Records } from "../readers/records.ts";
import { instrumentChange, instrumentChangeClock } from "../schema/instrument-change.ts";
import type { Measure } from "../schema/measure.ts";
import { recordFault } from "./record-fault.ts";

/** A recorded value and what the fitted curve has there. Null where the value was left out of the fit. */
export interface FitPoint {
  /** Window, UTC; both the same for a value at a moment. */
  readonly start: string;
  readonly end: string;
  readonly value: number;
  /** Observed less fitted, in the unit of the value. */
  readonly residual: number | null;
}

/** A number from a fit with its 95 % interval. */
export interface FitEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One recorded curve with a growth law through it. */
export interface GrowthFit {
  readonly id: string;
  readonly dataset: string;
  readonly measure: Measure;
  readonly label: string;
  readonly law: "logistic" | "exponential";
  readonly growthPerHour: FitEstimate;
  /** Instant (UTC, to the minute) of half height, and the height; null for an exponential, which has neither. */
  readonly midpoint: string | null;
  readonly height: FitEstimate | null;
  /** Near 0 when residuals are independent; above about 0.3 they run in waves and the interval is too narrow. */
  readonly residualCorrelation: number | null;
  /** Values fitted, from and to these instants; later ones are left out. */
  readonly fittedFrom: string;
  readonly fittedTo: string;
  readonly leftOut: string | null;
  readonly points: readonly FitPoint[];
  /** The fitted law, drawn every ten minutes over the hours fitted. */
  readonly curve: readonly { readonly at: string; readonly value: number }[];
}

export interface GrowthFitsAggregate {
  readonly id: "growth-fits";
  readonly title: string;
  /** When the telescope's first-seen times became partly a change of instrument. */
  readonly instrumentChange: string;
  readonly rows: readonly GrowthFit[];
}

interface Task {
  readonly id: string;
  readonly dataset: string;
  readonly measure: Measure;
  readonly label: string;
  readonly law: "logistic" | "exponential";
  readonly midnight: string;
  readonly to: string;
  readonly leftOut: string | null;
}

const tasks: readonly Task[] = [
  { id: "caida-active", dataset: "caida-2001-07-19-cumulative", measure: "sources_active", label: "CAIDA’s telescope, 19 July, active at once", law: "logistic", midnight: "2001-07-19T00:00Z", to: instrumentChange, leftOut: `from ${instrumentChangeClock} UTC, when the instrument changed` },
  { id: "caida-total", dataset: "caida-2001-07-19-cumulative", measure: "unique_sources_cumulative", label: "CAIDA’s telescope, 19 July, running total", law: "logistic", midnight: "2001-07-19T00:00Z", to: instrumentChange, leftOut: `from ${instrumentChangeClock} UTC, when the instrument changed` },
  { id: "class-b", dataset: "cas-class-b-hourly-2001-07-19", measure: "unique_sources", label: "One class B network, 19 July, sources in each hour", law: "logistic", midnight: "2001-07-19T00:00Z", to: "2001-07-19T20:00Z", leftOut: "after the peak, when machines were stopping" },
  { id: "sans-hourly", dataset: "sans-hourly-2001-08-01", measure: "unique_sources", label: "SANS, 1 August, sources in each hour", law: "logistic", midnight: "2001-08-01T00:00Z", to: "2001-08-01T18:00Z", leftOut: null },
  { id: "intelsat", dataset: "intelsat-hourly-2001-08-01", measure: "unique_sources", label: "One site of Intelsat, 1 August, sources in each hour", law: "exponential", midnight: "2001-08-01T00:00Z", to: "2001-08-01T07:00Z", leftOut: null },
];

const hour = 3_600_000;
const instantOf = (midnight: string, hours: number): string => `${new Date(Date.parse(midnight) + Math.round(hours * 60) * 60_000).toISOString().slice(0, 16)}Z`;

function fitOne(task: Task, { series }: Records): GrowthFit {
  const { midnight, measure, dataset } = task;
  const hoursOf = (instant: string): number => (Date.parse(instant) - Date.parse(midnight)) / hour;
  const rows = (series.get(dataset) ?? []).flatMap(({ window_start_utc: start, window_end_utc: end, measure: name, operator, value }) => {
    if (name !== measure || value === null || end === null || (operator !== "eq" && operator !== "approx")) return [];
    // A running total and a number active stand at a moment, a count in a window at its mean.
    const from = measure === "unique_sources" ? (start ?? end) : end;
    return hoursOf(end) > 24 ? [] : [{ start: from, end, value }];
  });
  const fitted = rows.filter(({ end }) => Date.parse(end) <= Date.parse(task.to));
  const curvePoints: CurvePoint[] = fitted.map(({ start, end, value }) => ({ fromHour: hoursOf(start), toHour: hoursOf(end), value }));
  const first = curvePoints[0]?.fromHour ?? 0;
  const last = curvePoints.at(-1)?.toHour ?? 0;
  const hours = Array.from({ length: Math.round((last - first) * 6) + 1 }, (_, index) => first + index / 6);
  const common = { id: task.id, dataset, measure, label: task.label, law: task.law, leftOut: task.leftOut, fittedFrom: fitted[0]?.start ?? midnight, fittedTo: fitted.at(-1)?.end ?? task.to };
  const finish = (residuals: readonly number[], curveAt: (hours: number) => number): Pick<GrowthFit, "points" | "curve"> => ({
    points: rows.map((row) => ({ ...row, residual: residuals[fitted.indexOf(row)] ?? null })),
    curve: hours.map((at) => ({ at: instantOf(midnight, at), value: curveAt(at) })),
  });
  const bare = ({ value, low, high }: FitEstimate): FitEstimate => ({ value, low, high });
  if (task.law === "exponential") {
    const middles = curvePoints.map(({ fromHour, toHour, value }) => ({ hour: (fromHour + toHour) / 2, count: value }));
    const { growthPerHour, valueAtZero, logResiduals } = fitExponential(middles);
    const at = (hours: number): number => valueAtZero * Math.exp(growthPerHour.value * hours);
    return { ...common, growthPerHour: bare(growthPerHour), midpoint: null, height: null, residualCorrelation: lagOneCorrelation(logResiduals), ...finish(middles.map(({ hour: middle, count }) => count - at(middle)), at) };
  }
  const fit = fitLogistic(curvePoints);
  if (fit.kind === "refused") throw recordFault(`data/records/series/${dataset}.csv`, "value", "", `values of ${measure} that a logistic curve fits (${fit.reason}); restore them, or take ${task.id} out of src/aggregates/growth-fits.ts`);
  return { ...common, growthPerHour: bare(fit.growthPerHour), midpoint: instantOf(midnight, fit.midpointHour.value), height: bare(fit.height), residualCorrelation: fit.residualCorrelation, ...finish(fit.residuals, (hours) => infectedAt(fit.growth, hours)) };
}

/** Growth laws through what was recorded, with what is left over and what was left out. */
export const growthFits = (records: Records): GrowthFitsAggregate => ({ id: "growth-fits", title: "Growth laws fitted to recorded curves, with residuals", instrumentChange, rows: tasks.map((task) => fitOne(task, records)) });
