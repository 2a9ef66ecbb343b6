import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { allAggregates, type Get } from "../../src/aggregates/all.ts";
import type { ChartSpec } from "../../src/charts/spec.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { fits } from "../../src/figures/fits.ts";
import { howLikelySeen } from "../../src/figures/how-likely-seen.ts";
import { chanceOrSize } from "../../src/figures/chance-or-size.ts";
import { pairDecidesNothing } from "../../src/figures/pair-decides-nothing.ts";
import { what7528Implies } from "../../src/figures/what-7528-implies.ts";
import { whyTotalsDrift } from "../../src/figures/why-totals-drift.ts";
import { readRecords } from "../../src/readers/records.ts";

const byId = new Map(allAggregates(readRecords(readInputFiles())).map((aggregate) => [aggregate.id as string, aggregate]));
const get = ((id: string) => byId.get(id)) as Get;
const draw = (spec: ChartSpec): Document => new JSDOM(drawSvg(spec, { id: "x", title: "t", description: "d" })).window.document;
const drawings = (figure: Figure): { readonly panel: string; readonly document: Document; readonly words: string }[] =>
  figure.panels(get).flatMap(({ id, wide, narrow }) => [wide, narrow ?? wide].map((spec) => {
    const document = draw(spec);
    return { panel: id, document, words: [...document.querySelectorAll("text")].map((text) => text.textContent).join(" ") };
  }));

const own = [howLikelySeen, what7528Implies, chanceOrSize, whyTotalsDrift, pairDecidesNothing, fits];

describe.each(own)("the figure $id", (figure) => {
  it("has a title that is true of the data, of ten words at most", () => {
    expect(figure.holds(get)).toBe(true);
    expect(figure.title(get).split(/\s+/).length).toBeLessThanOrEqual(10);
  });

  it("has no text below 12 px and no annotation above 50 characters, in either drawing", () => {
    for (const { document } of drawings(figure))
      for (const text of document.querySelectorAll("text")) {
        const size = Number(text.closest("[font-size]")?.getAttribute("font-size"));
        expect(size).toBeGreaterThanOrEqual(12);
        expect((text.textContent).length).toBeLessThanOrEqual(50);
      }
  });
});

describe("the detection curves", () => {
  it("have a band with every other line below the largest, and only open marks, since they are modelled", () => {
    for (const { panel, document } of drawings(howLikelySeen)) {
      if (panel !== "curves") continue;
      const sensors = get("visibility").sensors.length;
      expect(document.querySelectorAll('g[fill-opacity="0.13"] path')).toHaveLength(Math.ceil((sensors - 1) / 2));
      expect(document.querySelectorAll("circle")).toHaveLength(sensors * 3);
      for (const group of document.querySelectorAll("g:has(> circle)")) expect(group.getAttribute("fill")).toBe("var(--paper)");
    }
  });

  it("fill as many of a hundred squares as the range in brackets says", () => {
    for (const { panel, document, words } of drawings(howLikelySeen)) {
      if (panel !== "hundred") continue;
      expect(words).toContain("4 (3–9)");
      const printed = [...document.querySelectorAll('g[font-weight="600"] text')].map(({ textContent }) => /^(\d+)(?: \((\d+)–(\d+)\))?$/.exec(textContent)?.slice(1).map(Number) ?? []);
      expect(printed).toHaveLength(get("visibility").sensors.length);
      const sum = (of: (low: number, high: number) => number): number => printed.reduce((total, [met = Number.NaN, low, high]) => total + of(Number.isNaN(low) ? met : (low ?? met), Number.isNaN(high) ? met : (high ?? met)), 0);
      // A square is a ring of its own in the shape of its kind.
      const squares = (fill: string): number => [...document.querySelectorAll(`g${fill} > path`)].reduce((total, path) => total + (path.getAttribute("d")?.match(/z/gi)?.length ?? 0), 0);
      expect(squares('[fill="var(--ink)"]:not([fill-opacity])')).toBe(sum((low) => low));
      expect(squares("[fill-opacity]")).toBe(sum((low, high) => high - low));
      expect(squares('[fill="none"]')).toBe(sum((_, high) => 100 - high));
    }
  });
});

