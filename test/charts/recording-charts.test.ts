import { JSDOM } from "jsdom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordingTimeline } from "../../src/aggregates/recording-timeline.ts";
import { recordingHours } from "../../src/charts/recording-hours.ts";
import { keyCounts, recordingMap } from "../../src/charts/recording-map.ts";
import { countTicks, tickHours } from "../../src/charts/recording-scale.ts";
import { recordingBars, recordingSteps } from "../../src/charts/recording-time.ts";
import type { ChartSpec } from "../../src/charts/spec.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { get } from "../../src/published.ts";

const recording = get("recording-owt-2001-08-01");
if (recording.timeline === null) throw new Error("the committed recording has no timeline");
const timeline: RecordingTimeline = recording.timeline;
const draw = (spec: ChartSpec): string => drawSvg(spec, { id: "t", title: "t", description: "d" });
const rects = (svg: string, test: (fill: string) => boolean): number => [...new JSDOM(svg).window.document.querySelectorAll("g[fill], rect[fill]")].filter((each) => test(each.getAttribute("fill") ?? "")).reduce((sum, each) => sum + (each.tagName === "rect" ? 1 : each.querySelectorAll("rect").length), 0);
const dotted = (svg: string): number => rects(svg, (fill) => fill.startsWith("url(#"));
const bars = (svg: string): number => rects(svg, (fill) => fill === "var(--ink-2)");

describe("a recording over time", () => {
  it.each(["wide", "narrow"] as const)("has a bar for each bin and dots for each gap, %s", (size) => {
    const svg = draw(recordingBars(timeline, "probes", false, size));
    expect([bars(svg), dotted(svg)]).toEqual([timeline.bars.length, timeline.gaps.length]);
  });

  it("is outlined where the probes are inferred, and filled where they are matched", () => {
    expect(draw(recordingBars(timeline, "probes", true, "wide"))).toContain('fill-opacity="0.15"');
    expect(draw(recordingBars(timeline, "probes", false, "wide"))).not.toContain('fill-opacity="0.15"');
  });

  it("joins its running total only where one bin follows another at once", () => {
    const svg = draw(recordingSteps(timeline, "addresses", true, "wide"));
    const neighbours = timeline.cumulative.filter(({ start }, index) => timeline.cumulative[index - 1]?.end === start).length;
    const groups = [...new JSDOM(svg).window.document.querySelectorAll('g[stroke="var(--ink)"]')].map((group) => group.querySelectorAll("path, line").length);
    expect(groups).toEqual([neighbours, timeline.cumulative.length]);
    expect(svg).toContain("stroke-dasharray");
  });
});

describe("the hours of a day", () => {
  it("are dotted where nobody looked, and empty where nothing was logged", () => {
    const svg = draw(recordingHours([{ missing: "not_observed" }, { missing: "not_observed" }, 0, 3], "probes", false, "wide"));
    expect([dotted(svg), bars(svg)]).toEqual([2, 1]);
  });
});

describe("the map of a recording", () => {
  const rows = [
    { id: "826", name: "United Kingdom", sources: 100 },
    { id: "840", name: "United States", sources: 400 },
  ];

  it("has a circle for each country and for each size of its key, with areas in proportion", () => {
    const svg = draw(recordingMap(get("world"), rows, "wide"));
    const radii = [...new JSDOM(svg).window.document.querySelectorAll("circle")].map((circle) => Number(circle.getAttribute("r")));
    // 400 and 100 addresses; in the key 200 and 20.
    expect(radii).toEqual([34, 17, 24, 7.6]);
  });

  it.each(["wide", "narrow"] as const)("names its circles with their counts, %s", (size) => {
    const words = [...new JSDOM(draw(recordingMap(get("world"), rows, size))).window.document.querySelectorAll("text")].map((text) => text.textContent);
    expect(words).toEqual(expect.arrayContaining(["United States 400", "United Kingdom 100", "20 addresses", "200 addresses"]));
  });

  it("refuses a country without a place, for its value would vanish", () => {
    expect(() => recordingMap(get("world"), [{ id: "xxx", name: "Nowhere", sources: 10 }], "wide")).toThrow("xxx");
  });

  it("has no size in its key above the largest count", () => {
    expect([1, 9, 10, 23, 400, 999, 5_000].map(keyCounts)).toEqual([[1], [5], [1, 10], [2, 20], [20, 200], [50, 500], [500, 5_000]]);
  });
});

describe("an axis", () => {
  it("begins at zero, reaches the largest value, and has few whole steps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (most) => {
        const ticks = countTicks(most);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it("never has more words than there is room for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 200_000_000 }), (seconds) => {
        const domain = { start: "2001-08-01T00:00:00Z", end: new Date(Date.UTC(2001, 7, 1) + seconds * 1000).toISOString() };
        expect(seconds / 3600 / tickHours(domain, "narrow")).toBeLessThanOrEqual(4);
      }),
    );
  });
});
