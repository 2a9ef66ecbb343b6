// npm run pool -- PARTIAL.parquet... --sensor ID: merges what many sensors saw into one exact count.
import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { z } from "zod";
import { type Counts, countriesSchema, type CountsInput, countsSchema, inputSchema } from "../src/schema/counts.ts";
import { countryTotals, type PlaceTotal } from "../src/ingest/country-totals.ts";
import { UsageError } from "../src/ingest/options.ts";
import { printable } from "../src/ingest/printable.ts";
import { utcText } from "../src/ingest/utc-text.ts";
import { variants } from "../src/schema/variant.ts";
import { commandLine, runCommand } from "./command-line.ts";
import { quoted, withDuckDb } from "./embedded-duckdb.ts";
import { InputError } from "./ingest/errors.ts";
import { writeWhole } from "./ingest/output.ts";

type Row = Readonly<Record<string, number>>;

/** The rows of a query, numbers as JavaScript numbers. */
async function rowsOf(db: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await db.runAndReadAll(sql);
  return reader.getRowObjectsJson().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])));
}

/** A cell that holds text; empty where it holds nothing. */
const textOf = (cell: unknown): string => (typeof cell === "string" ? cell : "");

const basisSchema = z.object({ binSeconds: z.number(), registry: z.union([countriesSchema.shape.table, z.null()]) });

/** Quality reports and common basis of the partials, from their metadata. @throws InputError where they do not belong together */
async function metadataOf(db: DuckDBConnection, files: readonly string[]): Promise<{ inputs: CountsInput[]; basis: z.infer<typeof basisSchema> }> {
  const inputs: CountsInput[] = [];
  let common: string | null = null;
  let commonKey: string | null = null;
  for (const file of files) {
    const read = async (key: string): Promise<string> => {
      const reader = await db.runAndReadAll(`SELECT decode(value) AS value FROM parquet_kv_metadata(${quoted(file)}) WHERE decode(key) = ${quoted(key)}`);
      return textOf(reader.getRowObjectsJson()[0]?.["value"]);
    };
    const basis = await read("basis");
    if (basis === "") throw new InputError(`${printable(file)}: is no partial; make it with npm run ingest -- … --partial`);
    if (common !== null && basis !== common) throw new InputError(`${printable(file)}: was made with another width of bins or another country table than ${printable(files[0] ?? "")}; make both with the same --bin and --registry`);
    common = basis;
    const keyCheck = await read("key_check");
    if (keyCheck === "") throw new InputError(`${printable(file)}: does not say which key made it; make it anew with npm run ingest -- … --partial`);
    if (commonKey !== null && keyCheck !== commonKey) throw new InputError(`${printable(file)}: was made with another key than ${printable(files[0] ?? "")}, so that a source of both would be counted twice; make both with the same --key-file`);
    commonKey = keyCheck;
    inputs.push(...z.array(inputSchema).parse(JSON.parse(await read("inputs"))));
  }
  return { inputs, basis: basisSchema.parse(JSON.parse(common ?? "{}")) };
}

async function binsFrom(db: DuckDBConnection, binSeconds: number): Promise<Counts["bins"]> {
  let cumulativeSources = 0;
  return (await rowsOf(db, "SELECT * FROM pooled_bins ORDER BY bin_start")).map((row) => {
    const { bin_start = 0, code_red = 0, code_red_2 = 0, unknown = 0, unique_sources = 0, new_sources = 0 } = row;
    return {
      start: utcText(bin_start),
      end: utcText(bin_start + binSeconds),
      probes: code_red + code_red_2 + unknown,
      probesByVariant: { code_red, code_red_2, unknown },
      uniqueSources: unique_sources,
      newSources: new_sources,
      cumulativeSources: (cumulativeSources += new_sources),
    };
  });
}

/** Probes by hour of the day: a bin lies within one hour, so its hour is that of its start. */
function hoursFrom(bins: Counts["bins"]): number[] {
  const hours = Array<number>(24).fill(0);
  for (const { start, probes } of bins) {
    const hour = Number(start.slice(11, 13));
    hours[hour] = (hours[hour] ?? 0) + Number(probes);
  }
  return hours;
}

async function countriesFrom(db: DuckDBConnection, registry: z.infer<typeof basisSchema>["registry"]): Promise<Counts["countries"]> {
  if (registry === null) return { missing: "not_observed" };
  const reader = await db.runAndReadAll("SELECT country, sources, probes FROM pooled_countries");
  const places = reader.getRowObjectsJson().map((row): [string, PlaceTotal] => [textOf(row["country"]), { sources: Number(row["sources"]), probes: Number(row["probes"]) }]);
  return countryTotals(new Map(places), "registry", registry);
}

/**
 * The pooled counts of partials: the same as one reader would have counted from all logs together.
 * @param memory limit for DuckDB, such as 512MB; what does not fit is kept on the disk meanwhile
 */
