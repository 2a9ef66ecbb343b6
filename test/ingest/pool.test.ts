import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { type Counts, countsSchema } from "../../src/schema/counts.ts";
import { writePartial } from "../../scripts/partial-file.ts";
import { pooledCounts } from "../../scripts/pool.ts";
import { ChunkFeed } from "../../src/ingest/chunk-feed.ts";
import { readCountryTable } from "../../src/ingest/country-table.ts";
import { inputReport } from "../../src/ingest/input-report.ts";
import { newLogReading } from "../../src/ingest/log-reading.ts";
import { ncsaLine } from "../../src/ingest/ncsa-line.ts";
import { probeCounts } from "../../src/ingest/probe-counts.ts";
import { Tally } from "../../src/ingest/tally.ts";
import { command, ingest, workFolder } from "./command.ts";
import { probeLine } from "./read-log.ts";

const folder = workFolder();
const countsOf = (text: string): Counts => countsSchema.parse(JSON.parse(text));
const apart = (counts: Counts): unknown => ({ ...counts, inputs: [] });
const pad = (value: number): string => String(value).padStart(2, "0");

/** 400 lines of 60 sources over some days: a fixed pattern in which sources, hours and variants mix. */
const lines = Array.from({ length: 400 }, (_, i) => {
  const minutes = (i * 37) % 4000;
  const time = `${pad(1 + Math.floor(minutes / 1440))}/Aug/2001:${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}:${pad(i % 60)} +0000`;
  const source = (i * 17 + Math.floor(i / 9)) % 60;
  return probeLine(`${source < 40 ? "192.0.2" : "198.51.100"}.${source}`, time, i % 7 === 0 ? "X" : i % 31 === 0 ? "A" : "N");
});
writeFileSync(join(folder, "pool.key"), "0123456789abcdef0123456789abcdef\n");
writeFileSync(join(folder, "table"), "# Counting Code Red: country of address ranges\n# as-of 2001-08-01\n# file made\nc0000200 c00002ff KR\nc6336400 c63364ff EU\n");
writeFileSync(join(folder, "all.log"), lines.join(""));
/** What one reader counts from all lines. */
const single = countsOf(ingest(["all.log", "--sensor", "pool", "--registry", "table"], folder).stdout);

const sensor = { id: "pool", monitoredAddresses: { missing: "not_published" as const } };
const countries = { table: readCountryTable(readFileSync(join(folder, "table"), "utf8")), sha256: createHash("sha256").update(readFileSync(join(folder, "table"))).digest("hex") };

/** Writes each part of the log as a partial of its own sensor and pools them, as the two commands do. */
async function pooled(name: string, parts: readonly (readonly string[])[]): Promise<{ counts: Counts; files: string[] }> {
  const files: string[] = [];
  for (const [place, part] of parts.entries()) {
    const reading = newLogReading(ncsaLine(null), true, new Tally(1800, true));
    const feed = new ChunkFeed(reading);
    feed.push(Buffer.from(part.join("")));
    feed.finish();
    const facts = { name: `${name}-${place}.log`, format: "ncsa-combined", formatBasis: "given", compression: "none", sha256: null, grewWhileRead: false, zone: null } as const;
    const counts = probeCounts(reading.tally, { sensor: { ...sensor, id: `s${place}` }, countries }, [inputReport(facts, reading.counts, reading.pace)]);
    const file = join(folder, `${name}-${place}.parquet`);
    await writePartial(file, join(folder, "pool.key"), reading.tally, counts, countries);
    files.push(file);
  }
  return { counts: await pooledCounts(files, sensor), files };
}

test("a partial does not take the place of a device, a pipe or a folder", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const tally = new Tally(1800, true);
  for (const path of [pipe, folder]) await expect(writePartial(path, join(folder, "pool.key"), tally, single, null)).rejects.toThrow("is no file");
  expect(statSync(pipe).isFIFO()).toBe(true);
});

describe("pooled partials give the answer of a single run", () => {
  test("one partial, by the two commands", () => {
    const written = ingest(["all.log", "--sensor", "s0", "--registry", "table", "--partial", "one.parquet", "--key-file", "pool.key", "--no-cache"], folder);
    expect([written.status, written.stdout]).toEqual([0, ""]);
    expect(apart(countsOf(command("pool.ts", ["one.parquet", "--sensor", "pool"], folder).stdout))).toEqual(apart(single));
  });
  test("four partials one after another in time: sources overlap", async () => {
    const quarters = [0, 1, 2, 3].map((part) => lines.slice(part * 100, part * 100 + 100));
    const { counts } = await pooled("four", quarters);
    expect(apart(counts)).toEqual(apart(single));
    expect(counts.inputs.map(({ lines: count }) => count)).toEqual([100, 100, 100, 100]);
  });
  test("four partials of separate sources: none overlaps", async () => {
    const sourceOf = (line: string): number => Number(line.split(" ")[0]?.split(".")[3]);
    expect(apart((await pooled("apart", [0, 1, 2, 3].map((part) => lines.filter((line) => sourceOf(line) % 4 === part)))).counts)).toEqual(apart(single));
  });
  test("sixteen partials, line by line in turn", async () => {
    const sixteen = Array.from({ length: 16 }, (_, part) => lines.filter((_line, i) => i % 16 === part));
    expect(apart((await pooled("sixteen", sixteen)).counts)).toEqual(apart(single));
  });
  test("the unique count of the pool is not the sum of the sensors' counts", async () => {
    const halves = [lines.slice(0, 200), lines.slice(200)];
    const sums = halves.map((part) => new Set(part.map((line) => line.split(" ")[0])).size);
    expect(sums.reduce((total, n) => total + n, 0)).toBeGreaterThan(Number(single.uniqueSources));
    expect((await pooled("half", halves)).counts.uniqueSources).toBe(single.uniqueSources);
  });
  test("a probe that lost its source in a cut line is pooled too", () => {
    const log = "[Wed Aug  1 05:13:17 2001] [error] [client 192.0.2.1] Client sent malformed Host header\n[Wed Aug  1 08:13:17 2001] [error] [client 192.";
    writeFileSync(join(folder, "cut.log"), log);
    const args = ["cut.log", "--sensor", "pool", "--zone", "UTC"];
    ingest([...args, "--partial", "cut.parquet", "--key-file", "pool.key", "--no-cache"], folder);
    const counts = countsOf(command("pool.ts", ["cut.parquet", "--sensor", "pool"], folder).stdout);
    expect(counts).toMatchObject({ probes: 2, probesWithoutSource: 1, uniqueSources: 1 });
    expect(apart(counts)).toEqual(apart(countsOf(ingest(args, folder).stdout)));
  });
});

