/** One thing wrong with one place of one input file, in words a person can act on. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  /** Line in the file, counted from 1; 0 when the whole file is meant. */
  readonly line: number;
  /** Column name (tables) or path (JSON); empty when the whole line is meant. */
  readonly column: string;
  /** The text found there, as it stands in the file. */
  readonly value: string;
  /** What was expected instead, and what to do about it. */
  readonly expected: string;
}

/** Control characters, lone surrogates and terminal escapes of hostile input are shown by code, never printed raw. */
const visible = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

const shorten = (text: string, length = 80): string => (text.length > length ? `${text.slice(0, length)}…` : text);

/** `data/records/claims.csv:12 window_end_utc: found "x", expected a time such as 2001-08-01T22:00Z`. */
export function describeProblem({ file, line, column, value, expected }: Problem): string {
  const place = line > 0 ? `${file}:${line}` : file;
  const where = column === "" ? place : `${place} ${column}`;
  const found = value === "" ? "" : `found "${visible(shorten(value))}", `;
  return `${where}: ${found}expected ${expected}`;
}

/** Stops a build. Holds every problem of every file read, not only the first. */
export class RecordError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const files = new Set(problems.map((problem) => problem.file)).size;
    const head = `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${files} ${files === 1 ? "file" : "files"} of records`;
    super([head, ...problems.map((problem) => `  ${describeProblem(problem)}`)].join("\n"));
    this.name = "RecordError";
    this.problems = problems;
  }
}
