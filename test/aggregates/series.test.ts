import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { oneSeries, series } from "../../src/aggregates/series.ts";
import { readRecords } from "../../src/readers/records.ts";
import type { Measure } from "../../src/schema/measure.ts";
import type { SeriesRow } from "../../src/schema/series.ts";

const records = readRecords(readInputFiles());
const card = records.cards[0];
if (card === undefined) throw new Error("no card");
const at = (hour: number): string => `2001-08-01T${String(hour).padStart(2, "0")}:00Z`;
const row = (start: number | null, end: number | null, rest: Partial<SeriesRow> = {}): SeriesRow => ({ window_start_utc: start === null ? null : at(start), window_end_utc: end === null ? null : at(end), measure: "probes", operator: "eq", value: 1, low: null, high: null, note: "", ...rest });
const gapsOf = (rows: readonly SeriesRow[], measure: Measure = "probes") => oneSeries(card, rows.map((each) => ({ ...each, measure })), records.readings).views[0]?.gaps.map(({ start, end, missing }) => [start, end, missing]);

describe("gaps of a series", () => {
  it("lie where no window is, and are said to be unobserved", () => {
    expect(gapsOf([row(0, 1), row(3, 4)])).toEqual([[at(1), at(3), "not_observed"]]);
    expect(gapsOf([row(0, 1), row(3, 4), row(4, 5), row(7, 8)])).toEqual([[at(1), at(3), "not_observed"], [at(5), at(7), "not_observed"]]);
  });

  it("do not lie where windows touch, overlap or lie within each other", () => {
    expect(gapsOf([row(0, 1), row(1, 2)])).toEqual([]);
    expect(gapsOf([row(0, 3), row(2, 4)])).toEqual([]);
    expect(gapsOf([row(0, 8), row(1, 2), row(3, 4)])).toEqual([]);
  });

  it("begin where the last of several windows ends, in whatever order they are recorded", () => {
    expect(gapsOf([row(7, 8), row(0, 5), row(1, 2)])).toEqual([[at(5), at(7), "not_observed"]]);
  });

  it("are none of a running total, nor before or after what has no window", () => {
    expect(gapsOf([row(0, 1), row(3, 4)], "unique_sources_cumulative")).toEqual([]);
    expect(gapsOf([row(null, 1), row(3, 4), row(null, null)])).toEqual([]);
  });
});

describe("the points of a series", () => {
  it("stand in the order of time, those without a time last, apart for each measure", () => {
    const { views } = oneSeries(card, [row(null, null), row(2, 3), row(0, 1), row(0, 1, { measure: "unique_sources" })], records.readings);
    expect(views.map(({ measure, points }) => [measure, points.map(({ end }) => end)])).toEqual([["probes", [at(1), at(3), null]], ["unique_sources", [at(1)]]]);
  });

  it("keep a doubt, and an uncertainty of time, and have none where none is recorded", () => {
    const [plain, doubted] = oneSeries(card, [row(0, 1), row(1, 2, { suspect: "hourly value?", time_uncertainty_minutes: 30, note: "n" })], records.readings).views[0]?.points ?? [];
    expect(plain).toMatchObject({ suspect: null, timeUncertaintyMinutes: 0, claim: null, note: null });
    expect(doubted).toMatchObject({ suspect: "hourly value?", timeUncertaintyMinutes: 30, note: "n" });
  });

  it("have no start where their claim's source states none, even if the record infers one", () => {
    const linked = row(0, 11, { measure: "unique_sources_cumulative", claim: "sans-cumulative" });
    expect(oneSeries(card, [linked], records.readings).views[0]?.points[0]).toMatchObject({ start: null, end: at(11) });
    expect(oneSeries(card, [{ ...linked, claim: "sans-12" }], records.readings).views[0]?.points[0]).toMatchObject({ start: at(0) });
  });
});

it("every recorded series is there, in the order of the cards", () => {
  expect(series(records).map(({ id }) => id)).toEqual(records.cards.filter(({ file }) => file.startsWith("series/")).map(({ id }) => `series-${id}`));
});
