import { describe, expect, it } from "vitest";
import { localWindow } from "../../src/aggregates/local-window.ts";
import type { Window } from "../../src/schema/window.ts";

const stated = (start: string | null, end: string | null): Window => ({ start, end, startBasis: start === null ? "not_stated" : "stated", endBasis: end === null ? "not_stated" : "stated" });

describe("a window on the speaker's clock", () => {
  it("is XS4ALL's night in Amsterdam", () => {
    expect(localWindow(stated("2001-08-01T22:00Z", "2001-08-02T06:00Z"), "", "Europe/Amsterdam", "assumed")).toEqual({ zone: "Europe/Amsterdam", basis: "assumed", words: "Amsterdam (UTC+2): 2 August 2001, 00:00 to 08:00" });
  });

  it("keeps an edge that is not stated open", () => {
    expect(localWindow(stated(null, "2001-08-02T11:00Z"), "2001-08-02T11:00Z", "America/New_York", "stated")?.words).toBe("New York (UTC−4): start not stated; to 2 August 2001, 07:00");
  });

  it("shows the day before where the clock was behind", () => {
    expect(localWindow(stated("2001-08-01T00:00Z", null), "", "America/New_York", "assumed")?.words).toBe("New York (UTC−4): from 31 July 2001, 20:00; end not stated");
  });

  it("marks an assumed edge, and names both offsets where the clocks changed in between", () => {
    const window: Window = { start: "2001-10-27T12:00Z", end: "2001-10-29T12:00Z", startBasis: "assumed", endBasis: "stated" };
    expect(localWindow(window, "", "Europe/Amsterdam", "assumed")?.words).toBe("Amsterdam (UTC+2, then UTC+1): 27 October 2001, 14:00 (assumed) to 29 October 2001, 13:00");
  });

  it("falls back on the moment of the count", () => {
    expect(localWindow(stated(null, null), "2001-08-02T13:00Z", "America/New_York", "assumed")?.words).toBe("New York (UTC−4): as of 2 August 2001, 09:00");
  });

  it("is nothing where no clock or no time of day is known", () => {
    expect(localWindow(stated(null, null), "2001-08-02", "Europe/Amsterdam", "assumed")).toBeNull();
    expect(localWindow(stated("2001-08-01T22:00Z", null), "", "", "not_stated")).toBeNull();
  });
});
