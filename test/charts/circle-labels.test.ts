import fc from "fast-check";
import { expect, it } from "vitest";
import { circleLabels, type NamedCircle } from "../../src/charts/circle-labels.ts";

const frame = { width: 400, height: 200 };
const height = 14;
const circle = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 200 }), r: fc.integer({ min: 2, max: 40 }), width: fc.integer({ min: 10, max: 120 }) });
const circles = fc.array(circle, { maxLength: 12 }).map((list): NamedCircle[] => list.map((each, index) => ({ ...each, text: `country ${index}` })));

/** The box that placed words fill. */
function boxOf(words: ReturnType<typeof circleLabels>[number], list: readonly NamedCircle[]): { left: number; right: number; top: number; bottom: number } {
  const width = list.find(({ text }) => text === words.text)?.width ?? Number.NaN;
  const left = { start: words.x, middle: words.x - width / 2, end: words.x - width }[words.anchor];
  return { left, right: left + width, top: words.y - height / 2, bottom: words.y + height / 2 };
}

it("names touch neither each other nor a circle nor the edge", () => {
  fc.assert(
    fc.property(circles, (list) => {
      const boxes = circleLabels(list, height, frame).map((words) => boxOf(words, list));
      for (const [index, { left, right, top, bottom }] of boxes.entries()) {
        expect(left >= 0 && right <= frame.width && top >= 0 && bottom <= frame.height).toBe(true);
        expect(boxes.slice(index + 1).some((other) => left < other.right && other.left < right && top < other.bottom && other.top < bottom)).toBe(false);
        for (const { x, y, r } of list) expect(Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))).toBeGreaterThanOrEqual(r);
      }
    }),
  );
});

it("the first circle is named first where two want the same place", () => {
  const twins = ["large", "small"].map((text): NamedCircle => ({ x: 200, y: 100, r: 10, text, width: 185 }));
  const [first, second] = circleLabels(twins, height, { width: 400, height: 120 });
  expect([first?.text, first?.anchor]).toEqual(["large", "start"]);
  expect([second?.text, second?.anchor]).toEqual(["small", "end"]);
});

it("a name without room is left out", () => {
  expect(circleLabels([{ x: 50, y: 20, r: 10, text: "too long", width: 500 }], height, frame)).toEqual([]);
});
