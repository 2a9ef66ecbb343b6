import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { drawSvg } from "../../src/charts/svg.ts";
import { barFades } from "../../src/charts/window-bar.ts";
import { claimsById } from "../../src/figures/claim-table.ts";
import { sameHours } from "../../src/figures/same-hours.ts";
import { get } from "../../src/published.ts";

const [panel] = sameHours.panels(get);
if (panel === undefined) throw new Error("no panel");
const svg = drawSvg(panel.wide, { id: "t", title: "t", description: "d" });
const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
const words = [...document.querySelectorAll("text text, g text")].map(({ textContent }) => textContent);

describe("which hours each count covers", () => {
  it("fades a bar at an assumed edge, more at one that is not stated, and not at a stated one", () => {
    expect(barFades({ startBasis: "stated", endBasis: "stated" })).toEqual({ left: 0, right: 0 });
    const { left, right } = barFades({ startBasis: "not_stated", endBasis: "assumed" });
    expect(left).toBeGreaterThan(right);
    expect(right).toBeGreaterThan(0);
  });

  it("marks both assumed edges of XS4ALL's Wednesday with a question mark, and no edge of its eight hours", () => {
    // The third stands at the start of SANS's total, which is not stated.
    expect(words.filter((word) => word === "?")).toHaveLength(3);
    const [eight] = claimsById(get, ["xs4all-unique-8h"]);
    expect(eight?.window).toMatchObject({ startBasis: "stated", endBasis: "stated" });
  });

  it("leaves SANS's start open", () => {
    expect(words).toContain("start not stated");
  });

  it("draws bars for three counts and hatched cells for the three without hours, a short one where a morning is stated", () => {
    expect(svg.match(/<linearGradient/g)).toHaveLength(3);
    const [pattern] = document.querySelectorAll("pattern");
    expect(svg.split(`url(#${pattern?.id ?? ""})`)).toHaveLength(4);
    expect(words).toContain("half-hour not named");
    const widths = [...document.querySelectorAll(`[fill="url(#${pattern?.id ?? ""})"] rect`)].map((cell) => Number(cell.getAttribute("width")));
    // Twelve hours of the axis's 44.
    expect(Math.min(...widths) / Math.max(...widths)).toBeCloseTo(12 / 44, 2);
  });

  it("says how long after XS4ALL's window SANS's total stood, from the two claims", () => {
    const [eight, sans] = claimsById(get, ["xs4all-unique-8h", "sans-cumulative"]);
    const hours = (Date.parse(sans?.window.end ?? "") - Date.parse(eight?.window.end ?? "")) / 3_600_000;
    expect(words).toContain(`SANS’s total is ${String(hours)} hours after XS4ALL stopped`);
  });
});
