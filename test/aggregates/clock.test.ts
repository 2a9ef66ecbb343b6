import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { clock, utcOffsetHours } from "../../src/aggregates/clock.ts";
import { type Records, readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const shown = (from: Records) => clock(from).rows.map(({ place, utcOffsetHours: offset, startHour, endHour, officeHours }) => [place, offset, startHour, endHour, officeHours]);
const withWindow = (start: string, end: string): Records => ({ ...records, claims: records.claims.map((claim) => (claim.id === "xs4all-unique-8h" ? { ...claim, window_start_utc: start, window_end_utc: end } : claim)) });

describe("XS4ALL's eight hours on five clocks", () => {
  it("are a working day in Seoul, a night in Amsterdam and an evening in New York; office hours are nine to five", () => {
    expect(shown(records)).toEqual([
      ["Seoul", 9, 7, 15, 6],
      ["Taipei, Beijing", 8, 6, 14, 5],
      ["Amsterdam", 2, 0, 8, 0],
      ["New York", -4, 18, 2, 0],
      ["Los Angeles", -7, 15, 23, 2],
    ]);
    expect(clock(records).office).toEqual({ from: 9, to: 17 });
  });

  it("take both ends of the office day, on both sides of a midnight", () => {
    // 06:00 to 18:00 UTC: 8 to 20 in Amsterdam, 15 to 3 in Seoul, 2 to 14 in New York.
    expect(shown(withWindow("2001-08-02T06:00Z", "2001-08-02T18:00Z")).map(([place, , , , office]) => [place, office])).toEqual([["Seoul", 2], ["Taipei, Beijing", 3], ["Amsterdam", 8], ["New York", 5], ["Los Angeles", 2]]);
    expect(shown(withWindow("2001-08-02T00:00Z", "2001-08-03T00:00Z")).map(([, , , , office]) => office)).toEqual([8, 8, 8, 8, 8]);
  });

  it("follow summer time, and half hours where a zone has them", () => {
    expect([utcOffsetHours("Europe/Amsterdam", "2001-08-02T00:00Z"), utcOffsetHours("Europe/Amsterdam", "2001-01-02T00:00Z"), utcOffsetHours("Asia/Kolkata", "2001-08-02T00:00Z")]).toEqual([2, 1, 5.5]);
  });

  it("stop the build where the claim has no end, naming it", () => {
    const open = { ...records, claims: records.claims.map((claim) => (claim.id === "xs4all-unique-8h" ? { ...claim, window_end_utc: null } : claim)) };
    expect(() => clock(open)).toThrow("data/records/claims.csv window_end_utc: expected a time in the row xs4all-unique-8h");
  });
});
