// The whole build, in one list. `npm run build`; `-- --force` builds although nothing has changed.
import { forgetBuild, inputsOf, reasonToBuild, rememberBuild } from "./build-state.ts";
import { commandLine, runCommand } from "./command-line.ts";
import { root } from "./input-files.ts";
import { runStage, StageError, withoutProgress } from "./run-stage.ts";

interface Stage {
  /** What it does, for a reader who waits. */
  readonly title: string;
  /** What failed, when it fails. */
  readonly name: string;
  /** Script and arguments, relative to the project's root. */
  readonly run: readonly string[];
}

const stages: readonly Stage[] = [
  { title: "data: reading the records", name: "the data build", run: ["scripts/build-data.ts"] },
  { title: "numbers: looking for any without a source", name: "the check of numbers", run: ["scripts/check-numbers.ts", "source"] },
  { title: "site: drawing figures and writing pages", name: "the site build", run: ["node_modules/astro/bin/astro.mjs", "build"] },
  { title: "pictures and zips of figures", name: "the making of pictures and zips", run: ["scripts/press-files.ts"] },
  { title: "search, downloads, policies, sums, compressed twins", name: "the finishing", run: ["scripts/finish.ts"] },
];

export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Says now and then how many pages are written. */
function pageCounter(since: number, say: (line: string) => void): (line: string) => void {
  let written = 0;
  return (line) => {
    if (!/\.html\b/.test(line)) return;
    written++;
    if (written % 50 === 0) say(`      ${written} pages written, ${seconds(since)}`);
  };
}

/**
 * Leaves the finished site in dist/. Does nothing where every input and output is that of the last build.
 * @param options.force builds in any case
 * @param say called with each line of progress
 * @returns true when it built
 * @throws StageError when a stage fails; then the next build does everything
 */
export async function buildSite({ force }: { readonly force: boolean }, say: (line: string) => void): Promise<boolean> {
  const started = performance.now();
  const reason = force ? "asked for by --force" : reasonToBuild(root);
  if (reason === null) {
    say(`Nothing has changed since the last build: dist/ is left as it is, ${seconds(started)}`);
    return false;
  }
  say(`Building: ${reason}`);
  const inputs = inputsOf(root);
  forgetBuild(root);
  for (const [index, { title, name, run }] of stages.entries()) {
    const since = performance.now();
    say(`${index + 1}/${stages.length}  ${title}`);
    const output = await runStage(name, run, pageCounter(since, say));
    const own = /^(?:data|numbers|press files|finish): (.*?)(?:, [\d.]+ s)?$/m.exec(output)?.[1];
    say(`      ${own === undefined ? "" : `${own}, `}${seconds(since)}`);
  }
  if (!rememberBuild(root, inputs)) say("A source changed while the site was built: the next build starts from it.");
  return true;
}

/** Prints what went wrong, without what only shows progress. @param then what becomes of it, as a sentence */
export function sayFailure(error: unknown, then: string): void {
  if (error instanceof StageError) console.error(`\n${withoutProgress(error.output)}\n\n${error.message}. ${then}`);
  else console.error(error instanceof Error ? error.message : error);
}

if (import.meta.main) {
  const started = performance.now();
  await runCommand("build", async (args) => {
    const { force } = commandLine(args, { force: { type: "boolean", default: false } }).values;
    try {
      if (await buildSite({ force }, console.log)) console.log(`The site is in dist/, ${seconds(started)}`);
    } catch (error) {
      sayFailure(error, "The site in dist/ is not whole: mend what is said above and run `npm run build` again.");
      process.exitCode = 1;
    }
  });
}
