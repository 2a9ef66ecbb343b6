import { expect, it } from "vitest";
import { drawFigure } from "../../src/figures/draw.ts";
import { howMany } from "../../src/figures/how-many.ts";
import { printedSheet } from "../../src/figures/printed-sheet.ts";
import { get } from "../../src/published.ts";

it("the plain scale of the ladder draws every statement of the scale above it, in less height", () => {
  const [tall, strip] = howMany.panels(get).map(({ wide }) => wide.plot.height);
  expect(strip).toBeLessThan((tall ?? 0) * 0.65);
  const says = (svg: string | undefined): string[] => [...(svg ?? "").matchAll(/data-says="([^"]+)"/g)].map(([, words = ""]) => words).sort();
  const [log, linear] = drawFigure(howMany, get).panels;
  expect(says(linear?.wide)).toEqual(says(log?.wide));
  expect(says(linear?.wide).length).toBeGreaterThan(7);
});

it("the ladder is printed on one sheet, with rows of its table", () => {
  const { sheets, rows } = printedSheet(howMany, get);
  expect(sheets).toBe(1);
  expect(rows).toBeGreaterThanOrEqual(3);
});
