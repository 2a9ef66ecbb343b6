// What `npm run ingest` does: reads probe logs and writes counts. Nothing but counts leaves it.
import { createHash } from "node:crypto";
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Counts } from "../src/ingest/counts.ts";
import { readCountryTable } from "../src/ingest/country-table.ts";
import { formatWords } from "../src/ingest/format.ts";
import { hostCounts } from "../src/ingest/host-counts.ts";
import { inputReport } from "../src/ingest/input-report.ts";
import { type Options, optionsFrom, UsageError } from "../src/ingest/options.ts";
import { unpackTally } from "../src/ingest/packed-tally.ts";
import { printable, publicName } from "../src/ingest/printable.ts";
import { probeCounts, type RunFacts } from "../src/ingest/probe-counts.ts";
import { tableCounts } from "../src/ingest/table-counts.ts";
import type { Tally } from "../src/ingest/tally.ts";
import { zoneFrom } from "../src/ingest/zone.ts";
import { InputError, type InputResult, type Job, type Progress, readInput, type ResumePoint, type WorkerMessage, type WorkerTask } from "./ingest-worker.ts";

const help = `Reads logs of probes of Code Red and writes counts as JSON: unique sources by window, variant, hour and country.

  npm run ingest -- FILE... --sensor ID [options]

FILE               a log: plain, .gz or .zst; - is standard input. Several files are counted as one sensor's.
--sensor ID        what watched: an id such as web-server-a
--addresses N      how many addresses it watched
--zone ZONE        time zone of logs that state none: -07:00, UTC, America/Los_Angeles
--registry TABLE   country table made by npm run registry
--bin WIDTH        width of the bins, 1s to 7d (default 30m)
--format FORMAT    instead of the detected one: apache-error, ncsa-common, ncsa-combined, iis-w3c, snort-fast, snort-full, caida-hosts, count-table
--out FILE.json    where to write the counts (default: standard output)
--record ID        write data/records/recordings/ID/ with counts.json and card.json; with --title TEXT and --note TEXT
--partial FILE.parquet --key-file FILE
                   write one row for each source, under a keyed hash, for npm run pool
--threads N        files read at once (default: one for each processor)
--cache DIR        where to keep what lets unchanged files be skipped (default: node_modules/.cache/counting-code-red/ingest)
--no-cache         keep nothing and read everything
--force            read unchanged input again; replace an existing record
--strict           more than 1 % rejected lines is an error, not a warning
--schema           print the JSON Schema of the output

Exit status: 0 written; 1 more than 1 % rejected with --strict; 2 the command line is wrong; 3 an input cannot be read;
4 the output cannot be written; 130 interrupted. With any other status than 0 nothing was written.
The cache holds addresses; it is readable by you alone. Nothing else that is written does.
`;

/** An output cannot be written. */
class OutputError extends Error {
  override readonly name = "OutputError";
}

/** More lines were rejected than --strict allows. */
class StrictError extends Error {
  override readonly name = "StrictError";
}

const root = resolve(import.meta.dirname, "..");
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
/** More than this part of the lines rejected is a warning. */
const rejectedWarning = 0.01;

// ---- Writing aside, then renaming: a file is there whole or not at all. ----

const unfinished = new Set<string>();
function dropUnfinished(): void {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
}

function outputError(path: string, error: unknown): OutputError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = printable(path);
  if (code === "ENOSPC" || code === "EFBIG" || code === "EDQUOT") return new OutputError(`${name}: cannot be written: the disk is full or a limit is reached; make room and run again. Nothing was left behind.`);
  if (code === "ENOENT" || code === "ENOTDIR") return new OutputError(`${name}: cannot be written: its folder does not exist; make it first`);
  if (code === "EISDIR") return new OutputError(`${name}: cannot be written: it is a directory; name a file`);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return new OutputError(`${name}: cannot be written: permission is denied; choose another place`);
  return new OutputError(`${name}: cannot be written: ${printable(error instanceof Error ? error.message : String(error))}`);
}

