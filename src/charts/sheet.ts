import { xmlText as escape } from "../schema/xml-text.ts";
import { type Face, faceAttributes, wrapText } from "./typeface.ts";

/** A drawing to place: its svg text, and its size in px. */
export interface PlacedDrawing {
  readonly label?: string | undefined;
  readonly note?: string | undefined;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Size of its text, px. */
  readonly text?: number;
}

/** The words of a sheet, top to bottom. */
export interface SheetWords {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly statuses: readonly string[];
  readonly howToRead: string;
  readonly source: string;
  readonly notes: readonly string[];
  /** Site name and address of the figure. */
  readonly credit: string;
}

interface Cursor {
  readonly parts: string[];
  y: number;
}

/** Adds wrapped lines of text at the cursor and moves it below them. */
function write(cursor: Cursor, text: string, face: Face, size: number, leading: number, x: number, width: number, colour = "var(--ink)", most = Number.POSITIVE_INFINITY): void {
  const attributes = Object.entries(faceAttributes[face])
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");
  for (const line of wrapText(text, face, size, width).slice(0, most)) {
    cursor.y += leading;
    cursor.parts.push(`<text x="${x}" y="${Math.round(cursor.y - (leading - size) / 2 - size * 0.18)}" ${attributes} font-size="${size}" fill="${colour}">${escape(line)}</text>`);
  }
}

/** A drawing set into a sheet at a place and a size: its own role and labels go, the sheet speaks for it. */
function place({ svg, width, height }: PlacedDrawing, x: number, y: number, scale: number): string {
  const inner = svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<\/svg>$/, "")
    .replace(/<(title|desc)[^>]*>[^<]*<\/\1>/g, "");
  const face = faceAttributes.sans["font-family"];
  const size = (value: number): string => String(Math.round(value * 10) / 10);
  const open = /^<svg[^>]*>/.exec(svg)?.[0] ?? "";
  const inherited = ["fill", "text-anchor", "font-size"].map((name) => new RegExp(` ${name}="[^"]*"`).exec(open)?.[0] ?? "").join("");
  return `<svg x="${size(x)}" y="${size(y)}" width="${size(width * scale)}" height="${size(height * scale)}" viewBox="0 0 ${width} ${height}" font-family="${face}"${inherited} overflow="visible">${inner}</svg>`;
}

function finish(cursor: Cursor, words: SheetWords, width: number, height: number): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${words.id}-sheet-title ${words.id}-sheet-desc">`;
  return `${head}<title id="${words.id}-sheet-title">${escape(words.title)}</title><desc id="${words.id}-sheet-desc">${escape(words.description)}</desc>${cursor.parts.join("")}</svg>`;
}

const margin = 40;

/** The whole figure on one sheet: title, subtitle, every drawing, how to read it, source, notes. Height follows the content. */
export function sheetSvg(words: SheetWords, drawings: readonly PlacedDrawing[], columns: number): string {
  const gap = 28;
  const inner = columns === 1 ? Math.max(...drawings.map((drawing) => drawing.width)) : drawings.slice(0, columns).reduce((sum, drawing) => sum + drawing.width, 0) + gap * (columns - 1);
  const width = inner + 2 * margin;
  const text = Math.min(inner, 760);
  const cursor: Cursor = { parts: [], y: 24 };
  write(cursor, words.title, "serif", 26, 33, margin, inner);
  write(cursor, words.subtitle, "sans", 16, 23, margin, text, "var(--ink-2)");
  write(cursor, words.statuses.map((status) => status.toUpperCase()).join(" · "), "sansBold", 12, 24, margin, inner, "var(--ink-2)");
  cursor.y += 10;
  for (let row = 0; row < drawings.length; row += columns) {
    const top = cursor.y;
    const bottoms = drawings.slice(row, row + columns).map((drawing, column) => {
      cursor.y = top;
      const x = margin + drawings.slice(row, row + column).reduce((sum, before) => sum + before.width + gap, 0);
      if (drawing.label !== undefined) write(cursor, drawing.label, "sansBold", 16, 22, x, drawing.width);
      if (drawing.note !== undefined) write(cursor, drawing.note, "sans", 14, 20, x, drawing.width, "var(--ink-2)");
      cursor.y += 6;
      cursor.parts.push(place(drawing, x, cursor.y, 1));
      return cursor.y + drawing.height;
    });
    cursor.y = Math.max(...bottoms) + 22;
  }
  write(cursor, words.howToRead, "sans", 15, 22, margin, text);
  write(cursor, `Source: ${words.source}.`, "sans", 13, 19, margin, text, "var(--ink-2)");
  for (const note of words.notes) write(cursor, note, "sans", 13, 19, margin, text, "var(--ink-2)");
  write(cursor, words.credit, "sans", 13, 22, margin, inner, "var(--ink-2)");
  return finish(cursor, words, width, Math.ceil(cursor.y + 24));
}

/** Sizes of the two cropped forms: a square for feeds, a card for links. */
export const cropSizes = { square: { width: 1080, height: 1080 }, card: { width: 1200, height: 630 } } as const;

/** Smallest text of a drawing that a form should come down to, px: both are seen at a third of their size. */
const leastText = { square: 20, card: 16 } as const;

/** Space between two drawings, and above a drawing for its label, px. */
const between = 24;
const labelHeight = 34;

/** One way to fill a frame: drawings in rows of so many, at one scale. */
interface Filling {
  readonly drawings: readonly PlacedDrawing[];
  readonly columns: number;
  readonly scale: number;
}

