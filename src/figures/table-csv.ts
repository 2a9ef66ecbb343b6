import { csvFormatRows } from "d3-dsv";
import type { FigureTable } from "./figure.ts";

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A figure's table as CSV (RFC 4180): header row of labels, numbers in plain digits, UTF-8, LF. */
export const tableCsv = ({ columns, rows }: FigureTable): string => {
  const cell = (value: string | number | undefined): string => (typeof value === "number" ? String(value) : inert(value ?? ""));
  return `${csvFormatRows([columns.map((column) => column.label), ...rows.map((row) => columns.map((column) => cell(row[column.key])))])}\n`;
};
