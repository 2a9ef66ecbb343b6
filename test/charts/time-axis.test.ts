import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localHour, officeHours } from "../../src/charts/local-strip.ts";
import { clockWords, dayWords, ticksEvery } from "../../src/charts/time-axis.ts";

const domain = { start: "2001-07-31T18:00Z", end: "2001-08-02T14:00Z" } as const;

describe("ticks of a UTC axis", () => {
  it("stand at whole multiples of the step since midnight UTC, within the axis", () => {
    expect(ticksEvery(domain, 12).map((tick) => tick.toISOString().slice(0, 16))).toEqual(["2001-08-01T00:00", "2001-08-01T12:00", "2001-08-02T00:00", "2001-08-02T12:00"]);
  });

  it("never leave the axis, whatever its ends", () => {
    const minute = fc.integer({ min: 0, max: 5_000 }).map((minutes) => Date.UTC(2001, 6, 31) + minutes * 60_000);
    fc.assert(
      fc.property(minute, minute, fc.constantFrom(1, 2, 3, 4, 6, 12, 24), (a, b, hours) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        for (const tick of ticksEvery({ start: new Date(from).toISOString(), end: new Date(to).toISOString() }, hours)) {
          expect(tick.getTime()).toBeGreaterThanOrEqual(from);
          expect(tick.getTime()).toBeLessThanOrEqual(to);
          expect(tick.getTime() % (hours * 3_600_000)).toBe(0);
        }
      }),
    );
  });

  it("are worded in UTC, wherever the machine stands", () => {
    const tick = new Date(Date.UTC(2001, 7, 1, 0, 0));
    expect([clockWords(tick), dayWords(tick)]).toEqual(["00:00", "1 Aug"]);
  });
});

describe("strips of local office hours", () => {
  it("take summer time from the zone database", () => {
    const noon = new Date(Date.UTC(2001, 7, 1, 12));
    expect([localHour(noon, "Asia/Seoul"), localHour(noon, "Europe/Amsterdam"), localHour(noon, "America/New_York")]).toEqual([21, 14, 8]);
    expect(localHour(new Date(Date.UTC(2001, 0, 1, 12)), "Europe/Amsterdam")).toBe(13);
  });

  it("put Amsterdam's 09:00 to 17:00 at 07:00 to 15:00 UTC in August", () => {
    expect(officeHours(domain, "Europe/Amsterdam").map(({ start, end }) => [start.toISOString().slice(0, 16), end.toISOString().slice(0, 16)])).toEqual([
      ["2001-08-01T07:00", "2001-08-01T15:00"],
      ["2001-08-02T07:00", "2001-08-02T14:00"],
    ]);
  });
});
