import type { Get } from "../aggregates/all.ts";
import { cropSvg, type PlacedDrawing, sheetSvg, type SheetWords } from "../charts/sheet.ts";
import { type ChartSpec, type Size, textSize, widths } from "../charts/spec.ts";
import { drawSvg, onPaper } from "../charts/svg.ts";
import { drawFigure, panelsOf } from "./draw.ts";
import type { Figure } from "./figure.ts";

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

/** What a card or a square may show: the same panels in their wide and in their narrow drawing. */
function leads(figure: Figure, get: Get, form: "card" | "square"): readonly (readonly PlacedDrawing[])[] {
  const chosen = figure.lead?.(get, form);
  if (chosen !== undefined && "plot" in chosen) return [[{ svg: drawSvg(chosen, { id: `${figure.id}-lead`, title: figure.title(get), description: figure.alt(get) }), ...sizeOf(chosen) }]];
  const panels = panelsOf(figure, get);
  const wanted = chosen ?? panels.slice(0, 1).map(({ id }) => id);
  const { panels: drawn } = drawFigure(figure, get);
  const of = (size: Size): PlacedDrawing[] =>
    wanted.flatMap((id) => {
      const index = panels.findIndex((panel) => panel.id === id);
      const [panel, svg] = [panels[index], drawn[index]?.[size]];
      const spec = panel?.[size];
      if (panel === undefined) throw new Error(`${figure.id} has no panel ${id}`);
      return spec === undefined || svg === undefined ? [] : [{ label: panels.length > 1 ? panel.label : undefined, svg, ...sizeOf(spec), text: textSize[size] }];
    });
  return [of("wide"), of("narrow")].filter((drawings) => drawings.length > 0 && drawings.length === wanted.length);
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