/** Writes a file aside and renames it. Devices and pipes are written to as they are. */
function writeWhole(path: string, content: string | Uint8Array, mode = 0o644): void {
  const special = existsSync(path) && !statSync(path).isFile() && !statSync(path).isDirectory();
  const aside = special ? path : join(dirname(path), `.${basename(path)}.part-${process.pid}`);
  try {
    if (!special) unfinished.add(aside);
    writeFileSync(aside, content, { mode, flush: !special });
    if (!special) renameSync(aside, path);
  } catch (error) {
    throw outputError(path, error);
  } finally {
    if (!special) rmSync(aside, { force: true });
    unfinished.delete(aside);
  }
}

/** Writes the two files of a record into a folder aside and renames it. */
async function writeRecord(options: Options, id: string, counts: Counts): Promise<string> {
  const { recordingCard } = await import("../src/ingest/recording.ts");
  const folder = join("data", "records", "recordings", id);
  if (existsSync(folder) && !options.force) throw new OutputError(`${folder}: there is a record of this name already; records are not changed: choose another id, or replace it with --force`);
  const text = `${JSON.stringify(counts, null, 1)}\n`;
  const files = options.files.map((file) => (file === "-" ? "-" : publicName(file))).join(" ");
  const command = `npm run ingest -- ${files} --sensor ${counts.sensor.id}${options.zone === null ? "" : ` --zone ${options.zone}`}${options.registry === null ? "" : ` --registry ${publicName(options.registry)}`}${options.addresses === null ? "" : ` --addresses ${options.addresses}`} --record ${id}`;
  const card = recordingCard(counts, { id, title: options.title ?? `Recording ${id}`, notes: options.notes, command, countsSha256: sha256(text) });
  const aside = join("data", "records", "recordings", `.${id}.part-${process.pid}`);
  unfinished.add(aside);
  try {
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, "counts.json"), text, { flush: true });
    writeFileSync(join(aside, "card.json"), `${JSON.stringify(card, null, 1)}\n`, { flush: true });
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(aside, folder);
  } catch (error) {
    throw outputError(folder, error);
  } finally {
    rmSync(aside, { recursive: true, force: true });
    unfinished.delete(aside);
  }
  return folder;
}

// ---- The cache: what lets unchanged input be skipped and a grown file be read on. ----

interface Identity {
  readonly dev: string;
  readonly ino: string;
  readonly size: number;
  readonly mtime: string;
  readonly ctime: string;
}

/** What tells an unchanged file: device, inode, size and both times, to the nanosecond. */
function identityOf(path: string): Identity {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return { dev: String(dev), ino: String(ino), size: Number(size), mtime: String(mtimeNs), ctime: String(ctimeNs) };
}

/** Changes with every change of the reader's own code, so that no result outlives the code that made it. */
function readerVersion(): string {
  const folder = join(root, "src", "ingest");
  const files = [...readdirSync(folder).map((name) => join(folder, name)), join(import.meta.dirname, "ingest-run.ts"), join(import.meta.dirname, "ingest-worker.ts")];
  return sha256(files.map((file) => `${file} ${statSync(file).mtimeMs} ${statSync(file).size}`).join("\n"));
}

class Cache {
  readonly #folder: string;
  readonly #salt: string;

