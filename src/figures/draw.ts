import type { Get } from "../aggregates/all.ts";
import { onPaper, drawSvg } from "../charts/svg.ts";
import type { Figure, FigurePanel, FigureSource, FigureTable } from "./figure.ts";

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

/** Draws every panel of a figure, for a page. */
export function drawFigure(figure: Figure, get: Get): DrawnFigure {
  return {
    title: figure.title(get),
    subtitle: figure.subtitle(get),
    alt: figure.alt(get),
    table: figure.table(get),
    sources: figure.sources(get),
    panels: figure.panels(get).map((panel) => ({
      id: panel.id,
      ...(panel.label === undefined ? {} : { label: panel.label }),
      ...(panel.note === undefined ? {} : { note: panel.note }),
      wide: drawSvg(panel.wide, words(figure, get, panel, "wide")),
      ...(panel.narrow === undefined ? {} : { narrow: drawSvg(panel.narrow, words(figure, get, panel, "narrow")) }),
    })),
  };
}

/** One panel as a file that stands alone. */
export const panelFile = (figure: Figure, get: Get, panel: FigurePanel): string => onPaper(drawSvg(panel.wide, words(figure, get, panel, "wide")));
