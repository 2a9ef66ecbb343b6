import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateAsKnownSchema, dateWords, edgeSchema, hoursBetween, instantSchema, instantWords, type Window, windowHours, windowWords } from "../../src/schema/window.ts";

const minute = 60_000;
/** Instants of 1970 to 2100 to the minute. */
const instants = fc.integer({ min: 0, max: (130 * 365 * 86_400_000) / minute }).map((minutes) => `${new Date(minutes * minute).toISOString().slice(0, 16)}Z`);
const eightHours: Window = { start: "2001-08-01T22:00Z", end: "2001-08-02T06:00Z", startBasis: "stated", endBasis: "stated" };

describe("an instant", () => {
  it.each(["2001-08-01T22:00Z", "2001-07-19T21:26:39Z", "2000-02-29T00:00Z"])("%s is one", (text) => {
    expect(instantSchema.parse(text)).toBe(text);
  });

  it.each([
    ["a day that does not exist", "2001-02-29T00:00Z"],
    ["the 31st of a month of 30 days", "2001-06-31T00:00Z"],
    ["an hour that does not exist", "2001-08-01T25:00Z"],
    ["local time", "2001-08-01T22:00"],
    ["an offset", "2001-08-01T22:00+02:00"],
    ["a day alone", "2001-08-01"],
    ["a space for the T", "2001-08-01 22:00Z"],
  ])("is not %s", (_, text) => {
    expect(instantSchema.safeParse(text).success).toBe(false);
  });

  it("is printed in UTC whatever the clock of the machine", () => {
    expect(instantWords("2001-08-02T06:00Z")).toBe("2 August, 06:00 UTC");
    expect(instantWords("2001-08-01T00:00Z")).toBe("1 August, 00:00 UTC");
  });

  it("carries its year when that is not 2001", () => {
    expect(instantWords("2002-01-05T09:30Z")).toBe("5 January 2002, 09:30 UTC");
  });
});

describe("an edge that is not stated", () => {
  it("is null, never a guess", () => {
    expect(edgeSchema.parse("")).toBeNull();
  });
});

describe("hours between two instants", () => {
  it("are eight for XS4ALL's window", () => {
    expect(windowHours(eightHours)).toBe(8);
  });

  it("are not known when an edge is not stated", () => {
    expect(windowHours({ ...eightHours, start: null })).toBeNull();
    expect(windowHours({ ...eightHours, end: null })).toBeNull();
  });

  it("add up over a middle instant", () => {
    fc.assert(
      fc.property(instants, instants, instants, (a, b, c) => {
        expect(hoursBetween(a, b) + hoursBetween(b, c)).toBeCloseTo(hoursBetween(a, c), 6);
      }),
    );
  });

  it("change sign when the instants change place", () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(hoursBetween(a, b) + hoursBetween(b, a)).toBe(0);
      }),
    );
  });
});

describe("a window in words", () => {
  it("names both edges", () => {
    expect(windowWords(eightHours)).toBe("1 August, 22:00 UTC to 2 August, 06:00 UTC");
  });

  it("says which edge is assumed", () => {
    expect(windowWords({ ...eightHours, startBasis: "assumed" })).toBe("1 August, 22:00 UTC (assumed) to 2 August, 06:00 UTC");
  });

  it("says which edge is not stated", () => {
    expect(windowWords({ ...eightHours, start: null, startBasis: "not_stated" })).toBe("start not stated; to 2 August, 06:00 UTC");
    expect(windowWords({ ...eightHours, end: null, endBasis: "not_stated" })).toBe("from 1 August, 22:00 UTC; end not stated");
  });

  it("is “not stated” when neither edge is", () => {
    expect(windowWords({ start: null, end: null, startBasis: "not_stated", endBasis: "not_stated" })).toBe("not stated");
  });

  it("carry what else is known of them, which stands alone where there is no edge", () => {
    expect(windowWords(eightHours, "local time read as Amsterdam")).toBe("1 August, 22:00 UTC to 2 August, 06:00 UTC; local time read as Amsterdam");
    expect(windowWords({ start: null, end: null, startBasis: "not_stated", endBasis: "not_stated" }, "within nine hours, not dated")).toBe("nine hours, not dated");
  });
});

describe("a date as exact as its source", () => {
  it.each([
    ["", "not stated"],
    ["2001", "2001"],
    ["2001-08", "August 2001"],
    ["2001-08-02", "2 August 2001"],
    ["2001-08-02T11:00Z", "2 August, 11:00 UTC"],
  ])("“%s” is printed “%s”", (date, words) => {
    expect(dateAsKnownSchema.parse(date)).toBe(date);
    expect(dateWords(date)).toBe(words);
  });

  it("is not written the way one country writes it", () => {
    expect(dateAsKnownSchema.safeParse("02/08/2001").success).toBe(false);
  });
});
