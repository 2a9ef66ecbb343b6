import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { type CountryBar, countryBars } from "../../src/charts/country-bars.ts";
import { drawSvg } from "../../src/charts/svg.ts";

const bar = (name: string, value: number, ink: CountryBar["ink"] = "recorded"): CountryBar => ({ key: name, name, value, words: `${value} · 1.0 %`, ink });

/** Which end of each text stands at its place. */
function anchors(rows: readonly CountryBar[]): Record<string, string | null | undefined> {
  const { document } = new JSDOM(drawSvg(countryBars(rows, "narrow"), { id: "t", title: "t", description: "d" })).window;
  return Object.fromEntries([...document.querySelectorAll("text")].map((text) => [text.textContent, text.closest("[text-anchor]")?.getAttribute("text-anchor")]));
}

describe("bars of countries", () => {
  it("sets the words of the longest filled bar inside it, and those of the others beside theirs", () => {
    expect(anchors([bar("Longest", 100), bar("Short", 10), bar("Rest", 40, "rest")])).toMatchObject({ "100 · 1.0 %": "end", "10 · 1.0 %": "start", "40 · 1.0 %": "start" });
  });

  it("sets all words beside outlined bars, and keeps room for them on the sheet", () => {
    const rows = [bar("Longest", 100, "derived"), bar("Short", 95, "derived")];
    expect(anchors(rows)).toMatchObject({ "100 · 1.0 %": "start", "95 · 1.0 %": "start" });
    expect(countryBars(rows, "narrow").plot.marginRight).toBeGreaterThan(60);
  });
});
