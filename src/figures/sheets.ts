import type { Get } from "../aggregates/all.ts";
import { cropSvg, type PlacedDrawing, sheetSvg, type SheetWords } from "../charts/sheet.ts";
import type { ChartSpec } from "../charts/spec.ts";
import { onPaper } from "../charts/svg.ts";
import { drawFigure } from "./draw.ts";
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

const sizeOf = ({ plot }: ChartSpec): { readonly width: number; readonly height: number } => ({ width: plot.width, height: plot.height });

/**
 * A figure as one file that stands alone: words and drawings in one svg, light colours, no reference outside.
 * @param address where the figure lives, printed on the sheet
 */
export function figureSheet(figure: Figure, get: Get, address: string, form: SheetForm): string {
  const panels = figure.panels(get);
  const { panels: drawn } = drawFigure(figure, get);
  const placed = panels.map((panel, index): PlacedDrawing => ({ label: panel.label, note: panel.note, svg: drawn[index]?.wide ?? "", ...sizeOf(panel.wide) }));
  const text = words(figure, get, address);
  if (form === "sheet") return onPaper(sheetSvg(text, placed, figure.columns ?? 1));
  // A square holds the narrow drawing better where there is one.
  const first = panels[0];
  const lead = placed[0];
  if (first === undefined || lead === undefined) throw new Error(`${figure.id} has no drawing`);
  const narrow = drawn[0]?.narrow;
  const drawing = form === "square" && narrow !== undefined && first.narrow !== undefined ? { ...lead, svg: narrow, ...sizeOf(first.narrow) } : lead;
  return onPaper(cropSvg(text, drawing, form));
}
