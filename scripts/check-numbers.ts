// Fails where a number has no source: first in the templates, with file and line; then in the built pages. Run with `source`, `built` or nothing for both.
import fs from "node:fs";
import path from "node:path";
import { UsageError } from "../src/ingest/options.ts";
import { askedNumbers, lineAt, writtenText } from "./astro-text.ts";
import { type Sources, unsourcedNumbers, whereWritten } from "./built-numbers.ts";
import { commandLine, runCommand } from "./command-line.ts";
import { root } from "./input-files.ts";
import { orphans } from "./number-allowances.ts";
import { filesBelow } from "./site-files.ts";

const remedy = 'print it with <Fact claim="…"/> or <Fact result="…"/>, or, in another\'s words, put it in <q>';

/** Ids that a template may ask for. */
export interface Ids {
  readonly claim: ReadonlySet<string>;
  readonly result: ReadonlySet<string>;
}

/** Everything wrong with the numbers of one template: numbers typed into it, and ids that lead nowhere. One line each. */
export function sourceProblems(file: string, source: string, ids: Ids): string[] {
  const typed = writtenText(file, source).flatMap(({ text, start }) => orphans(text).map(({ digits, index }) => ({ place: start + index, problem: `the number ${digits} is typed: ${remedy}` })));
  const lost = askedNumbers(file, source)
    .filter(({ kind, id }) => !ids[kind].has(id))
    .map(({ kind, id, start }) => ({
      place: start,
      problem: kind === "claim" ? `the claim ${id} is not in data/records/claims.csv: bring it back, or take the number out of the sentence` : `the computed number ${id} is not in src/aggregates/results.ts: bring it back, or take it out of the sentence`,
    }));
  return [...typed, ...lost].sort((a, b) => a.place - b.place).map(({ place, problem }) => `${file}:${lineAt(source, place)}: ${problem}`);
}

/**
 * Everything wrong with the numbers of one built page, one line each: page, words, and the line of the source to mend where it can be found.
 * @param page address of the page
 */
export function builtProblems(page: string, html: string, sources: Sources): string[] {
  return unsourcedNumbers(html).map((found) => {
    const place = whereWritten(found, sources);
    const where = place === null ? "an expression prints it: give the element that prints it a data-from that names its record" : `${place}: ${remedy}`;
    return `${page}: the number ${found.digits} comes from nowhere (“…${found.words}…”); ${where}`;
  });
}

/** Texts of the templates below `src` of a project, where words are written. */
export const sourcesOf = (project: string): Sources => new Map(filesBelow(path.join(project, "src")).filter((name) => /^(?:prose|pages|components|layouts)\/.*\.astro$/.test(name)).map((name) => [`src/${name}`, fs.readFileSync(path.join(project, "src", name), "utf8")]));

/** Ids of the published claims and results of a project. */
export function idsOf(project: string): Ids {
  const of = (id: string): ReadonlySet<string> => new Set((JSON.parse(fs.readFileSync(path.join(project, "data/aggregates", `${id}.json`), "utf8")) as { rows: readonly { id: string }[] }).rows.map((row) => row.id));
  return { claim: of("claims"), result: of("results") };
}

/** All problems of the templates of a project. */
export function checkSource(project: string): string[] {
  const ids = idsOf(project);
  return [...sourcesOf(project)].flatMap(([file, source]) => sourceProblems(file, source, ids));
}

/** All problems of the built pages in a folder. */
function checkBuilt(dist: string, sources: Sources): string[] {
  return filesBelow(dist).filter((name) => name.endsWith(".html")).flatMap((name) => builtProblems(`/${name.replace(/index\.html$/, "")}`, fs.readFileSync(path.join(dist, name), "utf8"), sources));
}

function main(args: readonly string[]): void {
  const { values, words } = commandLine(args, { dist: { type: "string", default: path.join(root, "dist") } }, 1);
  const [what = "both"] = words;
  if (!["source", "built", "both"].includes(what)) throw new UsageError(`${what}: expected source, built or both`);
  const problems = [...(what === "built" ? [] : checkSource(root)), ...(what === "source" ? [] : checkBuilt(values.dist, sourcesOf(root)))];
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? "numbers: every number has its source" : `numbers: ${problems.length} without a source`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (import.meta.main) await runCommand("numbers", main);