describe("the back-projection", () => {
  it("draws no dot: an outline over the rates, and a hatched cell where nothing can be inferred", () => {
    for (const { document, words } of drawings(what7528Implies)) {
      expect(document.querySelectorAll("circle, path[transform]")).toHaveLength(0);
      expect(words).toContain("cannot be inferred");
      expect(document.querySelectorAll('[fill^="url(#"]').length).toBeGreaterThan(0);
      expect(document.querySelectorAll('g[fill="var(--paper)"][stroke="var(--xs4all)"] rect')).toHaveLength(get("back-projection").rows.length - 1);
    }
  });

  it("names both walls that the totals are read against", () => {
    for (const { words } of drawings(what7528Implies)) for (const wall of ["Symantec < 100,000", "SANS 228,949"]) expect(words).toContain(wall);
  });
});

describe("the filmstrip", () => {
  it("has one outlined bar for every sensor and night, each as tall as its count on one scale", () => {
    const { sensors } = get("sensor-chance");
    for (const { document, words } of drawings(chanceOrSize)) {
      expect(words).toContain("modelled");
      const bars = [...document.querySelectorAll('rect[data-says^="modelled"]')];
      const counts = sensors.flatMap(({ met }) => met);
      expect(bars).toHaveLength(counts.length);
      const pixels = bars.map((bar) => Number(bar.getAttribute("height")));
      const scale = (pixels.at(-1) ?? 0) / (counts.at(-1) ?? 1);
      for (const [index, count] of counts.entries()) expect(Math.abs((pixels[index] ?? 0) - count * scale)).toBeLessThan(0.3);
      for (const count of counts) expect(words).toContain(count.toLocaleString("en-GB"));
    }
  });

  it("draws the count that was stated as a line, in the row of the sensor that fits it", () => {
    for (const { document } of drawings(chanceOrSize)) expect(document.querySelectorAll('[data-says="eq xs4all-unique-8h"]').length).toBeGreaterThan(0);
  });
});

describe("the curve on which the pair decides nothing", () => {
  it("has a ground where no total fits, and a mark for every row of the table but the refusal", () => {
    for (const { document, words } of drawings(pairDecidesNothing)) {
      expect(words).toContain("no total fits");
      expect(document.querySelectorAll("circle")).toHaveLength(pairDecidesNothing.table(get).rows.length - 1);
    }
  });
});

describe("the reasons why totals drift", () => {
  it("carry no digit in any mark", () => {
    for (const { words } of drawings(whyTotalsDrift)) expect(words).not.toMatch(/\d/);
  });

  it("have an arrow for every row of the table, and a source for every arrow", () => {
    const { rows } = whyTotalsDrift.table(get);
    for (const { document } of drawings(whyTotalsDrift)) expect(document.querySelectorAll("path[transform]")).toHaveLength(rows.length);
    for (const row of rows) expect(String(row["source"]).length).toBeGreaterThan(5);
  });
});

describe("the fits", () => {
  it("draw left-out values as crosses and give them no residual", () => {
    const [wide] = drawings(fits).filter(({ panel }) => panel === "caida-active");
    const leftOut = fits.table(get).rows.filter((row) => row["residual"] === "left out" && String(row["counter"]).startsWith("CAIDA"));
    expect(leftOut.length).toBeGreaterThan(30);
    expect(wide?.document.querySelectorAll('[stroke="var(--hairline)"] > path[transform]')).toHaveLength(leftOut.length);
    expect(wide?.words).toContain("instrument changed, 16:27");
  });

  it("draw SANS’s values in SANS’s colour, and nobody else’s", () => {
    for (const { panel, document } of drawings(fits).filter(({ panel: id }) => !["growth", "doubling"].includes(id))) expect(document.querySelectorAll('[stroke="var(--sans-isc)"]').length > 0, panel).toBe(panel === "sans-hourly");
  });
});
