import type { Get } from "../aggregates/all.ts";
import type { Figure, FigurePanel, FigureTable } from "./figure.ts";

/**
 * A sheet of paper inside its margins, in px of CSS: the width of A4 and the height of Letter, less 14 mm on every side, so that both
 * hold what is fitted here.
 */
const paper = { width: 688, height: 930 } as const;

/** Sizes in which drawings are printed, per cent of the paper's width: at the smallest their text is still 6 points. */
export const printSizes = [100, 90, 80] as const;

/** How a figure is set on paper. */
export interface PrintedSheet {
  readonly size: (typeof printSizes)[number];
  /** Rows of its table for which there is room. */
  readonly rows: number;
  /** Sheets that it takes: one, or two where its drawings alone fill the first. */
  readonly sheets: 1 | 2;
}

/** Width of a letter of the running sans face, px, at 1 px of size. */
const letter = 0.5;

const lines = (text: string, size: number, width: number): number => Math.max(1, Math.ceil((text.length * size * letter) / width));

/** Height of the drawings with their labels, px, set in so many columns at a size. */
function drawingsHeight(panels: readonly FigurePanel[], columns: number, size: number): number {
  const gap = 12;
  const slot = (paper.width - gap * (columns - 1)) / columns;
  const heightOf = ({ label, note, wide: { plot } }: FigurePanel): number => (label === undefined ? 0 : 18) + (note === undefined ? 0 : 14 * lines(note, 11, slot)) + (Math.min(slot / plot.width, 1) * plot.height * size) / 100 + gap;
  return Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) => Math.max(...panels.slice(row * columns, (row + 1) * columns).map(heightOf))).reduce((sum, each) => sum + each, 0);
}

/** Part of a narrow column that its words fill, for they break where they may and not where the line ends. */
const narrow = 0.75;

/** Heights of the rows of a table, px: each as tall as its fullest cell, in columns that share the width by what they hold. */
function rowHeights({ columns, rows }: FigureTable): number[] {
  const text = (row: FigureTable["rows"][number], key: string): string => String(row[key] ?? "");
  const shares = columns.map(({ key, label }) => Math.min(40, Math.max(label.length / 2, 5, ...rows.map((row) => text(row, key).length))));
  const all = shares.reduce((sum, each) => sum + each, 0);
  return rows.map((row) => 5 + 11.5 * Math.max(...columns.map(({ key }, index) => lines(text(row, key), 9.3, ((paper.width * (shares[index] ?? 1)) / all - 8) * narrow))));
}

/** How a figure fits on paper: its drawings as large as leaves room for a table, and as many rows of it as there is room for. */
export function printedSheet(figure: Figure, get: Get): PrintedSheet {
  const table = figure.table(get);
  const panels = figure.panels(get);
  const sources = figure.sources(get).map(({ text }) => text).join("; ");
  const words = 40 + 30 * lines(figure.title(get), 24, paper.width) + 17 * lines(figure.subtitle(get), 13, paper.width) + 15 * lines(figure.howToRead, 12, paper.width) + 15 * lines(figure.objection, 12, paper.width) + 12 * lines(`${sources} ${figure.title(get)}`, 9.3, paper.width) + 80;
  const heights = rowHeights(table);
  const fitting = (room: number): number => {
    let left = room;
    const count = heights.findIndex((height) => (left -= height) < 0);
    return count === -1 ? heights.length : count;
  };
  const wanted = Math.min(3, heights.length);
  const ways = printSizes.map((size) => ({ size, room: paper.height - words - drawingsHeight(panels, figure.columns ?? 1, size) }));
  const one = ways.find(({ room }) => fitting(room) >= wanted);
  if (one !== undefined) return { size: one.size, rows: fitting(one.room), sheets: 1 };
  // A panel that does not fit below the others leaves its room empty on the first sheet.
  const two = ways.map(({ size, room }) => ({ size, rows: fitting(room + paper.height - 60) }));
  const most = two.find(({ rows }) => rows >= wanted) ?? two.at(-1);
  return { size: most?.size ?? printSizes[0], rows: most?.rows ?? 0, sheets: 2 };
}
