import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { contextPairs } from "../../src/aggregates/context-pairs.ts";
import { type PairRow, pairsChart } from "../../src/charts/pairs.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { readRecords } from "../../src/readers/records.ts";

const rows: PairRow[] = contextPairs(readRecords(readInputFiles())).rows.map((pair) => ({
  key: pair.id,
  population: pair.population,
  likeWithLike: pair.likeWithLike,
  larger: { ...pair.larger, key: "larger", organisation: pair.larger.by },
  smaller: { ...pair.smaller, key: "smaller", organisation: pair.smaller.by },
  ratio: `${pair.ratioWords} times`,
}));

const draw = (size: "wide" | "narrow"): Document => new JSDOM(drawSvg(pairsChart(rows, size), { id: "pairs", title: "t", description: "d" })).window.document;

describe.each(["wide", "narrow"] as const)("the %s drawing of pairs", (size) => {
  const drawing = draw(size);

  it("has a filled mark for each exact count and none for a bound", () => {
    const exact = rows.flatMap((row) => [row.larger, row.smaller]).filter((mark) => mark.operator === "eq");
    expect(exact).toHaveLength(4);
    // A symbol is a path that is moved to its place; a stop, a fade and a line are not.
    expect(drawing.querySelectorAll("path[transform]")).toHaveLength(exact.length);
    expect([...drawing.querySelectorAll("linearGradient")]).toHaveLength(2);
  });

  it("prints every number, what it counts and the ratio", () => {
    const words = drawing.querySelector("svg")?.textContent ?? "";
    for (const row of rows) for (const part of [row.larger.label, row.larger.what, row.smaller.label, row.smaller.what, row.ratio]) expect(words).toContain(part);
  });

  it("says in words which pair is not like with like, and dashes its line", () => {
    expect((drawing.querySelector("svg")?.textContent ?? "").match(/not like with like/g)).toHaveLength(1);
    expect(drawing.querySelectorAll('[stroke-dasharray="4,4"]')).toHaveLength(1);
  });

  it("writes the steps of its axis in full", () => {
    const texts = [...drawing.querySelectorAll("text")].map(({ textContent }) => textContent);
    expect(texts).toEqual(expect.arrayContaining(["1,000", "10,000", "100,000", "1 million"]));
  });

  it("has no text under 12 px", () => {
    const sizes = [...drawing.querySelectorAll("g[font-size]")].map((element) => Number(element.getAttribute("font-size")));
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
});
