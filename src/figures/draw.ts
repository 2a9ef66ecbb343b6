import type { Get } from "../aggregates/all.ts";
import { onPaper, drawSvg } from "../charts/svg.ts";
import type { Figure, FigurePanel, FigureSource, FigureTable } from "./figure.ts";
import { once } from "./once.ts";

/** A figure with its words filled in and its drawings made. */
export interface DrawnFigure {
  readonly title: string;
  readonly subtitle: string;
  readonly alt: string;
  readonly table: FigureTable;
  readonly sources: readonly FigureSource[];
  readonly panels: readonly { readonly id: string; readonly label?: string; readonly note?: string; readonly wide: string; readonly narrow?: string }[];
}

const words = (figure: Figure, get: Get, panel: FigurePanel, size: "wide" | "narrow") => ({
  id: `${figure.id}-${panel.id}-${size}`,
  title: panel.label === undefined ? figure.title(get) : `${figure.title(get)}: ${panel.label}`,
  description: figure.alt(get),
});

/** The panels of a figure, before they are drawn. */
export const panelsOf = once((figure, get) => figure.panels(get));

/** Draws every panel of a figure, for a page. */
export const drawFigure = once(
  (figure, get): DrawnFigure => ({
    title: figure.title(get),
    subtitle: figure.subtitle(get),
    alt: figure.alt(get),
    table: figure.table(get),
    sources: figure.sources(get),
    panels: panelsOf(figure, get).map((panel) => ({
      id: panel.id,
      ...(panel.label === undefined ? {} : { label: panel.label }),
      ...(panel.note === undefined ? {} : { note: panel.note }),
      wide: drawSvg(panel.wide, words(figure, get, panel, "wide")),
      ...(panel.narrow === undefined ? {} : { narrow: drawSvg(panel.narrow, words(figure, get, panel, "narrow")) }),
    })),
  }),
);

/**
 * One panel as a file that stands alone.
 * @throws when the figure has no panel of that id
 */
export function panelFile(figure: Figure, get: Get, id: string): string {
  const panel = drawFigure(figure, get).panels.find((each) => each.id === id);
  if (panel === undefined) throw new Error(`${figure.id} has no panel ${id}`);
  return onPaper(panel.wide);
}