  constructor(folder: string, options: Options) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    const { format, zone, binSeconds, partial } = options;
    this.#salt = JSON.stringify([readerVersion(), format, zone, binSeconds, partial !== null]);
  }

  #file(kind: string, ...parts: readonly unknown[]): string {
    return join(this.#folder, `${kind}-${sha256(JSON.stringify([this.#salt, ...parts]))}`);
  }

  /** Where the finished counts of these inputs are kept, if nothing about them has changed. */
  resultFile(options: Options, identities: readonly Identity[]): string {
    const registry = options.registry === null ? null : identityOf(options.registry);
    return this.#file("result", options.files, identities, registry, options.registry, options.sensor, options.addresses);
  }

  /** Where a reading of a file stopped, if the file is the same or has only grown since. */
  resumeFor(path: string, identity: Identity): ResumePoint | null {
    const file = this.#file("state", resolve(path));
    try {
      const { then, point, fingerprint } = deserialize(readFileSync(file)) as { then: Identity; point: ResumePoint; fingerprint: string };
      const same = then.dev === identity.dev && then.ino === identity.ino;
      const unchanged = same && then.size === identity.size && then.mtime === identity.mtime && then.ctime === identity.ctime;
      const grown = same && identity.size > then.size && fingerprintOf(path, point.offset) === fingerprint;
      return unchanged || grown ? point : null;
    } catch {
      return null;
    }
  }

  keep(path: string, then: Identity, point: ResumePoint): void {
    writeWhole(this.#file("state", resolve(path)), serialize({ then, point, fingerprint: fingerprintOf(path, point.offset) }), 0o600);
  }
}

/** sha256 over the first 4 KiB and the last 64 KiB before `end`: a file that was rewritten and not added to differs in one of them. */
function fingerprintOf(path: string, end: number): string {
  const hash = createHash("sha256");
  const handle = openSync(path, "r");
  try {
    for (const [from, to] of [[0, Math.min(4096, end)], [Math.max(0, end - 65_536), end]] as const) {
      const bytes = Buffer.alloc(to - from);
      hash.update(bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, from)));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}

// ---- Progress on standard error. ----

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** Tells how far the reading is: each second on a terminal, every ten seconds in a log; nothing in the first two. */
function progressTeller(): (progress: Progress) => void {
  const live = process.stderr.isTTY;
  let next = performance.now() + 2000;
  return ({ path, read, size }) => {
    if (performance.now() < next) return;
    next = performance.now() + (live ? 1000 : 10_000);
    const part = size === null ? `${megabytes(read)} MB` : `${megabytes(read)} of ${megabytes(size)} MB, ${Math.floor((read / size) * 100)} %`;
    process.stderr.write(`${live ? "\r" : ""}${printable(path)}: ${part}${live ? "\x1b[K" : "\n"}`);
  };
}

// ---- Reading all inputs. ----

/** Reads one input in a thread of its own. */
function readInThread(task: WorkerTask, tell: (progress: Progress) => void): Promise<InputResult> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL("./ingest-worker.ts", import.meta.url), { workerData: task });
    worker.on("message", (message: WorkerMessage) => {
      if ("progress" in message) tell(message.progress);
      else if ("result" in message) done(message.result);
      else fail(new InputError(message.error));
    });
    worker.on("error", (error) => {
      fail(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on("exit", (code) => {
      if (code !== 0) fail(new InputError(`${printable(task.job.path)}: the thread that read it ended with status ${code}; run with --threads 1, or give it more memory`));
    });
  });
}

/** Reads the tasks, at most `threads` at once; results are in the order of the tasks. */
async function readAll(tasks: readonly WorkerTask[], threads: number): Promise<InputResult[]> {
  const tell = progressTeller();
  if (threads === 1 || tasks.length === 1) {
    const results: InputResult[] = [];
    for (const { job, from } of tasks) results.push(await readInput(job, from, tell));
    return results;
  }
  const results = Array<InputResult | undefined>(tasks.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let place = next++; place < tasks.length; place = next++) {
      const task = tasks[place];
      // Standard input belongs to the main thread.
      if (task !== undefined) results[place] = task.job.path === "-" ? await readInput(task.job, null, tell) : await readInThread(task, tell);
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, lane));
  return results.flatMap((result) => result ?? []);
}

