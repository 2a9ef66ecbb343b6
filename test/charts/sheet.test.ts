import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cropSizes, cropSvg, fillingOf, type PlacedDrawing } from "../../src/charts/sheet.ts";
import { figures } from "../../src/figures/all.ts";
import { figureSheet } from "../../src/figures/sheets.ts";
import { get } from "../../src/published.ts";

const drawing = (width: number, height: number, text: number): PlacedDrawing => ({ svg: `<svg viewBox="0 0 ${String(width)} ${String(height)}"></svg>`, width, height, text });
const side = fc.integer({ min: 100, max: 1200 });

/** The drawings inside a card or square: place and size of each, px. */
const placed = (svg: string): { x: number; y: number; width: number; height: number }[] =>
  [...svg.matchAll(/<svg x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }));

describe("a frame is filled", () => {
  it("with drawings that never leave it", () => {
    fc.assert(
      fc.property(side, side, side, side, (width, height, frameWidth, frameHeight) => {
        const { scale } = fillingOf([[drawing(width, height, 12)]], frameWidth, frameHeight, 16);
        expect(width * scale).toBeLessThanOrEqual(frameWidth + 1e-6);
        expect(height * scale).toBeLessThanOrEqual(frameHeight + 1e-6);
      }),
    );
  });

  it("with the narrow drawing where the text of the wide one would be too small", () => {
    const [wide, narrow] = [drawing(880, 300, 13), drawing(288, 280, 12)];
    expect(fillingOf([[wide], [narrow]], 1088, 460, 16).drawings).toEqual([wide]);
    expect(fillingOf([[wide], [narrow]], 968, 800, 20).drawings).toEqual([narrow]);
  });

  it("side by side or one below the other, whichever is larger", () => {
    const two = [drawing(300, 300, 12), drawing(300, 300, 12)];
    expect(fillingOf([two], 1088, 460, 16).columns).toBe(2);
    expect(fillingOf([two], 460, 1088, 16).columns).toBe(1);
  });

  it("by something, or not at all", () => {
    expect(() => fillingOf([], 100, 100, 16)).toThrow("drawing");
  });
});

describe.each(figures.map((figure) => [figure.id, figure] as const))("card and square of %s", (_, figure) => {
  it.each(["card", "square"] as const)("the %s keeps its drawings inside, from the left edge of the title", (form) => {
    const svg = figureSheet(figure, get, "example.org/x/", form);
    const drawings = placed(svg);
    expect(drawings.length).toBeGreaterThan(0);
    expect(drawings[0]?.x).toBe(56);
    for (const { x, y, width, height } of drawings) {
      expect(x + width).toBeLessThanOrEqual(cropSizes[form].width - 55);
      expect(y + height).toBeLessThanOrEqual(cropSizes[form].height - 63);
    }
  });
});

/** Right and bottom end of everything that a card or square holds above its last line, px. Words are as long as their letters are wide, about half their size. */
function extent(svg: string): { readonly right: number; readonly bottom: number } {
  const words = [...svg.replace(/<svg x="[\s\S]*?<\/svg>/g, "").matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*font-size="([\d.]+)"[^>]*>([^<]*)/g)].slice(0, -1).map(([, x, y, size, text = ""]) => ({ right: Number(x) + text.length * Number(size) * 0.48, bottom: Number(y) }));
  const boxes = [...words, ...placed(svg).map(({ x, y, width, height }) => ({ right: x + width, bottom: y + height }))];
  return { right: Math.max(...boxes.map(({ right }) => right)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)) };
}

/** Part of the frame below or beside the title that drawings and the words among them take, across and down. */
const covered = (svg: string, form: "card" | "square"): { readonly across: number; readonly down: number } => {
  const top = Math.min(...placed(svg).map(({ y }) => y));
  const inner = svg.replace(/<text x="[\d.]+" y="([\d.]+)"[^>]*>[^<]*<\/text>/g, (whole, y) => (Number(y) < top ? "" : whole));
  const { right, bottom } = extent(inner);
  return { across: (right - 56) / (cropSizes[form].width - 112), down: (bottom - top) / (cropSizes[form].height - 64 - top) };
};

describe.each(figures.map((figure) => [figure.id, figure] as const))("card and square of %s", (_, figure) => {
  it.each(["card", "square"] as const)("the %s leaves no third of its frame empty", (form) => {
    const { across, down } = covered(figureSheet(figure, get, "example.org/x/", form), form);
    expect(across).toBeGreaterThan(2 / 3);
    expect(down).toBeGreaterThan(2 / 3);
  });
});

it("an empty third would be seen", () => {
  const words = { id: "x", title: "Title", subtitle: "Subtitle", description: "Told", statuses: [], howToRead: "", source: "", notes: [], credit: "Credit" };
  expect(covered(cropSvg(words, [[drawing(880, 300, 13)]], "square"), "square").down).toBeLessThan(2 / 3);
  expect(covered(cropSvg(words, [[drawing(300, 600, 13)]], "square"), "square").across).toBeLessThan(2 / 3);
});

it("a card says in its words what the whole figure says", () => {
  const words = { id: "x", title: "Title", subtitle: "Subtitle", description: "Told", statuses: [], howToRead: "", source: "", notes: [], credit: "Credit" };
  expect(cropSvg(words, [[drawing(880, 300, 13)]], "card")).toContain("<desc id=\"x-sheet-desc\">Told</desc>");
});

it("a card drops what XML forbids, which would leave it unreadable", () => {
  const words = { id: "x", title: "A\u0000\ud800 & B", subtitle: "Subtitle", description: "Told", statuses: [], howToRead: "", source: "", notes: [], credit: "Credit" };
  expect(cropSvg(words, [[drawing(880, 300, 13)]], "card")).toContain(">A &amp; B</title>");
});
