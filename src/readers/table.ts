import { CsvError, parse } from "csv-parse/sync";
import type { z } from "zod";
import type { Problem } from "../schema/problem.ts";

/** Rows that passed, with the line each began on, and everything that is wrong with the others. */
export interface Table<Row> {
  readonly rows: readonly Row[];
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
  /** Column names in the order of the file; empty where no header could be read. */
  readonly header: readonly string[];
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** The names that a schema wants as columns. */
const columnsOf = (schema: z.ZodObject): { readonly name: string; readonly optional: boolean }[] =>
  Object.entries(schema.shape).map(([name, type]) => ({ name, optional: (type as z.ZodType).safeParse(undefined).success }));

const separators = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
] as const;

/**
 * Reads a table of comma-separated values (RFC 4180; LF or CRLF; a byte-order mark is dropped).
 * Every row is checked against `schema`; each fault becomes a problem with file, line, column, value and what was expected.
 * @param file path for messages
 * @param text whole file, decoded
 * @param schema one property a column; a property that accepts undefined is a column that may be absent
 */
export function readTable<Schema extends z.ZodObject>(file: string, text: string, schema: Schema): Table<z.infer<Schema>> {
  const problem = (line: number, column: string, value: string, expected: string): Problem => ({ file, line, column, value, expected });
  if (text.trim() === "") return { rows: [], lines: [], header: [], problems: [problem(0, "", "", "a header row and at least one row; the file is empty")] };

  let parsed: Parsed[];
  try {
    parsed = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error["lines"] === "number" ? error["lines"] : 0;
    return { rows: [], lines: [], header: [], problems: [problem(line, "", "", `comma-separated values with balanced quotation marks (${error.message})`)] };
  }

  const [head, ...body] = parsed;
  if (head === undefined) return { rows: [], lines: [], header: [], problems: [problem(0, "", "", "a header row; the file holds no row")] };
  const header = head.record;
  const wanted = columnsOf(schema);
  const headProblems = [
    ...wanted.filter(({ name, optional }) => !optional && !header.includes(name)).map(({ name }) => problem(head.info.lines, name, header.join(","), `a column named ${name} in the header row`)),
    ...header.filter((name) => !wanted.some((column) => column.name === name)).map((name) => problem(head.info.lines, name, name, `only the columns ${wanted.map((column) => column.name).join(", ")}`)),
    ...header.filter((name, index) => header.indexOf(name) !== index).map((name) => problem(head.info.lines, name, name, "each column once")),
  ];
  if (headProblems.length > 0) {
    const other = separators.find(([sign]) => header.length === 1 && (header[0] ?? "").includes(sign));
    return { rows: [], lines: [], header: [], problems: other === undefined ? headProblems : [problem(head.info.lines, "", header[0] ?? "", `commas between the columns; the header uses ${other[1]}`)] };
  }
  if (body.length === 0) return { rows: [], lines: [], header: [], problems: [problem(head.info.lines, "", "", "at least one row below the header")] };

  const rows: z.infer<Schema>[] = [];
  const lines: number[] = [];
  const problems: Problem[] = [];
  for (const { record, info } of body) {
    // info.lines is the line a record ends on; quoted cells may hold line breaks.
    const line = info.lines - record.join("").split("\n").length + 1;
    if (record.length !== header.length) {
      const other = separators.find(([sign]) => record.length === 1 && (record[0] ?? "").includes(sign));
      const hint = other !== undefined ? `this row uses ${other[1]}` : record.length > header.length ? "quote cells that hold a comma" : "write a comma for each empty cell";
      problems.push(problem(line, "", record.join(","), `${header.length} cells, one a column; there are ${record.length} (${hint})`));
      continue;
    }
    const cells = Object.fromEntries(header.map((name, index) => [name, record[index] ?? ""]));
    const result = schema.safeParse(cells);
    if (result.success) {
      rows.push(result.data);
      lines.push(line);
    } else
      for (const issue of result.error.issues) {
        const column = String(issue.path[0] ?? "");
        problems.push(problem(line, column, cells[column] ?? "", issue.message));
      }
  }
  return { rows, lines, header, problems };
}

/** Problems for every id that stands twice. */
export function duplicateIds(file: string, column: string, ids: readonly string[], lines: readonly number[]): Problem[] {
  const first = new Map<string, number>();
  return ids.flatMap((id, index) => {
    const line = lines[index] ?? 0;
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, line);
      return [];
    }
    return [{ file, line, column, value: id, expected: `an id used once; line ${before} has it already` }];
  });
}
