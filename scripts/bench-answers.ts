// Answers that the reader's are compared with: DuckDB's, a naive script's, and that of the reader without WebAssembly.
// node scripts/bench-answers.ts duckdb|naive|plain FILE prints one as JSON.
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { createInterface } from "node:readline";
import { ChunkFeed } from "../src/ingest/chunk-feed.ts";
import { newLogReading } from "../src/ingest/log-reading.ts";
import { ncsaLine } from "../src/ingest/ncsa-line.ts";
import { probeCounts } from "../src/ingest/probe-counts.ts";
import { Tally } from "../src/ingest/tally.ts";
import { utcText } from "../src/ingest/utc-text.ts";

/** The answer that is compared, in one shape for all tools; null where a tool does not give a part. */
export interface Answer {
  readonly probes: number | null;
  readonly uniqueSources: number | null;
  readonly bins: readonly (readonly [start: string, probes: number, sources: number])[] | null;
}

/** DuckDB's answer, from the text of the log and nothing of the reader's code: an independent oracle. */
async function duckDbAnswer(file: string): Promise<Answer> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const db = await instance.connect();
  await db.run(`CREATE TABLE probe AS
    WITH line AS (SELECT line FROM read_csv('${file.replaceAll("'", "''")}', columns = {'line': 'VARCHAR'}, header = false, auto_detect = false, delim = '\x01', quote = '', escape = '', max_line_size = 1000000)
                  WHERE line LIKE '%"GET /default.ida%' AND regexp_matches(line, '^[^"]*"GET /default[.]ida[? ]')),
    field AS (SELECT split_part(line, ' ', 1) AS source, strptime(regexp_extract(line, '\\[([^ ]+) ', 1), '%d/%b/%Y:%H:%M:%S') AS local, regexp_extract(line, ' ([+-]\\d{4})\\]', 1) AS zone FROM line)
    SELECT source, epoch(local)::BIGINT - (CASE WHEN zone[1] = '-' THEN -1 ELSE 1 END) * (zone[2:3]::BIGINT * 3600 + zone[4:5]::BIGINT * 60) AS seen_at FROM field`);
  const numbers = async (sql: string): Promise<number[][]> => (await db.runAndReadAll(sql)).getRowsJson().map((row) => row.map(Number));
  const [[probes = 0, uniqueSources = 0] = []] = await numbers("SELECT count(*), count(DISTINCT source) FROM probe");
  const bins = await numbers("SELECT seen_at - seen_at % 1800 AS start, count(*), count(DISTINCT source) FROM probe GROUP BY start ORDER BY start");
  db.closeSync();
  instance.closeSync();
  return { probes, uniqueSources, bins: bins.map(([start = 0, n = 0, sources = 0]) => [utcText(start), n, sources]) };
}

/** What a first attempt in Node gives: a line at a time, a regular expression, Map and Set. */
async function naiveAnswer(file: string): Promise<Answer> {
  const sources = new Set<string>();
  const bins = new Map<number, { probes: number; sources: Set<string> }>();
  let probes = 0;
  for await (const line of createInterface({ input: createReadStream(file, "latin1") })) {
    const match = /^(\S+) [^[]*\[(\d\d)\/(\w{3})\/(\d{4}):([\d:]{8}) ([+-]\d\d)(\d\d)\] "GET \/default\.ida[? ]/.exec(line);
    if (match === null) continue;
    const [, source = "", day = "", month = "", year = "", clock = "", hours = "", minutes = ""] = match;
    const time = Date.parse(`${day} ${month} ${year} ${clock} ${hours}${minutes}`) / 1000;
    const start = time - (time % 1800);
    const bin = bins.get(start) ?? { probes: 0, sources: new Set<string>() };
    bins.set(start, bin);
    bin.probes++;
    bin.sources.add(source);
    sources.add(source);
    probes++;
  }
  return { probes, uniqueSources: sources.size, bins: [...bins].sort(([a], [b]) => a - b).map(([start, bin]) => [utcText(start), bin.probes, bin.sources.size]) };
}

/** The reader without WebAssembly: the reference of its scan. */
export function plainAnswer(path: string): Answer {
  const reading = newLogReading(ncsaLine(null), true, new Tally(1800));
  const feed = new ChunkFeed(reading, undefined, true);
  const file = openSync(path, "r");
  for (let read = readSync(file, feed.target); read > 0; read = readSync(file, feed.target)) feed.accept(read);
  closeSync(file);
  feed.finish();
  const { probes, uniqueSources, bins } = probeCounts(reading.tally, { sensor: { id: "bench", monitoredAddresses: 1 }, countries: null }, []);
  return { probes: Number(probes), uniqueSources: Number(uniqueSources), bins: bins.map((bin) => [bin.start, Number(bin.probes), Number(bin.uniqueSources)]) };
}

if (import.meta.main) {
  const [kind, file = ""] = process.argv.slice(2);
  const answer = kind === "duckdb" ? await duckDbAnswer(file) : kind === "naive" ? await naiveAnswer(file) : plainAnswer(file);
  process.stdout.write(JSON.stringify(answer));
}
