import type { z } from "zod";
import type { Problem } from "../schema/problem.ts";
import { duplicateIds, readTable, type Table } from "./table.ts";
import { decodeUtf8 } from "./utf8.ts";

/** Input files by their path from the project's root. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Reads files of a set, and keeps what is wrong with them and which were read. */
export class FileSet {
  readonly problems: Problem[] = [];
  readonly #files: Files;
  readonly #used = new Set<string>();

  constructor(files: Files) {
    this.#files = files;
  }

  /** A problem of a file as a whole. */
  whole(file: string, expected: string): void {
    this.problems.push({ file, line: 0, column: "", value: "", expected });
  }

  /**
   * The text of a file; null when it is missing or not UTF-8, which is then a problem.
   * @param namedBy file whose entry asks for this one, where there is such an entry
   */
  text(file: string, namedBy?: string): string | null {
    this.#used.add(file);
    const bytes = this.#files.get(file);
    if (bytes === undefined) {
      this.whole(file, `this file to exist; restore it${namedBy === undefined ? "" : `, or take its entry out of ${namedBy}`}`);
      return null;
    }
    const decoded = decodeUtf8(file, bytes);
    if ("text" in decoded) return decoded.text;
    this.problems.push(decoded.problem);
    return null;
  }

  /**
   * A checked table. A file that could not be read gives a table with a problem of its own, so that nothing is concluded from its
   * emptiness.
   * @param options `idColumn`, whose values must stand once; `namedBy`, the file whose entry asks for this one
   */
  table<Schema extends z.ZodObject>(file: string, schema: Schema, { idColumn, namedBy }: { readonly idColumn?: keyof z.infer<Schema> & string; readonly namedBy?: string } = {}): Table<z.infer<Schema>> {
    const before = this.problems.length;
    const text = this.text(file, namedBy);
    if (text === null) return { rows: [], lines: [], header: [], problems: this.problems.slice(before) };
    const table = readTable(file, text, schema);
    const twice = idColumn === undefined ? [] : duplicateIds(file, idColumn, table.rows.map((row) => String(row[idColumn])), table.lines);
    this.problems.push(...table.problems, ...twice);
    return { ...table, problems: [...table.problems, ...twice] };
  }

  /** Files below a folder that nothing asked for. */
  unread(folder: string): string[] {
    return [...this.#files.keys()].filter((file) => file.startsWith(folder) && !this.#used.has(file));
  }
}
