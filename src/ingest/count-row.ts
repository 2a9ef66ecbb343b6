import { isRow, type LineParser, noMarker, rejectAs } from "./outcome.ts";

/** The measures of a tidy count table that have a place in the output. */
export const countMeasures = { probes: "probes", unique_sources: "uniqueSources", sources_new: "newSources", unique_sources_cumulative: "cumulativeSources" } as const;
export type CountMeasure = keyof typeof countMeasures;

/** One window of a count table: edges in seconds since 1970 UTC, and the values printed for it. */
export interface CountWindow {
  readonly start: number;
  readonly end: number;
  readonly values: Partial<Record<CountMeasure, number>>;
}

const isMeasure = (text: string): text is CountMeasure => Object.hasOwn(countMeasures, text);

/** Cells of a line of comma-separated values; quoted cells may hold commas, and doubled quotes. Cells with line feeds are not read. */
export const csvCells = (line: string): string[] => [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");

/** Seconds since 1970 of `2001-08-01T19:00Z`; NaN where it is no time that exists. */
function instantSeconds(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/.test(text)) return Number.NaN;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(text.slice(0, 16)) ? Number.NaN : milliseconds / 1000;
}

/**
 * Reads a row of the project's own tidy tables, `window_start_utc,window_end_utc,measure,operator,value,…`.
 * Only exact counts are taken over: a bound or an estimate would become a number that nobody printed.
 * @param windows filled by the parser, by `start/end`
 * @returns a parser with a memory of the header: use a new one for each file
 */
export function countRow(windows: Map<string, CountWindow>): LineParser {
  let columns: string[] = [];
  return (bytes, start, lineEnd, hit) => {
    const line = Buffer.from(bytes.buffer, bytes.byteOffset + start, lineEnd - start).toString("latin1").trimEnd();
    if (line === "") return noMarker;
    const cells = csvCells(line);
    if (line.startsWith("window_start_utc,")) {
      columns = cells;
      return noMarker;
    }
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? "";
    const measure = cell("measure");
    if (!isMeasure(measure)) return cells.length < 5 ? rejectAs("fields_missing") : noMarker;
    if (cell("operator") !== "eq") return rejectAs("value_not_exact");
    if (!/^\d{1,15}$/.test(cell("value"))) return rejectAs("number_unreadable");
    if (cell("window_start_utc") === "" || cell("window_end_utc") === "") return rejectAs("window_open");
    const from = instantSeconds(cell("window_start_utc"));
    const to = instantSeconds(cell("window_end_utc"));
    if (Number.isNaN(from) || Number.isNaN(to) || to <= from || from < 0) return rejectAs("time_unreadable");
    const key = `${from}/${to}`;
    const window = windows.get(key) ?? { start: from, end: to, values: {} };
    // Which of two values holds, the file does not say.
    if (window.values[measure] !== undefined) return rejectAs("value_repeated");
    window.values[measure] = Number(cell("value"));
    windows.set(key, window);
    hit.time = from;
    return isRow;
  };
}
