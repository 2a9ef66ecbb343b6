// Whether the site in dist/ is the one that the present inputs give: known by what is in the files, never by their dates.
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "./sha256.ts";
import { writeAside } from "./site-files.ts";

/** Folders that the build writes; a change in them by anybody else is undone. */
const made = ["data/aggregates", "dist"];
/** Folders that the build reads. */
const read = ["data", "public", "releases", "scripts", "src"];
/** Files that the build reads. The last one is npm's own list of what is installed. */
const settings = ["LICENSE", "astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json", ".env", ".env.local", ".env.production", ".env.production.local", "node_modules/.package-lock.json"];
/** Variables that change what is built. */
const variables = ["SITE", "BASE", "NODE_ENV"];

const stateFile = "node_modules/.cache/counting-code-red/build.json";

/** Hashes of files by their paths below the project, or of settings by their names. */
type Hashes = Readonly<Record<string, string>>;

export interface BuildState {
  readonly inputs: Hashes;
  readonly outputs: Hashes;
}

/** Paths of all files below a folder of the project, links followed; none where there is no such folder. */
function below(project: string, folder: string): string[] {
  const at = path.join(project, folder);
  if (!fs.existsSync(at)) return [];
  return fs.readdirSync(at).flatMap((name) => {
    const file = `${folder}/${name}`;
    return fs.statSync(path.join(project, file)).isDirectory() ? below(project, file) : [file];
  });
}

const hashes = (project: string, files: readonly string[]): Hashes => Object.fromEntries([...files].sort().map((file) => [file, sha256(fs.readFileSync(path.join(project, file)))]));

/** Everything that decides what the build writes: the contents of its files, the installed packages, Node, and the address of the site. */
export function inputsOf(project: string): Hashes {
  const isMade = (file: string): boolean => made.some((folder) => file.startsWith(`${folder}/`));
  const files = [...read.flatMap((folder) => below(project, folder)).filter((file) => !isMade(file)), ...settings.filter((file) => fs.existsSync(path.join(project, file)))];
  const others = { "version of Node": `${process.version} ${process.platform} ${process.arch}`, ...Object.fromEntries(variables.map((name) => [`variable ${name}`, process.env[name] ?? "not set"])) };
  return { ...hashes(project, files), ...others };
}

/** Everything that the build has written, file by file. */
const outputsOf = (project: string): Hashes => hashes(project, made.flatMap((folder) => below(project, folder)));

/** First of the names whose values differ, in words; null where none does. */
function firstDifference(before: Hashes, now: Hashes): string | null {
  for (const name of Object.keys(now)) if (!(name in before)) return `${name} is new`;
  for (const [name, value] of Object.entries(before)) {
    if (!(name in now)) return `${name} is gone`;
    if (now[name] !== value) return `${name} is another`;
  }
  return null;
}

function readState(project: string): BuildState | null {
  try {
    return JSON.parse(fs.readFileSync(path.join(project, stateFile), "utf8")) as BuildState;
  } catch {
    // Absent, or half of a file: both mean that nothing is known.
    return null;
  }
}

/**
 * Why the site must be built, or null where every input and every output is, byte for byte, that of the last whole build.
 * @param project folder of the project
 */
export function reasonToBuild(project: string): string | null {
  const known = readState(project);
  if (known === null) return "no build is on record";
  return firstDifference(known.inputs, inputsOf(project)) ?? firstDifference(known.outputs, outputsOf(project));
}

/** Forgets the last build: call it before the first output is touched. */
export const forgetBuild = (project: string): void => {
  fs.rmSync(path.join(project, stateFile), { force: true });
};

/**
 * Remembers a build that ended well.
 * @param inputs as they were before it began
 * @returns false where an input changed meanwhile: then nothing is remembered, and the next build does everything
 */
export function rememberBuild(project: string, inputs: Hashes): boolean {
  if (firstDifference(inputs, inputsOf(project)) !== null) return false;
  const target = path.join(project, stateFile);
  writeAside(target, JSON.stringify({ inputs, outputs: outputsOf(project) } satisfies BuildState));
  return true;
}
