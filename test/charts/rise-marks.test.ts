import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Risen, riseMarks, windowBoundMarks } from "../../src/charts/rise-marks.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { operators } from "../../src/schema/operator.ts";

const noon = new Date(Date.UTC(2001, 7, 1, 12));
const scale = { fade: 20, top: 100, half: 3_600_000 };
const risen = (operator: Risen["operator"], over: Partial<Risen> = {}): Risen => ({ key: "a", organisation: "CERT/CC", operator, value: 50, at: noon, uncertainty: 0, hollow: false, ...over });

const draw = (marks: ReturnType<typeof riseMarks>): string =>
  drawSvg({ plot: { width: 240, height: 200, axis: null, x: { type: "utc", domain: [new Date(Date.UTC(2001, 7, 1)), new Date(Date.UTC(2001, 7, 2))] }, y: { domain: [0, 100] }, marks } }, { id: "t", title: "t", description: "d" });
const points = (svg: string): number => (svg.match(/<path transform=/g) ?? []).length;
const fades = (svg: string): number => (svg.match(/fill="url\(/g) ?? []).length;

describe("a value that rises along y gets its mark from its operator", () => {
  it("an exact value is a filled point, an approximate one an open point", () => {
    expect(draw(riseMarks([risen("eq")], scale))).not.toContain('fill="var(--paper)"');
    expect(draw(riseMarks([risen("approx")], scale))).toContain('fill="var(--paper)"');
  });

  it("a doubtful exact value is open, so that it does not pass for a sure one", () => {
    expect(draw(riseMarks([risen("eq", { hollow: true })], scale))).toContain('fill="var(--paper)"');
  });

  it("a doubtful bound is dashed and carries no fade", () => {
    const svg = draw(riseMarks([risen("gt", { hollow: true })], scale));
    expect([points(svg), fades(svg)]).toEqual([0, 0]);
    expect(svg).toContain("stroke-dasharray");
  });

  it("only eq and approx ever draw a point, whatever the number", () => {
    fc.assert(
      fc.property(fc.constantFrom(...operators), fc.integer({ min: 0, max: 100 }), (operator, value) => {
        expect(points(draw(riseMarks([risen(operator, { value })], scale)))).toBe(operator === "eq" || operator === "approx" ? 1 : 0);
      }),
      { numRuns: 40 },
    );
  });

  it("an uncertain hour adds a bar to both sides of the point", () => {
    const line = (uncertainty: number): number => (draw(riseMarks([risen("eq", { uncertainty })], scale)).match(/stroke-width="1.5"/g) ?? []).length;
    expect(line(0)).toBe(0);
    expect(line(3_600_000)).toBe(1);
  });

  it("a bound of a window refuses a value that is no bound", () => {
    expect(() => windowBoundMarks(risen("eq"), noon, noon, scale)).toThrow("not a bound");
  });
});
