import type { Get } from "../aggregates/all.ts";
import { cropSvg, type PlacedDrawing, sheetSvg, type SheetWords } from "../charts/sheet.ts";
import { type ChartSpec, resized, type Size, textSize, widths } from "../charts/spec.ts";
import { drawSvg, onPaper } from "../charts/svg.ts";
import { drawFigure, panelsOf } from "./draw.ts";
import type { Figure, FigurePanel } from "./figure.ts";

/** The three forms in which a figure leaves the site as one picture. */
export type SheetForm = "sheet" | "square" | "card";
export const sheetForms: readonly SheetForm[] = ["sheet", "square", "card"];

const words = (figure: Figure, get: Get, address: string): SheetWords => ({
  id: figure.id,
  title: figure.title(get),
  subtitle: figure.subtitle(get),
  description: figure.alt(get),
  statuses: figure.statuses(get),
  howToRead: figure.howToRead,
  source: figure
    .sources(get)
    .map((source) => source.text)
    .join("; "),
  notes: figure.notes ?? [],
  credit: `Counting Code Red · ${address} · CC BY 4.0`,
});

const sizeOf = ({ plot }: ChartSpec): Pick<PlacedDrawing, "width" | "height" | "text"> => ({ width: plot.width, height: plot.height, text: plot.width > widths.narrow ? textSize.wide : textSize.narrow });

/** Steps by which an elastic drawing may grow: a phone's to a little more than twice its width; a wide one, whose words need their room, hardly. */
const growth = {
  wide: { across: [0.9, 1, 1.1, 1.2], down: [1, 1.15, 1.3] },
  narrow: { across: Array.from({ length: 27 }, (_, step) => 1 + step * 0.06), down: [1, 1.15, 1.3, 1.45, 1.6, 1.75] },
} as const;

/** Drawings that stand together, in all the sizes that a frame may choose from: they grow together, and only as far as each of them can. */
function sizesOf(specs: readonly ChartSpec[], size: Size): (readonly ChartSpec[])[] {
  if (specs.some(({ elastic }) => elastic === undefined)) return [specs];
  const down = specs.every(({ elastic }) => elastic === "xy") ? growth[size].down : [1];
  return growth[size].across.flatMap((x) => down.map((y) => specs.map((spec) => resized(spec, Math.round(spec.plot.width * x), Math.round(spec.plot.height * y)))));
}

/** What a figure is led by on a card or a square: a drawing of its own, panels that it names, or its first panel. @throws when it names a panel that it has not */
function ledBy(figure: Figure, get: Get, form: "card" | "square", panels: readonly FigurePanel[]): readonly Partial<FigurePanel>[] {
  const chosen = figure.lead?.(get, form);
  if (chosen === undefined) return panels.slice(0, 1);
  const made = (drawing: ChartSpec, label?: string): Partial<FigurePanel>[] => [{ id: "lead", ...(label === undefined ? {} : { label }), [drawing.plot.width > widths.narrow * 1.6 ? "wide" : "narrow"]: drawing }];
  if ("plot" in chosen) return made(chosen);
  if ("drawing" in chosen) return made(chosen.drawing, chosen.label);
  return chosen.map((id) => {
    const panel = panels.find((each) => each.id === id);
    if (panel === undefined) throw new Error(`${figure.id} has no panel ${id}`);
    return panel;
  });
}

/** What a card or a square may show: the same panels in their wide and in their narrow drawing, in several sizes. */
function leads(figure: Figure, get: Get, form: "card" | "square"): readonly (readonly PlacedDrawing[])[] {
  const panels = panelsOf(figure, get);
  const wanted = ledBy(figure, get, form, panels);
  return (["wide", "narrow"] as const).flatMap((size) => {
    const specs = wanted.flatMap((panel) => panel[size] ?? []);
    if (specs.length === 0 || specs.length < wanted.length) return [];
    return sizesOf(specs, size).map((sized) =>
      sized.map((spec, index): PlacedDrawing => {
        const panel = wanted[index] ?? {};
        const id = `${figure.id}-${panel.id ?? ""}-${form}`;
        // Drawn when it is placed: most sizes are weighed and left.
        return {
          label: panels.length > 1 ? panel.label : undefined,
          get svg() {
            return drawSvg(spec, { id, title: figure.title(get), description: figure.alt(get) });
          },
          width: spec.plot.width,
          height: spec.plot.height,
          text: textSize[size],
        };
      }),
    );
  });
}

/**
 * A figure as one file that stands alone: words and drawings in one svg, light colours, no reference outside.
 * @param address where the figure lives, printed on the sheet
 */
export function figureSheet(figure: Figure, get: Get, address: string, form: SheetForm): string {
  const text = words(figure, get, address);
  if (form !== "sheet") return onPaper(cropSvg(text, leads(figure, get, form), form));
  const { panels: drawn } = drawFigure(figure, get);
  const placed = panelsOf(figure, get).map((panel, index): PlacedDrawing => ({ label: panel.label, note: panel.note, svg: drawn[index]?.wide ?? "", ...sizeOf(panel.wide) }));
  return onPaper(sheetSvg(text, placed, figure.columns ?? 1));
}