/** All tallies as one. */
function mergedTally(results: readonly InputResult[]): Tally {
  const [first, ...others] = results.flatMap(({ probes }) => (probes === null ? [] : [unpackTally(probes)]));
  if (first === undefined) throw new InputError("no input is a log");
  for (const tally of others) first.merge(tally);
  return first;
}

function countryTableFrom(path: string | null): RunFacts["countries"] {
  if (path === null) return null;
  try {
    const bytes = readFileSync(path);
    return { table: readCountryTable(bytes.toString("utf8")), sha256: sha256(bytes) };
  } catch (error) {
    throw new InputError(`${printable(path)}: ${error instanceof RangeError ? error.message : "the country table cannot be read; make it with npm run registry"}`);
  }
}

const sensorOf = ({ sensor, addresses }: Options): Counts["sensor"] => ({ id: sensor ?? "", monitoredAddresses: addresses ?? { missing: "not_published" } });

/** The counts of all inputs together. Tables cannot be added to logs, nor to one another: whether they share a source is not known. */
function countsOf(options: Options, results: readonly InputResult[], tally: Tally | null): Counts {
  const inputs = results.map(({ facts, counts, pace }) => inputReport(facts, counts, pace));
  const [only] = results;
  if (only === undefined) throw new InputError("every input is empty; there is nothing to count");
  if (tally !== null) return probeCounts(tally, { sensor: sensorOf(options), countries: countryTableFrom(options.registry) }, inputs);
  if (only.hosts !== null) return hostCounts(only.hosts, sensorOf(options), inputs);
  return tableCounts(only.windows ?? new Map(), sensorOf(options), inputs);
}

// ---- What is said on standard error. ----

const grouped = (n: number): string => n.toLocaleString("en-US");
const numberOr = (value: number | { missing: string }): string => (typeof value === "number" ? grouped(value) : "not known");

function sayInputs({ inputs }: Counts): void {
  for (const { name, format, formatBasis, lines, recognised, rejected, rejectedShare, zone, grewWhileRead } of inputs) {
    say(`${name}: ${formatWords[format]} (${formatBasis}), ${grouped(lines)} lines, ${grouped(recognised)} counted${zone.basis === "assumed" || zone.basis === "mixed" ? `, zone ${printable(zone.name ?? "")} assumed` : ""}`);
    for (const row of rejected) say(`  rejected ${grouped(row.lines)}: ${row.words} (first in line ${row.firstLines.map(grouped).join(", ")})`);
    if (rejectedShare > rejectedWarning) say(`  warning: ${(rejectedShare * 100).toFixed(1)} % of the lines with the marker were rejected`);
    if (grewWhileRead) say("  the file grew while it was read: what was added is not in the counts; run again to read on");
  }
}

function sayCounts({ probes, uniqueSources, countries, window }: Counts): void {
  say(`${numberOr(probes)} probes from ${numberOr(uniqueSources)} source addresses${window === null ? "" : `, ${window.start} to ${window.end}`}`);
  if (!("missing" in countries)) say(`${(countries.resolvedShare * 100).toFixed(1)} % of the sources have a country (${countries.basis === "registry" && !("missing" in countries.table) ? `registry table as of ${countries.table.asOf}` : "as given in the table"})`);
}

// ---- The run. ----

/** Refuses what cannot be counted together, and what --strict forbids. */
function checkResults(options: Options, results: readonly InputResult[]): void {
  const tables = results.filter(({ probes }) => probes === null);
  if (tables.length > 0 && results.length > 1) throw new InputError(`${tables[0]?.facts.name ?? ""}: a table is read alone: whether its sources are also in the other inputs is not known`);
  if (tables.length > 0 && options.partial !== null) throw new InputError(`${tables[0]?.facts.name ?? ""}: a table names no addresses and cannot be pooled`);
  if (!options.strict) return;
  const bad = results.map(({ facts, counts, pace }) => inputReport(facts, counts, pace)).find(({ rejectedShare }) => rejectedShare > rejectedWarning);
  if (bad !== undefined) {
    sayInputs({ inputs: [bad] } as unknown as Counts);
    throw new StrictError(`${bad.name}: ${(bad.rejectedShare * 100).toFixed(1)} % of its lines were rejected, and --strict allows 1 %`);
  }
}