describe("what a partial holds", () => {
  test("a row for each source and sensor, with keyed hashes in their order and no address", async () => {
    const { files } = await pooled("kept", [lines]);
    const bytes = readFileSync(files[0] ?? "");
    // The file names the version of DuckDB that wrote it, which has three numbers.
    expect(bytes.toString("latin1")).not.toMatch(/\d{1,3}(?:\.\d{1,3}){3}/);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const rows = (await connection.runAndReadAll(`SELECT source, sensor FROM '${files[0] ?? ""}'`)).getRowObjectsJson();
    connection.closeSync();
    instance.closeSync();
    expect(rows).toHaveLength(Number(single.uniqueSources));
    const hashes = rows.map((row) => JSON.stringify(row["source"]).slice(1, -1));
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(hashes).toEqual(hashes.toSorted());
    expect(new Set(rows.map((row) => row["sensor"]))).toEqual(new Set(["s0"]));
  });
  test("another key gives other hashes: partials of two keys share no source", async () => {
    writeFileSync(join(folder, "other.key"), "another key of the right length!!");
    ingest(["all.log", "--sensor", "a", "--partial", "a.parquet", "--key-file", "pool.key", "--no-cache"], folder);
    ingest(["all.log", "--sensor", "b", "--partial", "b.parquet", "--key-file", "other.key", "--no-cache"], folder);
    const hashesOf = async (file: string): Promise<unknown[]> => {
      const instance = await DuckDBInstance.create(":memory:");
      const connection = await instance.connect();
      const rows = (await connection.runAndReadAll(`SELECT source FROM '${join(folder, file)}' WHERE source IS NOT NULL`)).getRowObjectsJson();
      connection.closeSync();
      instance.closeSync();
      return rows.map((row) => row["source"]);
    };
    const [a, b] = [await hashesOf("a.parquet"), new Set(await hashesOf("b.parquet"))];
    expect(a.length).toBeGreaterThan(1);
    expect(a.filter((hash) => b.has(hash))).toEqual([]);
  });
});

describe("what cannot be pooled is refused", () => {
  test("partials of two keys, whose sources would be counted twice, and one partial named twice", () => {
    writeFileSync(join(folder, "second.key"), "a second key of the right length!!");
    ingest(["all.log", "--sensor", "a", "--partial", "first.parquet", "--key-file", "pool.key", "--no-cache"], folder);
    ingest(["all.log", "--sensor", "b", "--partial", "second.parquet", "--key-file", "second.key", "--no-cache"], folder);
    expect(command("pool.ts", ["first.parquet", "second.parquet", "--sensor", "pool"], folder)).toMatchObject({ status: 3, stdout: "", stderr: expect.stringMatching(/second\.parquet: was made with another key than first\.parquet.*--key-file/) as string });
    expect(command("pool.ts", ["first.parquet", "./first.parquet", "--sensor", "pool"], folder)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("is named twice") as string });
  });
  test("other widths of bins, files that are no partials, short keys, wide bins", () => {
    ingest(["all.log", "--sensor", "a", "--bin", "1h", "--partial", "hour.parquet", "--key-file", "pool.key", "--no-cache"], folder);
    ingest(["all.log", "--sensor", "a", "--partial", "half.parquet", "--key-file", "pool.key", "--no-cache"], folder);
    expect(command("pool.ts", ["hour.parquet", "half.parquet", "--sensor", "pool"], folder)).toMatchObject({ status: 3, stderr: expect.stringContaining("another width of bins") as string });
    expect(command("pool.ts", ["all.log", "--sensor", "pool"], folder)).toMatchObject({ status: 3, stdout: "" });
    expect(command("pool.ts", ["none.parquet", "--sensor", "pool"], folder)).toMatchObject({ status: 3, stderr: expect.stringContaining("no such file") as string });
    writeFileSync(join(folder, "short.key"), "secret\n");
    expect(ingest(["all.log", "--sensor", "a", "--partial", "x.parquet", "--key-file", "short.key"], folder)).toMatchObject({ status: 2, stderr: expect.stringContaining("a key of 6 bytes is too short") as string });
    expect(ingest(["all.log", "--sensor", "a", "--bin", "2h", "--partial", "x.parquet", "--key-file", "pool.key"], folder)).toMatchObject({ status: 2, stderr: expect.stringContaining("divides an hour") as string });
  });
});
