import type { AggregateId, Get } from "../aggregates/all.ts";
import type { ChartSpec } from "../charts/spec.ts";
import type { Status } from "../schema/status.ts";

/** One drawing of a figure. `narrow` is absent where one rendering serves both widths, as in small panels. */
export interface FigurePanel {
  /** Unique within the figure. */
  readonly id: string;
  /** Printed above the panel where a figure has several. */
  readonly label?: string;
  /** One line below the label: what, where, which hours. */
  readonly note?: string;
  readonly wide: ChartSpec;
  readonly narrow?: ChartSpec;
}

/** The same rows as the drawing shows, for people and for machines. Cells are text as printed or plain numbers. */
export interface FigureTable {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

export interface FigureSource {
  readonly text: string;
  /** Absent for a mirror, which is cited and never linked. */
  readonly url?: string;
}

/** A statement with an address: words, a drawing, a table, sources, and a duty to be true. */
export interface Figure {
  /** In the address; never changes. */
  readonly id: string;
  /** Aggregates it reads, and no others: a test compares. */
  readonly from: readonly AggregateId[];
  /** `text` = the text column, `figure` = 880 px, `wide` = 1,160 px. */
  readonly span: "text" | "figure" | "wide";
  /** Maps keep a light card in dark mode. */
  readonly lightCard?: boolean;
  /**
   * What a card and a square show, where the first panel is not what the title says: panels by id, or a drawing made for them, with a label where its words need one.
   * Absent: the first panel.
   */
  readonly lead?: (get: Get, form: "card" | "square") => readonly string[] | ChartSpec | { readonly label: string; readonly drawing: ChartSpec };
  /** How many panels stand side by side where there is room. */
  readonly columns?: 1 | 2 | 3;
  /** The finding, at most ten words. */
  title(get: Get): string;
  /** What, where, when with zone, by which instrument. */
  subtitle(get: Get): string;
  /** True while the title is true of the data. */
  holds(get: Get): boolean;
  readonly howToRead: string;
  /** How the drawn values came to us. */
  statuses(get: Get): readonly Status[];
  panels(get: Get): readonly FigurePanel[];
  /** Text alternative: chart type, measure, who, where, window; extremes, bounds, counts; the pattern; what is not known. */
  alt(get: Get): string;
  table(get: Get): FigureTable;
  sources(get: Get): readonly FigureSource[];
  /** Lines below the figure that a careful reader needs. */
  readonly notes?: readonly string[];
  /** The strongest objection to the figure. */
  readonly objection: string;
}
