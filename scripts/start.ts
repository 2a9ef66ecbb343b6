// `npm start`: builds the site where anything changed, serves it, and says where. `--once` fetches the first page and ends; `--force` builds in any case.
import path from "node:path";
import { parse } from "csv-parse/sync";
import { buildSite, sayFailure, seconds } from "./build.ts";
import { commandLine } from "./command-line.ts";
import { statusOf } from "./ingest/errors.ts";
import { readInputFiles, root } from "./input-files.ts";
import { type Served, serveFolder } from "./serve.ts";
import { filesBelow } from "./site-files.ts";

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
  const built = filesBelow(path.join(root, "dist"));
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
  const { once, force } = commandLine(process.argv.slice(2), { once: { type: "boolean", default: false }, force: { type: "boolean", default: false } }).values;
  const base = process.env["BASE"] ?? "/";
  const port = Number(process.env["PORT"] ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is "${process.env["PORT"] ?? ""}": expected a number from 0 to 65535`);
  const started = performance.now();

  await buildSite({ force }, console.log);
  const { files, rows } = countRecords();
  const { pages, figures } = countPages();

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
  sayFailure(error, "Nothing is served: mend what is said above and run `npm start` again.");
  process.exit(statusOf(error, 1));
}
