import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { events } from "../../src/aggregates/events.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const event = (id: string, when: string, url = "") => ({ id, when_utc: when, what: "It happened.", source_url: url, source_is_mirror: false, directness: "primary" as const });
const ordered = (...rows: ReturnType<typeof event>[]) => events({ ...records, events: rows }).rows;

describe("dated events", () => {
  it("are sorted by the first instant that their date can mean", () => {
    const rows = ordered(event("late", "2001-08-01T12:00Z/2001-08-02T06:00Z"), event("month", "2001-09-01 (month)"), event("day", "2001-08-01"), event("hour", "2001-08-01T08:00Z (approx)"), event("days", "2001-07-20/2001-07-24"));
    expect(rows.map(({ id, sortKey }) => [id, sortKey])).toEqual([
      ["days", "2001-07-20T00:00Z"],
      ["day", "2001-08-01T00:00Z"],
      ["hour", "2001-08-01T08:00Z"],
      ["late", "2001-08-01T12:00Z"],
      ["month", "2001-09-01T00:00Z"],
    ]);
  });

  it("keep the order of the record at one instant, and their dates as recorded", () => {
    const rows = ordered(event("b", "2001-08-01"), event("a", "2001-08-01T00:00Z"), event("c", "2001-07-31T23:59Z"));
    expect(rows.map(({ id, when }) => [id, when])).toEqual([["c", "2001-07-31T23:59Z"], ["b", "2001-08-01"], ["a", "2001-08-01T00:00Z"]]);
  });

  it("have an address or say that there is none", () => {
    expect(ordered(event("a", "2001-08-01", "https://example.org/"), event("b", "2001-08-02")).map(({ source }) => source.url)).toEqual(["https://example.org/", null]);
  });

  it("are all there, with the restart at midnight UTC", () => {
    const { rows } = events(records);
    expect(rows.map(({ id }) => id).sort()).toEqual(records.events.map(({ id }) => id).sort());
    expect(rows.find(({ id }) => id === "ev-16")?.sortKey).toBe("2001-08-01T00:00Z");
  });
});