export async function pooledCounts(files: readonly string[], sensor: Counts["sensor"], memory: string | null = null): Promise<Counts> {
  return await withDuckDb(memory === null ? {} : { memory_limit: memory }, async (db) => {
    const { inputs, basis } = await metadataOf(db, files);
    await db.run(`CREATE VIEW partials AS SELECT * FROM read_parquet([${files.map(quoted).join(", ")}])`);
    for (const statement of readFileSync(new URL("pool.sql", import.meta.url), "utf8").split(/;$/m)) if (statement.trim() !== "") await db.run(statement);
    const [totals = {}] = await rowsOf(db, "SELECT * FROM pooled_totals");
    const [window = {}] = await rowsOf(db, "SELECT * FROM pooled_window");
    const [frequency = {}] = await rowsOf(db, "SELECT * FROM pooled_frequency");
    const bins = await binsFrom(db, basis.binSeconds);
    const byVariant = variants.map((variant) => ({
      variant,
      probes: bins.reduce((sum, { probesByVariant }) => sum + ("missing" in probesByVariant ? 0 : probesByVariant[variant]), 0),
      sources: totals[variant] ?? 0,
    }));
    return countsSchema.parse({
      schema: "counting-code-red/counts/1",
      kind: "probes",
      sensor,
      window: bins.length === 0 ? null : { start: utcText(window["first_seen"] ?? 0), end: utcText((window["last_seen"] ?? 0) + 1) },
      binSeconds: basis.binSeconds,
      probes: byVariant.reduce((sum, { probes }) => sum + probes, 0),
      probesWithoutSource: window["probes_without_source"] ?? 0,
      uniqueSources: totals["unique_sources"] ?? 0,
      byVariant,
      sourcesOfSeveralVariants: totals["several"] ?? 0,
      bins,
      hourOfDay: hoursFrom(bins),
      frequency: { f1: totals["f1"] ?? 0, f2: totals["f2"] ?? 0, q1: frequency["q1"] ?? 0, q2: frequency["q2"] ?? 0 },
      countries: await countriesFrom(db, basis.registry),
      inputs,
    });
  });
}

const help = `Merges partials of many sensors into one exact count.

  npm run pool -- PARTIAL.parquet... --sensor ID [--addresses N] [--memory 512MB] [--out FILE.json]

Partials are made with npm run ingest -- LOG... --sensor ID --partial FILE.parquet --key-file KEY; all with the same key, --bin and --registry.
A source that several sensors saw is counted once. A log that is in two partials is counted twice in the probes.
Exit status: 0 written; 2 the command line is wrong; 3 a partial cannot be read; 4 the output cannot be written.
`;

interface PoolOptions {
  readonly files: readonly string[];
  readonly sensor: string;
  readonly addresses: string | undefined;
  readonly memory: string | undefined;
  readonly out: string | undefined;
}

function poolOptions(args: readonly string[]): PoolOptions {
  const text = { type: "string" } as const;
  const { values, words: files } = commandLine(args, { sensor: text, addresses: text, memory: text, out: text }, Number.POSITIVE_INFINITY);
  const { sensor = "", addresses, memory, out } = values;
  if (files.length === 0) throw new UsageError("no partial given: name the .parquet files that ingest --partial wrote");
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(sensor)) throw new UsageError("--sensor is missing or no id: give the pool an id of lower-case letters, digits and single hyphens");
  if (!/^[1-9]\d{0,9}$/.test(addresses ?? "1")) throw new UsageError("--addresses: expected a whole number above 0");
  if (!/^\d+(?:\.\d+)?[KMGT]i?B$/.test(memory ?? "1GB")) throw new UsageError("--memory: expected a size such as 512MB or 4GB");
  if (out !== undefined && files.some((file) => resolve(file) === resolve(out))) throw new UsageError(`${printable(out)} is a partial and would be replaced: choose another name for the output`);
  return { files, sensor, addresses, memory, out };
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) {
    process.stdout.write(help);
    return;
  }
  const { files, sensor: id, addresses, memory = null, out } = poolOptions(args);
  for (const file of files) if (!existsSync(file) || !statSync(file).isFile()) throw new InputError(`${printable(file)}: there is no such file`);
  const places = files.map((file) => statSync(file)).map(({ dev, ino }) => `${dev}/${ino}`);
  const twice = files.find((_, index) => places.indexOf(places[index] ?? "") < index);
  if (twice !== undefined) throw new UsageError(`${printable(twice)} is named twice: its probes would be counted twice`);
  const sensor: Counts["sensor"] = { id, monitoredAddresses: addresses === undefined ? { missing: "not_published" } : Number(addresses) };
  let counts: Counts;
  try {
    counts = await pooledCounts(files, sensor, memory);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`a partial cannot be read: ${printable(error instanceof Error ? error.message : String(error))}`);
  }
  const text = `${JSON.stringify(counts, null, 1)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeWhole(out, text);
  process.stderr.write(`${files.length} partials: ${Number(counts.probes).toLocaleString("en-US")} probes from ${Number(counts.uniqueSources).toLocaleString("en-US")} source addresses\n`);
}

if (import.meta.main) await runCommand("pool", main, 3);