/** Files that hold something; an empty one among others is noted and passed over. */
function filled(files: readonly string[]): string[] {
  const empty = files.filter((file) => file !== "-" && existsSync(file) && statSync(file).isFile() && statSync(file).size === 0);
  if (empty.length === files.length) throw new InputError(`${printable(empty[0] ?? "")}: is empty; there is nothing to count`);
  for (const file of empty) say(`${publicName(file)}: is empty and passed over`);
  return files.filter((file) => !empty.includes(file));
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

async function run(options: Options): Promise<void> {
  checkZone(options.zone);
  const files = filled(options.files);
  const cache = options.noCache ? null : new Cache(options.cache ?? join(root, "node_modules", ".cache", "counting-code-red", "ingest"), options);
  const plain = files.every(isPlainFile);
  const identities = files.map((file) => (isPlainFile(file) ? identityOf(file) : null));
  const resultFile = cache !== null && plain && (options.registry === null || existsSync(options.registry)) ? cache.resultFile(options, identities.flatMap((identity) => identity ?? [])) : null;
  if (resultFile !== null && !options.force && !options.strict && options.record === null && options.partial === null && existsSync(resultFile)) {
    const text = readFileSync(resultFile, "utf8");
    say("nothing has changed since the last reading: its counts are given again (--force reads anew)");
    await deliver(options, null, text);
    return;
  }
  const tasks = files.map((path, place): WorkerTask => {
    const identity = identities[place] ?? null;
    const job: Job = { path, format: options.format, zone: options.zone, binSeconds: options.binSeconds, counted: options.partial !== null, hashed: options.record !== null, resumable: cache !== null && identity !== null };
    const from = cache === null || identity === null || options.force || job.hashed ? null : cache.resumeFor(path, identity);
    if (from !== null) say(`${publicName(path)}: read on from byte ${grouped(from.offset)}`);
    return { kind: "ingest", job, from };
  });
  const results = await readAll(tasks, options.threads ?? availableParallelism());
  checkResults(options, results);
  if (cache !== null) results.forEach(({ resume }, place) => {
    const identity = identities[place] ?? null;
    const path = files[place];
    if (resume !== null && identity !== null && path !== undefined) cache.keep(path, identity, resume);
  });
  const tally = results.every(({ probes }) => probes !== null) ? mergedTally(results) : null;
  const counts = countsOf(options, results, tally);
  const text = `${JSON.stringify(counts, null, 1)}\n`;
  sayInputs(counts);
  sayCounts(counts);
  if (options.partial !== null && options.keyFile !== null && tally !== null) {
    const { writePartial } = await import("./pool.ts");
    await writePartial(options.partial, options.keyFile, tally, counts, countryTableFrom(options.registry));
  }
  await deliver(options, counts, text);
  if (resultFile !== null && !counts.inputs.some(({ grewWhileRead }) => grewWhileRead)) writeWhole(resultFile, text, 0o600);
}

function statusOf(error: unknown): number {
  if (error instanceof StrictError) return 1;
  if (error instanceof UsageError) return 2;
  if (error instanceof Error && "status" in error && typeof error.status === "number") return error.status;
  return error instanceof Error && error.name === "OutputError" ? 4 : 3;
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
      const { countsJsonSchema } = await import("../src/ingest/counts.ts");
      process.stdout.write(`${JSON.stringify(countsJsonSchema(), null, 1)}\n`);
    } else await run(options);
  } catch (error) {
    dropUnfinished();
    say(error instanceof Error ? `ingest: ${error.message}` : "ingest: failed");
    process.exitCode = statusOf(error);
  }
}
