// npm run bench:ingest [-- --size 1GB] [--kind mixed|probes|both] [--runs 3] [--dir DIR]: the reader against other tools, as ratios.
// Makes its own log with a known answer; every answer must equal it. Times are of whole processes, starting included, the best of the runs,
// which are taken in turn so that all tools meet the same disturbances. Read the ratios: seconds depend on the machine.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Counts, countsSchema } from "../src/schema/counts.ts";
import type { MadeTruth } from "../src/ingest/made-log.ts";
import { utcText } from "../src/ingest/utc-text.ts";
import { sizeFrom, writeMadeLog } from "./make-log.ts";

/** The answer that is compared, in one shape for all tools; null where a tool does not give a part. */
interface Answer {
  probes: number | null;
  uniqueSources: number | null;
  bins: readonly (readonly [start: string, probes: number, sources: number])[] | null;
}

interface Contender {
  readonly name: string;
  readonly what: string;
  readonly command: readonly string[];
  readonly answer: (stdout: string) => Answer;
}

interface Measured {
  seconds: number;
  /** Highest resident memory in MiB, of the first process of the command. */
  memory: number;
  stdout: string;
}

const nothing: Answer = { probes: null, uniqueSources: null, bins: null };
const here = (name: string): string => join(import.meta.dirname, name);
const has = (tool: string): boolean => spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;

/** Highest resident memory of a process so far, MiB; 0 where the system does not tell. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a command to its end. */
function measure(command: readonly string[]): Promise<Measured> {
  return new Promise((done, fail) => {
    const [program = "", ...args] = command;
    const begun = performance.now();
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, LC_ALL: "C" } });
    let memory = 0;
    let stdout = "";
    const watch = setInterval(() => (memory = Math.max(memory, peakOf(child.pid ?? 0))), 10);
    child.stdout.on("data", (chunk) => (stdout += String(chunk)));
    child.on("error", fail);
    child.on("close", (status) => {
      clearInterval(watch);
      if (status === 0) done({ seconds: (performance.now() - begun) / 1000, memory, stdout });
      else fail(new Error(`${command.join(" ")}: status ${String(status)}`));
    });
  });
}

function answerOfReader(stdout: string): Answer {
  const counts: Counts = countsSchema.parse(JSON.parse(stdout));
  return { probes: Number(counts.probes), uniqueSources: Number(counts.uniqueSources), bins: counts.bins.map(({ start, probes, uniqueSources }) => [start, Number(probes), Number(uniqueSources)]) };
}

const answerOfTruth = ({ probes, uniqueSources, bins }: MadeTruth): Answer => ({ probes, uniqueSources, bins: bins.map(([start, n, sources]) => [utcText(start), n, sources]) });

/** True where an answer agrees with the truth in every part that it gives. */
const agrees = (answer: Answer, truth: Answer): boolean =>
  (["probes", "uniqueSources", "bins"] as const).every((part) => answer[part] === null || JSON.stringify(answer[part]) === JSON.stringify(truth[part]));

/** The shell pipeline for the one number; the marker is anchored on the request. */
const pipeline = (file: string): string => `grep -E '"GET /default\\.ida[? ]' '${file}' | awk '{print $1}' | sort -u | wc -l`;
const awkBins = (file: string): string =>
  `grep -E '"GET /default\\.ida[? ]' '${file}' | awk '{ split($4, t, /[\\[:\\/]/); k = t[2] t[3] ":" int((t[5] * 60 + t[6]) / 30); n[k]++; if (!((k, $1) in s)) { s[k, $1]; u[k]++ } if (!($1 in a)) { a[$1]; all++ } } END { print all; for (k in n) print k, n[k], u[k] > "/dev/stderr" }'`;

