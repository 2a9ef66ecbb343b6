import { describe, expect, it } from "vitest";
import { growthRatesChart } from "../../src/charts/growth-rates.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { asiaShare } from "../../src/figures/asia-share.ts";
import { figures } from "../../src/figures/all.ts";
import { get } from "../../src/published.ts";

const words = { id: "t", title: "t", description: "d" };
const [panel] = asiaShare.panels(get);
if (panel === undefined) throw new Error("asia-share draws nothing");
const svg = drawSvg(panel.wide, words);

describe("shares placed in Asia", () => {
  it("draws CAIDA's four countries as a bound from below whose fade ends at the most that Asia can be", () => {
    const four = get("results").rows.find(({ id }) => id === "caida-four-asia-share");
    const most = (Number(four?.value) + get("countries-caida-2001-07-19").notBrokenDown.share) * 100;
    expect(svg).toContain(`at most ${most.toFixed(1)}`);
    expect(svg).toContain(`&gt; ${four?.words ?? ""}`);
    expect(most).toBeLessThan(50);
  });

  it("draws no dot on a bound: the one dot is XS4ALL's “about”", () => {
    expect(svg.match(/<circle/g)).toHaveLength(1);
  });
});

it("a fitted number is an open mark on a bar for its interval", () => {
  const drawn = drawSvg(growthRatesChart([{ key: "a", label: "a", organisation: "SANS", value: 1, low: 0.5, high: 2, words: "1" }], 2.5, [0, 1, 2], "wide"), words);
  const marks = [...drawn.matchAll(/<g[^>]*fill="var\(--paper\)"[^>]*stroke="var\(--sans-isc\)"/g)];
  expect(marks).toHaveLength(1);
});

it("no source ends in a full stop, for the page sets one after the last", () => {
  for (const figure of figures) for (const { text } of figure.sources(get)) expect(text.endsWith("."), `${figure.id}: ${text}`).toBe(false);
});
