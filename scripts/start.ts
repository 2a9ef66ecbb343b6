// `npm start`: builds the data, builds the site, serves it, and says where. `--once` fetches the first page and ends.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { readInputFiles, root } from "./input-files.ts";
import { type Served, serveFolder } from "./serve.ts";

/** A stage that ended badly, with everything it printed. */
class StageError extends Error {
  readonly output: string;
  constructor(stage: string, how: string, output: string) {
    super(`${stage} failed (${how})`);
    this.name = "StageError";
    this.output = output;
  }
}

/** Output of a failed stage without its lines of progress, which hide the one that matters. */
const withoutProgress = (output: string): string => output.split("\n").filter((line) => !/[├└]─|▶/.test(line)).join("\n").trim();

/** What the build runs on the finished pages, in order; the same scripts as `npm run build`. */
const finishing = [
  { stage: "the press files", script: "scripts/press-files.ts" },
  { stage: "the finishing", script: "scripts/finish.ts" },
] as const;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one stage as a process of its own, by this Node.
 * @param stage name for messages
 * @param args script and arguments, relative to the project's root
 * @param heard called with each line the stage prints
 * @returns everything it printed
 * @throws StageError when it ends with another status than 0
 */
function run(stage: string, args: readonly string[], heard: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" }, stdio: ["ignore", "pipe", "pipe"] });
    const stop = (): void => {
      child.kill();
    };
    process.once("exit", stop);
    let output = "";
    const listen = (part: Buffer): void => {
      output += part.toString();
      for (const line of part.toString().split("\n")) heard(line);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", reject);
    child.once("close", (status, signal) => {
      process.removeListener("exit", stop);
      if (status === 0) resolve(output);
      else reject(new StageError(stage, signal === null ? `status ${status ?? "unknown"}` : `stopped by ${signal}`, output));
    });
  });
}

/** Serves `dist` on the port asked for, or on the next one that is free, up to twenty further. */
async function serveOnFreePort(first: number, base: string): Promise<Served> {
  for (let port = first; ; port++) {
    try {
      return await serveFolder(path.join(root, "dist"), { port, base });
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!taken || port >= first + 20) throw error;
      console.log(`      port ${port} is taken, trying ${port + 1}`);
    }
  }
}

/** What there is to read: files, and rows of tables and lines of logs in them. */
function countRecords(): { readonly files: number; readonly rows: number } {
  const files = readInputFiles();
  const rows = [...files].map(([file, bytes]) => {
    const text = new TextDecoder().decode(bytes);
    if (file.endsWith(".csv")) return (parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as unknown[]).length - 1;
    return file.endsWith(".log") ? text.split("\n").filter((line) => line.trim() !== "").length : 0;
  });
  return { files: files.size, rows: rows.reduce((sum, each) => sum + each, 0) };
}

/** Pages of the built site, and how many of them are a figure's own. */
function countPages(): { readonly pages: number; readonly figures: number } {
  const built = fs.readdirSync(path.join(root, "dist"), { recursive: true, encoding: "utf8" }).map((file) => file.split(path.sep).join("/"));
  return { pages: built.filter((file) => file.endsWith(".html")).length, figures: built.filter((file) => /^figures\/[^/]+\/index\.html$/.test(file)).length };
}

/** Fetches the first page. @throws when it is not a page of this site */
async function fetchFirstPage(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (response.status !== 200 || !/<h1[\s>]/.test(text)) throw new Error(`${url} answered ${response.status} without a heading: the site was built badly`);
  return `${url} answered ${response.status} with ${text.length} characters`;
}

async function main(): Promise<void> {
  const once = process.argv.includes("--once");
  const base = process.env["BASE"] ?? "/";
  const port = Number(process.env["PORT"] ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is "${process.env["PORT"] ?? ""}": expected a number from 0 to 65535`);
  const started = performance.now();

  let since = performance.now();
  console.log("1/4  data: reading the records");
  await run("the data build", ["scripts/build-data.ts"], (line) => {
    if (line.startsWith("data: ")) console.log(`      ${line.slice(6)}`);
  });
  const { files, rows } = countRecords();

  since = performance.now();
  console.log("2/4  site: drawing figures and writing pages");
  let written = 0;
  await run("the site build", ["node_modules/astro/bin/astro.mjs", "build"], (line) => {
    if (!/\.html\b/.test(line)) return;
    written++;
    if (written % 50 === 0) console.log(`      ${written} pages written, ${seconds(since)}`);
  });
  const { pages, figures } = countPages();
  console.log(`      ${pages} pages, ${seconds(since)}`);

  console.log("3/4  files to take away");
  for (const { stage, script } of finishing) {
    since = performance.now();
    await run(stage, [script], () => undefined);
    console.log(`      ${stage}, ${seconds(since)}`);
  }

  console.log("4/4  server");
  const served = await serveOnFreePort(port, base);
  console.log(`\n${files} files read, ${rows} rows, ${figures} figures, ${pages} pages, ${seconds(started)}`);
  console.log(`The site is at ${served.url}`);
  if (once) {
    try {
      console.log(await fetchFirstPage(served.url));
    } finally {
      await served.close();
    }
    return;
  }
  console.log("Ctrl-C ends it.");
  // Keeps serving; the handlers below end the process.
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    console.log("\nstopped");
    process.exit(0);
  });

try {
  await main();
} catch (error) {
  if (error instanceof StageError) console.error(`\n${withoutProgress(error.output)}\n\n${error.message}. Nothing is served: mend what is said above and run \`npm start\` again.`);
  else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