function contenders(file: string): Contender[] {
  const node = process.execPath;
  const scan = has("rg") ? ["sh", "-c", `rg -c -F /default.ida '${file}' | cat`] : ["sh", "-c", `grep -c -F /default.ida '${file}' | cat`];
  const unique = (stdout: string): Answer => ({ ...nothing, uniqueSources: Number(stdout.trim()) });
  return [
    { name: "scan", what: `${scan[2]?.split(" ")[0] ?? ""} -c for the marker: a bound, no answer`, command: scan, answer: () => nothing },
    { name: "reader", what: "npm run ingest, full answer", command: [node, here("ingest.mjs"), file, "--sensor", "bench", "--no-cache", "--threads", "1"], answer: answerOfReader },
    { name: "pipeline", what: "grep | awk | sort -u: unique count only", command: ["sh", "-c", pipeline(file)], answer: unique },
    { name: "awk", what: "grep | awk with bins", command: ["sh", "-c", awkBins(file)], answer: unique },
    { name: "duckdb", what: "DuckDB from npm: bins, no quality report", command: [node, here("bench-ingest.ts"), "--answer-duckdb", file], answer: (stdout) => JSON.parse(stdout) as Answer },
    ...(has("goaccess") ? [{ name: "goaccess", what: "GoAccess, all of its report", command: ["goaccess", file, "--log-format=COMBINED", "--no-global-config", "-o", "json"], answer: () => nothing }] : []),
  ];
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

/** Runs all contenders in turn, several times; prints a table. Returns the number of wrong answers. */
async function compare(title: string, list: readonly Contender[], truth: Answer, runs: number): Promise<number> {
  const best = new Map<string, Measured>();
  let wrong = 0;
  for (let run = 0; run < runs; run++) {
    for (const { name, command, answer } of list) {
      const measured = await measure(command);
      if (!agrees(answer(measured.stdout), truth)) {
        wrong++;
        process.stdout.write(`WRONG: ${name} does not give the true answer\n`);
      }
      const before = best.get(name);
      best.set(name, { seconds: Math.min(measured.seconds, before?.seconds ?? Number.POSITIVE_INFINITY), memory: Math.max(measured.memory, before?.memory ?? 0), stdout: "" });
    }
  }
  const reader = best.get("reader")?.seconds ?? Number.NaN;
  process.stdout.write(`\n${title}\n`);
  for (const { name, what } of list) {
    const { seconds, memory } = best.get(name) ?? { seconds: Number.NaN, memory: 0 };
    const ratio = name === "scan" ? `reader takes ${(reader / seconds).toFixed(2)} times as long` : name === "reader" ? "" : `takes ${(seconds / reader).toFixed(2)} times the reader`;
    process.stdout.write(`  ${name.padEnd(10)} ${seconds.toFixed(2).padStart(7)} s ${memory.toFixed(0).padStart(5)} MiB  ${ratio.padEnd(36)} ${what}\n`);
  }
  return wrong;
}

async function benchKind(kind: "mixed" | "probes", bytes: number, folder: string, runs: number): Promise<number> {
  const file = join(folder, `${kind}.log`);
  const made = writeMadeLog(file, { kind, bytes, sources: 360_000, seed: 20010801 });
  const truth = answerOfTruth(made);
  const grouped = (n: number): string => n.toLocaleString("en-US");
  const title = `${kind}: ${(statSync(file).size / 1e9).toFixed(2)} GB, ${grouped(made.lines)} lines, ${grouped(made.probes)} probes, ${grouped(made.uniqueSources)} sources`;
  let wrong = await compare(title, contenders(file), truth, runs);
  spawnSync("gzip", ["-1", "-k", "-f", file]);
  const packed: Contender[] = [
    { name: "scan", what: "gzip -dc alone: a bound, no answer", command: ["sh", "-c", `gzip -dc '${file}.gz' | cat > /dev/null`], answer: () => nothing },
    { name: "reader", what: "npm run ingest on the .gz", command: [process.execPath, here("ingest.mjs"), `${file}.gz`, "--sensor", "bench", "--no-cache"], answer: answerOfReader },
  ];
  if (existsSync(`${file}.gz`)) wrong += await compare(`${kind}, gzip -1`, packed, truth, runs);
  rmSync(file);
  rmSync(`${file}.gz`, { force: true });
  return wrong;
}

async function main(args: readonly string[]): Promise<void> {
  const value = (name: string, otherwise: string): string => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? "") : otherwise);
  if (args[0] === "--answer-duckdb") {
    process.stdout.write(JSON.stringify(await duckDbAnswer(args[1] ?? "")));
    return;
  }
  const kind = value("--kind", "both");
  const folder = join(value("--dir", tmpdir()), `bench-ingest-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    let wrong = 0;
    if (kind !== "probes") wrong += await benchKind("mixed", sizeFrom(value("--size", "1GB")), folder, Number(value("--runs", "3")));
    if (kind !== "mixed") wrong += await benchKind("probes", sizeFrom(value("--size", "1GB")), folder, Number(value("--runs", "3")));
    process.stdout.write(wrong === 0 ? "\nevery answer equals the truth\n" : `\n${wrong} answers are wrong\n`);
    process.exitCode = wrong === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await main(process.argv.slice(2));
