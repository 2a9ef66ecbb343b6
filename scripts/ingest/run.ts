// What `npm run ingest` does: reads probe logs and writes counts. Nothing but counts leaves it.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Counts } from "../../src/schema/counts.ts";
import { type Options, optionsFrom, UsageError } from "../../src/ingest/options.ts";
import { printable, publicName } from "../../src/ingest/printable.ts";
import { zoneFrom } from "../../src/ingest/zone.ts";
import { Cache, identityOf } from "./cache.ts";
import { InputError, statusOf } from "./errors.ts";
import { help } from "./help.ts";
import { dropUnfinished, writeRecord, writeWhole } from "./output.ts";

const root = resolve(import.meta.dirname, "../..");
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Files that hold something; an empty one among others is noted and passed over. */
function filled(files: readonly string[]): string[] {
  const empty = files.filter((file) => file !== "-" && existsSync(file) && statSync(file).isFile() && statSync(file).size === 0);
  if (empty.length === files.length) throw new InputError(`${printable(empty[0] ?? "")}: is empty; there is nothing to count`);
  for (const file of empty) say(`${publicName(file)}: is empty and passed over`);
  return files.filter((file) => !empty.includes(file));
}

/** Refuses a file named twice, which would be counted twice, and an output that would replace an input. */
function checkFiles(options: Options): void {
  const inputs = new Map<string, string>();
  for (const file of options.files.filter(isPlainFile)) {
    const { dev, ino } = identityOf(file);
    const twin = inputs.get(`${dev} ${ino}`);
    if (twin !== undefined) throw new UsageError(`${printable(file)} is the same file as ${printable(twin)}: name it once`);
    inputs.set(`${dev} ${ino}`, file);
  }
  for (const out of [options.out, options.partial]) {
    if (out === null || !isPlainFile(out)) continue;
    const { dev, ino } = identityOf(out);
    if (inputs.has(`${dev} ${ino}`)) throw new UsageError(`${printable(out)} is an input and would be replaced: choose another name for the output`);
  }
}

function checkZone(zone: string | null): void {
  try {
    if (zone !== null) zoneFrom(zone);
  } catch (error) {
    throw new UsageError(`--zone: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const isPlainFile = (file: string): boolean => file !== "-" && existsSync(file) && statSync(file).isFile();

async function deliver(options: Options, counts: Counts | null, text: string): Promise<void> {
  if (options.out !== null) writeWhole(options.out, text);
  if (options.record !== null && counts !== null) say(`recorded in ${await writeRecord(options, options.record, counts)}`);
  if (options.out === null && options.record === null && options.partial === null) process.stdout.write(text);
}

/** Where the finished counts of exactly these inputs are kept, or are to be kept; null where that cannot be known. */
function resultFileOf(options: Options, files: readonly string[], cache: Cache | null): string | null {
  if (cache === null || !files.every(isPlainFile) || (options.registry !== null && !existsSync(options.registry))) return null;
  return cache.resultFile(options, files.map(identityOf));
}

async function run(options: Options): Promise<void> {
  checkZone(options.zone);
  checkFiles(options);
  const files = filled(options.files);
  const cache = options.noCache ? null : new Cache(options.cache ?? join(root, "node_modules", ".cache", "counting-code-red", "ingest"), options);
  const resultFile = resultFileOf(options, files, cache);
  if (resultFile !== null && !options.force && !options.strict && options.record === null && options.partial === null && existsSync(resultFile)) {
    say("nothing has changed since the last reading: its counts are given again (--force reads anew)");
    await deliver(options, null, readFileSync(resultFile, "utf8"));
    return;
  }
  const identities = files.map((file) => (isPlainFile(file) ? identityOf(file) : null));
  const { readCounts } = await import("./read.ts");
  const counts = await readCounts(options, files, identities, cache);
  const text = `${JSON.stringify(counts, null, 1)}\n`;
  await deliver(options, counts, text);
  if (resultFile !== null && !counts.inputs.some(({ grewWhileRead }) => grewWhileRead)) writeWhole(resultFile, text, 0o600);
}

/** Runs a command line; sets the exit status. Schemas, DuckDB and the writer of records are loaded only where they are needed. */
export async function ingest(args: readonly string[]): Promise<void> {
  for (const [signal, status] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
    process.once(signal, () => {
      dropUnfinished();
      process.exit(status);
    });
  }
  process.stdout.on("error", () => {
    process.exit(4);
  });
  try {
    const options = optionsFrom(args);
    if (options.help) process.stdout.write(help);
    else if (options.schema) {
      const { countsJsonSchema } = await import("../../src/schema/counts.ts");
      process.stdout.write(`${JSON.stringify(countsJsonSchema(), null, 1)}\n`);
    } else await run(options);
  } catch (error) {
    dropUnfinished();
    say(error instanceof Error ? `ingest: ${error.message}` : "ingest: failed");
    process.exitCode = statusOf(error);
    // Whoever writes to standard input may never end; nothing more is read from it.
    process.stdin.destroy();
  }
}
