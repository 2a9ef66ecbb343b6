import { describe, expect, it } from "vitest";
import type { CounterPanel } from "../../src/charts/counter-panel.ts";
import { counterPanel } from "../../src/charts/counter-panel.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { akamaiPanel, estimatePanel, fsecurePanel, intelsatPanel, xs4allPanel } from "../../src/figures/august-panels.ts";
import { peakAndAll } from "../../src/figures/july-19.ts";
import { sansHourlyPanel, sansTotalPanel } from "../../src/figures/sans-panels.ts";
import { viewOf } from "../../src/figures/series-rows.ts";
import { get } from "../../src/published.ts";

const panels: readonly (readonly [string, CounterPanel])[] = Object.entries({ sansTotal: sansTotalPanel(get), sansHourly: sansHourlyPanel(get), xs4all: xs4allPanel(get), estimates: estimatePanel(get), fsecure: fsecurePanel(get), akamai: akamaiPanel(get), intelsat: intelsatPanel(get) });
const draw = (panel: CounterPanel): string => drawSvg(counterPanel(panel, "wide"), { id: "t", title: "t", description: "d" });

describe("the counters of August share one time axis", () => {
  it.each(panels)("%s: the same hours, a scale from zero, room for its largest value", (_, panel) => {
    const { plot } = counterPanel(panel, "wide");
    expect(plot.x).toEqual(counterPanel(sansTotalPanel(get), "wide").plot.x);
    expect(plot.y?.domain).toEqual([0, panel.top]);
    expect(panel.ticks[0]).toBe(0);
    const values = [...(panel.moments ?? []).map(({ value }) => value ?? 0), ...(panel.steps ?? []).map(({ value }) => value), ...(panel.windows ?? []).map(({ y }) => y)];
    expect(Math.max(...values)).toBeLessThan(panel.top);
  });

  it.each(panels)("%s: every moment lies on the axis", (_, { moments, domain }) => {
    for (const { at } of moments ?? []) {
      expect(at.getTime()).toBeGreaterThanOrEqual(Date.parse(domain.start));
      expect(at.getTime()).toBeLessThanOrEqual(Date.parse(domain.end));
    }
  });
});

describe("SANS's running total", () => {
  it("is points and bounds with the uncertainty of their hours, and no line joins them", () => {
    const lines = [...draw(sansTotalPanel(get)).matchAll(/ d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"/g)];
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter(([, x1, y1, x2, y2]) => x1 !== x2 && y1 !== y2)).toEqual([]);
    expect(sansTotalPanel(get).moments).toHaveLength(14);
    expect(sansTotalPanel(get).moments?.find(({ key }) => key === "sans-11")).toMatchObject({ operator: "gt", uncertainty: 6 * 3_600_000 });
  });

  it("holds the 22,000 that may be an hourly value as doubtful", () => {
    expect(sansTotalPanel(get).moments?.filter(({ hollow }) => hollow).map(({ value }) => value)).toEqual([22_000]);
  });
});

describe("a value without an hour", () => {
  it("stands at the axis, outside the frame", () => {
    const { axisValue, windows, moments } = xs4allPanel(get);
    expect(axisValue?.value).toBe(700);
    expect([...(windows ?? []).map(({ y }) => y), ...(moments ?? []).map(({ value }) => value)]).not.toContain(700);
  });
});

describe("hours without a value", () => {
  it("are dotted, and the panel of a whole series has as many gaps as the record", () => {
    expect(draw(sansHourlyPanel(get)).match(/<pattern/g)).toHaveLength(1);
    expect(sansHourlyPanel(get).gaps?.map(({ start, end }) => [start, end])).toEqual([
      ["2001-08-01T00:00Z", "2001-08-01T04:00Z"],
      ["2001-08-01T19:00Z", "2001-08-02T05:00Z"],
      ["2001-08-02T09:00Z", "2001-08-03T00:00Z"],
      ["2001-08-03T01:00Z", "2001-08-03T14:00Z"],
    ]);
  });
});

describe("CAIDA's curves of 19 July", () => {
  it("never fall in what was ever seen, and never hold more active than ever seen", () => {
    const series = get("series-caida-2001-07-19-cumulative");
    const [ever, active] = [viewOf(series, "unique_sources_cumulative").points, viewOf(series, "sources_active").points];
    ever.slice(1).forEach((point, index) => {
      expect(point.value ?? 0).toBeGreaterThanOrEqual(ever[index]?.value ?? 0);
    });
    active.forEach((point, index) => {
      expect(point.value ?? 0).toBeLessThanOrEqual(ever[index]?.value ?? 0);
    });
  });

  it("reach their most active within the error of reading under two thirds of all", () => {
    const { peak, all } = peakAndAll(get);
    expect(peak.high / all.low).toBeLessThan(2 / 3);
    expect(peak.value).toBe(Math.max(...viewOf(get("series-caida-2001-07-19-cumulative"), "sources_active").points.map(({ value }) => value ?? 0)));
  });
});
