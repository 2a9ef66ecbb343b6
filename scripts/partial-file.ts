// Writes the partial of one sensor as Parquet.
import { createHmac, createSecretKey } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Counts } from "../src/schema/counts.ts";
import type { CountryTable } from "../src/ingest/country-table.ts";
import { lostRow, type PartialBin, partialBasis, type PartialRow, partialRows, sourceText } from "../src/ingest/partial.ts";
import { UsageError } from "../src/ingest/options.ts";
import { printable } from "../src/ingest/printable.ts";
import type { Tally } from "../src/ingest/tally.ts";
import { quoted, withDuckDb } from "./embedded-duckdb.ts";
import { OutputError } from "./ingest/errors.ts";

/** A key shorter than the hash's output is easier to guess than the hash (RFC 2104, section 3). */
const shortestKey = 32;

/** The key of the pool: the bytes of a file, without the line feed that editors add. */
function keyFrom(path: string): Buffer {
  let key: Buffer;
  try {
    key = readFileSync(path);
  } catch {
    throw new UsageError(`${printable(path)}: the key file cannot be read; make one with: openssl rand -hex 32 > pool.key`);
  }
  const end = key.at(-1) === 10 ? key.length - 1 : key.length;
  if (end < shortestKey) throw new UsageError(`${printable(path)}: a key of ${end} bytes is too short, ${shortestKey} are needed; make one with: openssl rand -hex 32 > pool.key`);
  return key.subarray(0, end);
}

const hashBytes = 32;

/** What tells two keys apart without giving either away: the hash of words that are no address. */
const keyCheck = (key: Buffer): string => createHmac("sha256", createSecretKey(key)).update("counting-code-red/key-check").digest("hex");

/** The keyed hashes of all sources, in order of their numbers, and the numbers in order of the hashes. */
function hashesOf(tally: Tally, key: Buffer): { hashes: Buffer; order: Uint32Array } {
  const secret = createSecretKey(key);
  const hashes = Buffer.alloc(tally.sources.size * hashBytes);
  tally.sources.each((words, at, number) => {
    createHmac("sha256", secret).update(sourceText(words[at] ?? 0)).digest().copy(hashes, number * hashBytes);
  });
  const order = Uint32Array.from({ length: tally.sources.size }, (_, number) => number);
  order.sort((a, b) => hashes.compare(hashes, b * hashBytes, (b + 1) * hashBytes, a * hashBytes, (a + 1) * hashBytes));
  return { hashes, order };
}

/** Stands for what is not known; no hash, country or number is written so. */
const nothing = "none";
const binText = ({ binStart, probes }: PartialBin): string => `{bin_start: ${binStart}, code_red: ${probes[0]}, code_red_2: ${probes[1]}, unknown: ${probes[2]}}`;
const lineOf = (source: string, { country, first, last, probes, bins }: PartialRow): string =>
  `${source};${country ?? nothing};${first};${last};${probes.join(";")};[${bins.map(binText).join(", ")}]\n`;

/** Writes the rows as text, in the order of their hashes: the order of addresses would give away what the hash hides. Little is held in memory at once. Returns the bytes of the longest. */
function writeRows(path: string, tally: Tally, key: Buffer, table: CountryTable | null): number {
  const { hashes, order } = hashesOf(tally, key);
  const rowOf = partialRows(tally, table);
  const file = openSync(path, "wx", 0o600);
  try {
    let text = "";
    let longest = 0;
    const add = (line: string): void => {
      text += line;
      longest = Math.max(longest, line.length);
    };
    const write = (atLeast: number): void => {
      if (text.length < atLeast) return;
      const bytes = Buffer.from(text, "latin1");
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      text = "";
    };
    for (const number of order) {
      add(lineOf(hashes.toString("hex", number * hashBytes, (number + 1) * hashBytes), rowOf(number)));
      write(262_144);
    }
    const lost = lostRow(tally);
    if (lost !== null) add(lineOf(nothing, lost));
    write(1);
    return longest;
  } finally {
    closeSync(file);
  }
}

const columns = "{source: 'VARCHAR', country: 'VARCHAR', first_seen: 'BIGINT', last_seen: 'BIGINT', code_red: 'BIGINT', code_red_2: 'BIGINT', unknown: 'BIGINT', bins: 'STRUCT(bin_start BIGINT, code_red BIGINT, code_red_2 BIGINT, unknown BIGINT)[]'}";

/**
 * Writes a partial: one row for each source of the sensor, the address as HMAC-SHA-256 under the pool's key.
 * IPv4 has so few addresses that a hash without a secret key could be undone by trying them all.
 */
export async function writePartial(path: string, keyFile: string, tally: Tally, counts: Counts, countries: { readonly table: CountryTable } | null): Promise<void> {
  const key = keyFrom(keyFile);
  // Renaming over a device would put a file in its place.
  if (existsSync(path) && !statSync(path).isFile()) throw new OutputError(`${printable(path)}: is no file; a partial is written to a file of its own: name another place`);
  const aside = join(dirname(path), `.${basename(path)}.part-${process.pid}`);
  try {
    // One thread keeps the rows in their order and needs least memory.
    await withDuckDb({ threads: "1", preserve_insertion_order: "true" }, async (db, folder) => {
      const rows = join(folder, "rows");
      const longest = writeRows(rows, tally, key, countries?.table ?? null);
      const metadata = `{inputs: ${quoted(JSON.stringify(counts.inputs))}, basis: ${quoted(partialBasis(counts))}, key_check: ${quoted(keyCheck(key))}}`;
      await db.run(`COPY (
        SELECT source, ${quoted(counts.sensor.id)} AS sensor, country, first_seen, last_seen,
               code_red + code_red_2 + unknown AS probes, code_red, code_red_2, unknown, ${counts.binSeconds ?? 0}::BIGINT AS bin_seconds, bins
        FROM read_csv(${quoted(rows)}, columns = ${columns}, header = false, auto_detect = false, delim = ';', quote = '', escape = '', nullstr = ${quoted(nothing)}, max_line_size = ${longest + 1024}, buffer_size = ${4 * longest + 4_194_304}, parallel = false)
      ) TO ${quoted(aside)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480, KV_METADATA ${metadata})`);
    });
    renameSync(aside, path);
  } catch (error) {
    throw new OutputError(`${printable(path)}: the partial cannot be written: ${printable(error instanceof Error ? error.message : String(error))}`);
  } finally {
    rmSync(aside, { force: true });
  }
}
