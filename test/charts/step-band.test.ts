import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { risers, type Step } from "../../src/charts/step-band.ts";
import { isPrintedHour } from "../../src/figures/sans-panels.ts";
import { stepsOf, viewOf } from "../../src/figures/series-rows.ts";
import { get } from "../../src/published.ts";

const hourly = viewOf(get("series-sans-hourly-2001-08-01"), "unique_sources");
const instant = (hour: number): string => new Date(Date.UTC(2001, 7, 1, hour)).toISOString();

describe("steps over windows", () => {
  it("joins neighbours and nothing across a gap", () => {
    const steps: Step[] = [
      { start: instant(0), end: instant(1), value: 1, low: 1, high: 1 },
      { start: instant(1), end: instant(2), value: 2, low: 2, high: 2 },
      { start: instant(5), end: instant(6), value: 3, low: 3, high: 3 },
    ];
    expect(risers(steps)).toEqual([{ when: instant(1), from: 1, to: 2 }]);
  });

  it("draws as many risers as there are neighbours, for any set of hours", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }), (hours) => {
        const sorted = [...hours].sort((a, b) => a - b);
        const steps = sorted.map((hour) => ({ start: instant(hour), end: instant(hour + 1), value: hour, low: hour, high: hour }));
        expect(risers(steps)).toHaveLength(sorted.filter((hour) => hours.includes(hour + 1)).length);
      }),
    );
  });
});

describe("SANS's hourly column", () => {
  it("keeps its bounds out of the steps, for they are no values", () => {
    expect(hourly.points.filter(({ operator }) => operator === "gt").map(({ value }) => value)).toEqual([50_000, 59_000]);
    expect(stepsOf(hourly).map(({ value }) => value)).not.toContain(59_000);
  });

  it("stops at 18:00 on 1 August and leaves the next value alone", () => {
    const steps = stepsOf(hourly);
    expect(steps.at(-2)?.end).toBe("2001-08-01T18:00Z");
    expect(steps.at(-1)?.value).toBe(50_672);
    expect(risers(steps).some(({ to }) => to === 50_672)).toBe(false);
  });

  it("tells the two hours that digi.no prints from the derived ones", () => {
    expect(hourly.points.filter((point) => point.operator === "eq" && isPrintedHour(point)).map(({ value }) => value)).toEqual([41_968, 50_672]);
  });
});
