import { readInputFiles } from "../../scripts/input-files.ts";
import { readRecords } from "../../src/readers/records.ts";
import { RecordError } from "../../src/schema/problem.ts";

export const claimsFile = "data/records/claims.csv";
export const readingsFile = "data/records/claim-readings.csv";
export const cardsFile = "data/records/datasets.json";
export const xs4allFile = "data/records/series/xs4all-2001-08.csv";
export const sansFile = "data/records/series/sans-cumulative-2001-08.csv";

const committed = readInputFiles();

/** The committed input files, with one of them replaced by what `change` makes of its text. */
export function withText(file: string, change: (text: string) => string, files: ReadonlyMap<string, Uint8Array> = committed): Map<string, Uint8Array> {
  const bytes = files.get(file);
  if (bytes === undefined) throw new Error(`${file} is not among the input files`);
  const before = new TextDecoder().decode(bytes);
  const after = change(before);
  if (after === before) throw new Error(`the change to ${file} changed nothing`);
  return new Map(files).set(file, new TextEncoder().encode(after));
}

/** The committed input files, with one of them replaced by `bytes`. */
export const withBytes = (file: string, bytes: Uint8Array): Map<string, Uint8Array> => new Map(committed).set(file, bytes);

/** The committed input files without one of them. */
export function without(file: string): Map<string, Uint8Array> {
  const files = new Map(committed);
  files.delete(file);
  return files;
}

/** A copy of the bytes of one committed input file. */
export function bytesOf(file: string): Uint8Array {
  const bytes = committed.get(file);
  if (bytes === undefined) throw new Error(`${file} is not among the input files`);
  return Uint8Array.from(bytes);
}

/** The whole message a person sees, line by line without the indent; empty when nothing is wrong. */
export function messages(files: ReadonlyMap<string, Uint8Array>): string[] {
  try {
    readRecords(files);
    return [];
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return error.message.split("\n").map((line) => line.trim());
  }
}

/** Replaces the row of a table that begins with `id,`; the row must stand on one line. */
export const changeRow =
  (id: string, change: (row: string) => string) =>
  (text: string): string =>
    text
      .split("\n")
      .map((line) => (line.startsWith(`${id},`) ? change(line) : line))
      .join("\n");