const heads = (drawings: readonly PlacedDrawing[]): number => (drawings.some(({ label }) => label !== undefined) ? labelHeight : 0);

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Drawings in rows. */
const rowsOf = (drawings: readonly PlacedDrawing[], columns: number): (readonly PlacedDrawing[])[] => Array.from({ length: Math.ceil(drawings.length / columns) }, (_, row) => drawings.slice(row * columns, (row + 1) * columns));

/** The largest scale at which drawings fit a frame. */
function scaleOf(drawings: readonly PlacedDrawing[], columns: number, width: number, height: number): number {
  const rows = rowsOf(drawings, columns);
  const gapsDown = (rows.length - 1) * between + rows.length * heads(drawings);
  return Math.min((width - (Math.min(columns, drawings.length) - 1) * between) / most(rows.map((row) => sum(row.map((drawing) => drawing.width)))), (height - gapsDown) / sum(rows.map((row) => most(row.map((drawing) => drawing.height)))));
}

/**
 * The way that fills most of a frame with text of the size wanted; where none reaches it, with text near the largest there can be.
 * Of ways that fill it alike, the one with the larger text.
 * @param choices the same drawings in several renderings and sizes
 * @throws when there is nothing to place
 */
export function fillingOf(choices: readonly (readonly PlacedDrawing[])[], width: number, height: number, least: number): Filling {
  const ways = choices.flatMap((drawings) => drawings.map((_, index): Filling => ({ drawings, columns: index + 1, scale: scaleOf(drawings, index + 1, width, height) })));
  const text = ({ drawings, scale }: Filling): number => Math.min(...drawings.map((drawing) => (drawing.text ?? 12) * scale));
  // In steps of a twentieth of the frame, so that a sliver more of it does not outweigh larger text.
  const area = ({ drawings, scale }: Filling): number => Math.round((sum(drawings.map((drawing) => drawing.width * drawing.height)) * scale * scale * 20) / (width * height));
  // Where no way reaches the size wanted, those that come within a tenth of the largest compete by how much they fill.
  const enough = Math.min(least, 0.9 * Math.max(...ways.map(text)));
  const [best] = ways.filter((way) => text(way) >= enough).toSorted((a, b) => area(b) - area(a) || text(b) - text(a));
  if (best === undefined) throw new Error("a card needs a drawing");
  return best;
}

/**
 * Title, and the drawings that the title speaks of, in a frame of fixed size, all from one left edge. A square has the subtitle
 * above the drawing; a card has it where the drawing leaves room, above or beside.
 * @param choices the same drawings in several renderings, of which the one that fits best is taken
 */
export function cropSvg(words: SheetWords, choices: readonly (readonly PlacedDrawing[])[], form: keyof typeof cropSizes): string {
  const { width, height } = cropSizes[form];
  const pad = 56;
  const inner = width - 2 * pad;
  const cursor: Cursor = { parts: [], y: form === "card" ? 34 : 48 };
  const titleSize = form === "card" ? 38 : 46;
  write(cursor, words.title, "serif", titleSize, titleSize * 1.2, pad, inner);
  if (form === "square") write(cursor, words.subtitle, "sans", 24, 32, pad, inner, "var(--ink-2)", 3);
  const bottom = height - 64;
  const fill = (from: number): Filling => fillingOf(choices, inner, bottom - from, leastText[form]);
  const lead = 30;
  const lines = wrapText(words.subtitle, "sans", 22, inner).length;
  // On a card the subtitle comes first where the drawing is as large below it.
  const under = form === "card" && fill(cursor.y + 18 + lines * lead).scale >= fill(cursor.y + 18).scale;
  if (under) write(cursor, words.subtitle, "sans", 22, lead, pad, inner, "var(--ink-2)");
  const top = cursor.y + 18;
  const { drawings, columns, scale } = fill(top);
  const head = heads(drawings);
  let [y, right] = [top, pad];
  for (const row of rowsOf(drawings, columns)) {
    let x = pad;
    for (const drawing of row) {
      if (drawing.label !== undefined) {
        cursor.y = y;
        write(cursor, drawing.label, "sansBold", 22, 28, x, drawing.width * scale, "var(--ink)", 1);
      }
      cursor.parts.push(place(drawing, x, y + head, scale));
      right = Math.max(right, x + drawing.width * scale);
      x += drawing.width * scale + between;
    }
    y += most(row.map((drawing) => drawing.height)) * scale + head + between;
  }
  // Words fill what the drawing leaves free: the subtitle beside it, how to read it in an empty place of a row or below.
  const rest = width - pad - right - 40;
  cursor.y = top;
  if (form === "card" && !under && rest > 240) write(cursor, words.subtitle, "sans", 22, lead, right + 40, rest, "var(--ink-2)", 12);
  const last = rowsOf(drawings, columns).at(-1) ?? [];
  const lastTop = y - between - most(last.map((drawing) => drawing.height)) * scale - head;
  const beside = pad + sum(last.map((drawing) => drawing.width * scale + between));
  const free = last.length < Math.min(columns, drawings.length) ? { x: beside, y: lastTop, width: width - pad - beside } : { x: pad, y, width: inner };
  const size = [34, 31, 28, 25, 22].filter((each) => form === "square" || each <= 24).find((each) => free.y + wrapText(words.howToRead, "sans", each, free.width).length * Math.round(each * 1.38) <= bottom);
  cursor.y = free.y;
  if (size !== undefined) write(cursor, words.howToRead, "sans", size, Math.round(size * 1.38), free.x, free.width);
  cursor.y = height - 50;
  write(cursor, words.credit, "sans", 20, 26, pad, inner, "var(--ink-2)", 1);
  return finish(cursor, words, width, height);
}
