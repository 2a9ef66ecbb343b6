import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inSteps } from "../../src/charts/svg.ts";

const tenth = fc.integer({ min: -20_000, max: 20_000 }).map((number) => number / 10);
const point = fc.tuple(tenth, tenth);
const ring = fc.array(point, { minLength: 3, maxLength: 40 });

/** Points that path data of `M`, `L`, `m`, `l`, `h`, `v` and `z` goes through, in order, in tenths of a pixel. Written for this test alone, from the SVG 2 grammar of path data. */
function pointsOf(data: string): number[][] {
  const found: number[][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command = "", numbers = ""] of data.matchAll(/([a-z])([^a-z]*)/gi)) {
    const values = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map((number) => Math.round(Number(number) * 10));
    if (/z/i.test(command)) [x, y] = [startX, startY];
    const step = /[hv]/i.test(command) ? 1 : 2;
    for (let index = 0; index < values.length; index += step) {
      const relative = command === command.toLowerCase();
      const [first = 0, second = 0] = values.slice(index, index + step);
      if (/h/i.test(command)) x = relative ? x + first : first;
      else if (/v/i.test(command)) y = relative ? y + first : first;
      else [x, y] = relative ? [x + first, y + second] : [first, second];
      if (/m/i.test(command) && index === 0) [startX, startY] = [x, y];
      found.push([x, y]);
    }
  }
  return found;
}

describe("a path written in steps", () => {
  it("never looks like a network address", () => {
    expect(inSteps("M1.5,1.5L1.7,1.8L1.9,2.2L2.4,2.6Z")).toBe("M1.5 1.5l.2 .3 .2 .4 .5 .4z");
  });

  it("is the shorter way to write an outline", () => {
    expect(inSteps("M382.6,95.6L381,96.5L380.3,100.4L383.3,104.4Z")).toBe("M382.6 95.6l-1.6 .9-.7 3.9 3 4z");
  });

  it("goes through the same points, to the tenth of a pixel, however many rings it has", () => {
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 5 }), (rings) => {
        const data = rings.map((points) => `M${points.map(([x, y]) => `${x},${y}`).join("L")}Z`).join("");
        expect(pointsOf(inSteps(data))).toEqual(rings.flat().map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)].map((each) => each + 0)));
      }),
    );
  });
});
