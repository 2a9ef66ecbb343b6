// Reads all inputs of a run, several at once, and makes one set of counts of them.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Counts } from "../../src/schema/counts.ts";
import { readCountryTable } from "../../src/ingest/country-table.ts";
import { hostCounts } from "../../src/ingest/host-counts.ts";
import { inputReport } from "../../src/ingest/input-report.ts";
import type { Options } from "../../src/ingest/options.ts";
import { printable, publicName } from "../../src/ingest/printable.ts";
import { probeCounts, type RunFacts } from "../../src/ingest/probe-counts.ts";
import { tableCounts } from "../../src/ingest/table-counts.ts";
import type { Tally } from "../../src/ingest/tally.ts";
import type { Cache, Identity } from "./cache.ts";
import { InputError, StrictError } from "./errors.ts";
import { sha256 } from "../sha256.ts";
import { grouped, progressTeller, rejectedWarning, say, sayCounts, sayInputs } from "./say.ts";
import type { InputResult, Job } from "./input.ts";
import type { Division } from "./segments.ts";
import { readInput } from "./open.ts";
import type { WorkerTask } from "./worker.ts";

/** One thread is faster below 1.5 GiB; segments of 32 MiB keep all threads busy to the end. */
const division = (threads: number): Division | null => (threads === 1 ? null : { threads, from: 1.5 * 2 ** 30, segment: 2 ** 25 });

/** Reads the tasks, at most `threads` at once; results are in the order of the tasks. */
async function readAll(tasks: readonly WorkerTask[], threads: number): Promise<InputResult[]> {
  const tell = progressTeller();
  if (threads === 1 || tasks.length === 1) {
    const results: InputResult[] = [];
    for (const { job, from } of tasks) results.push(await readInput(job, from, division(threads), tell));
    return results;
  }
  const { newThreads } = await import("./threads.ts");
  const readers = await newThreads();
  const results = Array<InputResult | undefined>(tasks.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let place = next++; place < tasks.length; place = next++) {
      const task = tasks[place];
      // Standard input belongs to the main thread.
      if (task !== undefined) results[place] = task.job.path === "-" ? await readInput(task.job, null, null, tell) : await readers.readInput(task, tell);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, lane));
  } finally {
    readers.end();
  }
  return results.flatMap((result) => result ?? []);
}

/** All tallies as one. */
function mergedTally(results: readonly InputResult[]): Tally {
  const [first, ...others] = results.flatMap(({ tally }) => tally ?? []);
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

/** Refuses what cannot be counted together, and what --strict forbids. */
function checkResults(options: Options, results: readonly InputResult[]): void {
  const tables = results.filter(({ tally }) => tally === null);
  if (tables.length > 0 && results.length > 1) throw new InputError(`${tables[0]?.facts.name ?? ""}: a table is read alone: whether its sources are also in the other inputs is not known`);
  if (tables.length > 0 && options.partial !== null) throw new InputError(`${tables[0]?.facts.name ?? ""}: a table names no addresses and cannot be pooled`);
  if (!options.strict) return;
  const bad = results.map(({ facts, counts, pace }) => inputReport(facts, counts, pace)).find(({ rejectedShare }) => rejectedShare > rejectedWarning);
  if (bad !== undefined) {
    sayInputs({ inputs: [bad] });
    throw new StrictError(`${bad.name}: ${(bad.rejectedShare * 100).toFixed(1)} % of its lines were rejected, and --strict allows 1 %`);
  }
}

/** The tasks of a run, each with the place where an earlier reading of its file stopped, if that still holds. */
function tasksOf(options: Options, files: readonly string[], identities: readonly (Identity | null)[], cache: Cache | null): WorkerTask[] {
  return files.map((path, place): WorkerTask => {
    const identity = identities[place] ?? null;
    const job: Job = { path, format: options.format, zone: options.zone, binSeconds: options.binSeconds, counted: options.partial !== null, hashed: options.record !== null, resumable: cache !== null && identity !== null };
    const from = cache === null || identity === null || options.force || job.hashed ? null : cache.resumeFor(path, identity);
    if (from !== null) say(`${publicName(path)}: read on from byte ${grouped(from.offset)}`);
    return { kind: "ingest", job, from };
  });
}

/**
 * Reads the files and counts; writes the partial where one is asked for.
 * @param identities what tells each file unchanged; null for what is no plain file
 * @throws InputError, StrictError
 */
export async function readCounts(options: Options, files: readonly string[], identities: readonly (Identity | null)[], cache: Cache | null): Promise<Counts> {
  const results = await readAll(tasksOf(options, files, identities, cache), options.threads ?? availableParallelism());
  checkResults(options, results);
  if (cache !== null) results.forEach(({ resume }, place) => {
    const identity = identities[place] ?? null;
    const path = files[place];
    if (resume !== null && identity !== null && path !== undefined) cache.keep(path, identity, resume);
  });
  const tally = results.every((result) => result.tally !== null) ? mergedTally(results) : null;
  const counts = countsOf(options, results, tally);
  sayInputs(counts);
  sayCounts(counts);
  if (options.partial !== null && options.keyFile !== null && tally !== null) {
    const { writePartial } = await import("../partial-file.ts");
    await writePartial(options.partial, options.keyFile, tally, counts, countryTableFrom(options.registry));
  }
  return counts;
}
