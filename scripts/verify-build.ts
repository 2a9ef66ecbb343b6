// Builds the site twice, in two folders, on two days and in two time zones, and compares every byte. `npm run verify-build`
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "./input-files.ts";
import { sha256 } from "./sha256.ts";
import { filesBelow } from "./site-files.ts";

/** What a build needs of the project. */
const needed = ["astro.config.mjs", "data", "LICENSE", "package.json", "public", "releases", "scripts", "src", "tsconfig.json"];

/**
 * Copies the project into an empty folder. Packages are linked, their caches are not: nothing made by another build is found there.
 * @returns the folder
 */
export function copyProject(folder: string): string {
  for (const name of needed) if (fs.existsSync(path.join(root, name))) fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  const packages = path.join(root, "node_modules");
  fs.mkdirSync(path.join(folder, "node_modules"), { recursive: true });
  for (const name of fs.readdirSync(packages)) if (!name.startsWith(".") || name === ".bin") fs.symlinkSync(path.join(packages, name), path.join(folder, "node_modules", name));
  return folder;
}

export interface BuildPlace {
  /** Days that every clock of the build runs ahead. */
  readonly shiftDays?: number;
  readonly timeZone?: string;
  readonly base?: string;
  readonly site?: string;
}

/** What a test runner leaves in the environment and a build would take for its own. */
const foreign = /^(?:VITEST.*|BASE_URL|BASE|SITE|MODE|DEV|PROD|SSR|TEST|NODE_ENV)$/;

/**
 * Runs `npm run <script>` in a copy of the project.
 * @returns what it printed
 * @throws with the last of what it printed, when it fails
 */
export function runIn(folder: string, script: readonly string[], { shiftDays = 0, timeZone, base, site }: BuildPlace = {}): Promise<string> {
  const clock = path.join(folder, "scripts/shift-clock.mjs");
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    ASTRO_TELEMETRY_DISABLED: "1",
    CLOCK_SHIFT_DAYS: String(shiftDays),
    NODE_OPTIONS: `--import ${JSON.stringify(clock)}`,
    PATH: `${path.join(folder, "node_modules/.bin")}${path.delimiter}${process.env["PATH"] ?? ""}`,
    ...(timeZone === undefined ? {} : { TZ: timeZone }),
    ...(base === undefined ? {} : { BASE: base }),
    ...(site === undefined ? {} : { SITE: site }),
  };
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "-s", ...script], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (output += part.toString()));
    child.once("error", reject);
    child.once("close", (status) => {
      if (status === 0) resolve(output);
      else reject(new Error(`npm run ${script.join(" ")} ended with status ${status ?? "none"}:\n${output.slice(-2000)}`));
    });
  });
}

/** SHA-256 of every file below a folder. */
export const hashesOf = (folder: string): ReadonlyMap<string, string> => new Map(filesBelow(folder).map((file) => [file, sha256(fs.readFileSync(path.join(folder, file)))]));

/** Files that differ between two built sites, or stand in one alone. */
export const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] => [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file)).sort();

if (import.meta.main) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "build-twice-"));
  try {
    const one = copyProject(path.join(folder, "one"));
    const other = copyProject(path.join(folder, "another/place"));
    await runIn(one, ["build"], { timeZone: "Asia/Seoul" });
    await runIn(other, ["build"], { timeZone: "America/Los_Angeles", shiftDays: 40 });
    const different = differences(hashesOf(path.join(one, "dist")), hashesOf(path.join(other, "dist")));
    for (const file of different) console.error(`${file} differs`);
    console.log(`two builds, ${hashesOf(path.join(one, "dist")).size} files, ${different.length} differ`);
    if (different.length > 0) process.exitCode = 1;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
