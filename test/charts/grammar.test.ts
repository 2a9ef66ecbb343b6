import * as Plot from "@observablehq/plot";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drawn, operatorMarks } from "../../src/charts/grammar.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { operators } from "../../src/schema/operator.ts";

const row = (operator: Drawn["operator"], over: Partial<Drawn> = {}): Drawn => ({ key: "a", organisation: "CERT/CC", operator, value: 50, low: null, high: null, y: 50, ...over });

/** Draws one row on a plain frame and counts the shapes. */
function shapes(drawn: Drawn): { readonly points: number; readonly fades: number; readonly stops: number; readonly bars: number; readonly dashed: boolean; readonly svg: string } {
  const marks: Plot.Markish[] = operatorMarks([drawn], (x, direction) => (direction === "left" ? x - 20 : x + 20), 10);
  const svg = drawSvg({ plot: { width: 200, height: 200, axis: null, x: { domain: [0, 100] }, y: { domain: [0, 100] }, marks } }, { id: "t", title: "t", description: "d" });
  return {
    points: (svg.match(/<circle|<path transform=/g) ?? []).length,
    fades: (svg.match(/fill="url\(/g) ?? []).length,
    stops: (svg.match(/stroke-width="3"/g) ?? []).length,
    bars: (svg.match(/<rect/g) ?? []).length - (svg.match(/fill="url\(/g) ?? []).length,
    dashed: svg.includes("stroke-dasharray"),
    svg,
  };
}

describe("the mark is chosen from the operator", () => {
  it("an exact value is a filled point", () => {
    const { points, fades, svg } = shapes(row("eq"));
    expect([points, fades]).toEqual([1, 0]);
    expect(svg).not.toContain('fill="var(--paper)"');
  });

  it("an approximate value is an open point", () => {
    const { points, svg } = shapes(row("approx"));
    expect(points).toBe(1);
    expect(svg).toContain('fill="var(--paper)"');
  });

  it("a range is a bar without points", () => {
    expect(shapes(row("range", { value: null, low: 20, high: 60 }))).toMatchObject({ points: 0, fades: 0, bars: 1 });
  });

  it.each(["lt", "gt", "denied"] as const)("a bound (%s) is a stop with a fade, never a point", (operator) => {
    expect(shapes(row(operator))).toMatchObject({ points: 0, fades: 1, stops: 1 });
  });

  it("a disputed number is dashed, a bound is not", () => {
    expect(shapes(row("denied")).dashed).toBe(true);
    expect(shapes(row("lt")).dashed).toBe(false);
  });

  it.each(["rank", "qualitative", "not_stated"] as const)("%s draws nothing on a scale of numbers", (operator) => {
    expect(shapes(row(operator, { value: null }))).toMatchObject({ points: 0, fades: 0, bars: 0 });
  });

  it("no operator but eq and approx ever draws a point, whatever the numbers", () => {
    fc.assert(
      fc.property(fc.constantFrom(...operators), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 50 }), (operator, value, width) => {
        const drawn = row(operator, operator === "range" ? { value: null, low: value, high: value + width } : { value });
        expect(shapes(drawn).points).toBe(operator === "eq" || operator === "approx" ? 1 : 0);
      }),
      { numRuns: 60 },
    );
  });
});
