// npm run bench:ingest [-- --size 1GB] [--kind mixed|probes|both] [--runs 3] [--dir DIR]: the reader against other tools, as ratios.
// Makes its own log with a known answer; every answer must equal it. Times are of whole processes, starting included, the best of the runs,
// which are taken in turn so that all tools meet the same disturbances. Read the ratios: seconds depend on the machine.
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Counts, countsSchema } from "../src/schema/counts.ts";
import type { MadeTruth } from "../src/ingest/made-log.ts";
import { UsageError } from "../src/ingest/options.ts";
import { utcText } from "../src/ingest/utc-text.ts";
import type { Answer } from "./bench-answers.ts";
import { has, type Measured, measure } from "./bench-process.ts";
import { commandLine, runCommand } from "./command-line.ts";
import { sizeFrom, writeMadeLog } from "./make-log.ts";

interface Contender {
  readonly name: string;
  readonly what: string;
  readonly command: readonly string[];
  readonly answer: (stdout: string) => Answer;
  /** The program it needs, where it may be missing. */
  readonly needs?: string;
  /** Run once, however many runs are asked for: it takes minutes. */
  readonly slow?: true;
  /** What is hoped for from 1 GB on: the time of the reader over this one's is at most so much. */
  readonly goal?: number | undefined;
}

type Kind = "mixed" | "probes";
const nothing: Answer = { probes: null, uniqueSources: null, bins: null };
const here = (name: string): string => join(import.meta.dirname, name);
const noAnswer = (): Answer => nothing;
const asJson = (stdout: string): Answer => JSON.parse(stdout) as Answer;
const unique = (stdout: string): Answer => ({ ...nothing, uniqueSources: Number(stdout.trim()) });
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

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
const awkBins = (awk: string, file: string): string =>
  `grep -E '"GET /default\\.ida[? ]' '${file}' | ${awk} '{ split($4, t, /[\\[:\\/]/); k = t[2] t[3] ":" int((t[5] * 60 + t[6]) / 30); n[k]++; if (!((k, $1) in s)) { s[k, $1]; u[k]++ } if (!($1 in a)) { a[$1]; all++ } } END { print all; for (k in n) print k, n[k], u[k] > "/dev/stderr" }'`;

const reader = (file: string, ...more: readonly string[]): readonly string[] => [process.execPath, here("ingest.mjs"), file, "--sensor", "bench", ...more];
const readerOf = (file: string): Contender => ({ name: "reader", what: "npm run ingest, full answer, one thread", command: reader(file, "--no-cache", "--threads", "1"), answer: answerOfReader });

/** Below this, starting the programs is most of what is measured. */
const fairBytes = 9e8;

function contenders(file: string, kind: Kind, bytes: number): Contender[] {
  const node = process.execPath;
  const large = bytes >= 2e9;
  const scan = has("rg") ? "rg" : "grep";
  const answers = (which: string, ...options: readonly string[]): readonly string[] => [node, ...options, here("bench-answers.ts"), which, file];
  const list: Contender[] = [
    readerOf(file),
    { name: "scan", what: `${scan} -c for the marker: a bound, no answer`, command: ["sh", "-c", `${scan} -c -F /default.ida '${file}' | cat`], answer: noAnswer, goal: kind === "mixed" ? (large ? 2.2 : 3.5) : large ? 3.5 : 6 },
    { name: "threads", what: "the reader with a thread for each processor", command: reader(file, "--no-cache"), answer: answerOfReader },
    { name: "plain", what: "the reader without WebAssembly", command: answers("plain"), answer: asJson },
    { name: "pipeline", what: "grep | awk | sort -u: unique count only", command: ["sh", "-c", pipeline(file)], answer: unique, goal: 1.15 },
    { name: "mawk", what: "grep | mawk with bins", command: ["sh", "-c", awkBins("mawk", file)], answer: unique, needs: "mawk" },
    { name: "gawk", what: "grep | gawk with bins", command: ["sh", "-c", awkBins("gawk", file)], answer: unique, needs: "gawk", goal: 1 / 7 },
    { name: "naive", what: "a naive script in Node: lines, a regular expression, Map and Set", command: answers("naive", "--max-old-space-size=16384"), answer: asJson, slow: true, goal: 1 / 8 },
    { name: "duckdb", what: "DuckDB from npm: bins, no quality report", command: answers("duckdb"), answer: asJson, goal: 1 / 2.5 },
    { name: "goaccess", what: "GoAccess, all of its report", command: ["goaccess", file, "--log-format=COMBINED", "--no-global-config", "-o", "json"], answer: noAnswer, needs: "goaccess", slow: true, goal: kind === "mixed" ? 1 / 60 : 1 / 15 },
  ];
  return bytes < fairBytes ? list.map((contender) => ({ ...contender, goal: undefined })) : list;
}

/** Runs all contenders in turn, several times. A wrong answer is told, and counted; another tool that fails is told, and raced no more. @throws when the reader fails */
async function race(list: readonly Contender[], truth: Answer, runs: number): Promise<{ best: Map<string, Measured>; wrong: number }> {
  const best = new Map<string, Measured>();
  const failed = new Set<string>();
  let wrong = 0;
  for (let run = 0; run < runs; run++) {
    for (const { name, command, answer, slow } of list) {
      if (failed.has(name) || (slow === true && run > 0)) continue;
      let measured: Measured;
      try {
        measured = await measure(command);
      } catch (error) {
        if (name === "reader") throw error;
        failed.add(name);
        best.delete(name);
        say(`FAILED: ${name}: ${error instanceof Error ? error.message : String(error)}`);
        continue;
      }
      if (!agrees(answer(measured.stdout), truth)) {
        wrong++;
        say(`WRONG: ${name} does not give the true answer`);
      }
      const before = best.get(name);
      best.set(name, { seconds: Math.min(measured.seconds, before?.seconds ?? Number.POSITIVE_INFINITY), memory: Math.max(measured.memory, before?.memory ?? 0), stdout: "" });
    }
  }
  return { best, wrong };
}

const verdict = (value: number, goal: number | undefined): string => (goal === undefined ? "" : `goal ${goal < 1 ? `1/${(1 / goal).toFixed(1)}` : goal.toFixed(2)}: ${value <= goal ? "met" : "missed"}`);

/** Runs all contenders that are installed and prints a table: how many times as long as each the reader takes. Returns what was measured, and the number of wrong answers. */
async function compare(title: string, list: readonly Contender[], truth: Answer, runs: number): Promise<{ best: Map<string, Measured>; wrong: number }> {
  const missing = list.filter(({ needs }) => needs !== undefined && !has(needs));
  const present = list.filter((contender) => !missing.includes(contender));
  const { best, wrong } = await race(present, truth, runs);
  const own = best.get("reader")?.seconds ?? Number.NaN;
  say(`\n${title}`);
  for (const { name, what, goal } of present) {
    const { seconds, memory } = best.get(name) ?? { seconds: Number.NaN, memory: 0 };
    const ratio = name === "reader" ? "" : `reader/${name} ${(own / seconds).toFixed(2)}`;
    say(`  ${name.padEnd(10)} ${seconds.toFixed(2).padStart(7)} s ${memory.toFixed(0).padStart(5)} MiB  ${ratio.padEnd(22)} ${verdict(own / seconds, goal).padEnd(18)} ${what}`);
  }
  for (const { name, needs } of missing) say(`  ${name.padEnd(10)} skipped: ${needs ?? ""} is not installed`);
  return { best, wrong };
}

/** Memory that is hoped for, MiB: 64, and 64 bytes a source and 16 bytes a source and bin. */
const memoryGoal = ({ uniqueSources, bins }: MadeTruth): number => 64 + (uniqueSources * 64 + bins.reduce((total, [, , sources]) => total + sources, 0) * 16) / 2 ** 20;

/** What follows from one race: memory, threads, and the reader without WebAssembly against DuckDB. */
function sayMore(best: ReadonlyMap<string, Measured>, made: MadeTruth): void {
  const of = (name: string): Measured => best.get(name) ?? { seconds: Number.NaN, memory: Number.NaN, stdout: "" };
  const goal = memoryGoal(made);
  say(`  memory of the reader ${of("reader").memory.toFixed(0)} MiB, ${verdict(of("reader").memory, Math.round(goal))} (64 MiB, 64 bytes a source, 16 bytes a source and bin)`);
  say(`  all processors against one: ${(of("threads").seconds / of("reader").seconds).toFixed(2)} times as long, ${(of("threads").memory - of("reader").memory).toFixed(0)} MiB more`);
  say(`  without WebAssembly, over DuckDB: ${(of("plain").seconds / of("duckdb").seconds).toFixed(2)}, ${verdict(of("plain").seconds / of("duckdb").seconds, 1 / 1.6)}`);
}

/** Compressed input against unpacking it and nothing else. */
async function benchPacked(file: string, title: string, truth: Answer, runs: number): Promise<number> {
  spawnSync("gzip", ["-1", "-k", "-f", file]);
  const packed: Contender[] = [
    { ...readerOf(`${file}.gz`), what: "npm run ingest on the .gz" },
    { name: "gzip", what: "gzip -dc alone: no answer", command: ["sh", "-c", `gzip -dc '${file}.gz' | cat > /dev/null`], answer: noAnswer, needs: "gzip", goal: statSync(file).size < fairBytes ? undefined : 0.75 },
  ];
  const { wrong } = await compare(`${title}, gzip -1`, packed, truth, runs);
  rmSync(`${file}.gz`, { force: true });
  return wrong;
}

async function benchKind(kind: Kind, bytes: number, folder: string, runs: number): Promise<number> {
  const file = join(folder, `${kind}.log`);
  const made = writeMadeLog(file, { kind, bytes, sources: 360_000, seed: 20010801 });
  const truth = answerOfTruth(made);
  const grouped = (n: number): string => n.toLocaleString("en-US");
  const title = `${kind}: ${(statSync(file).size / 1e9).toFixed(2)} GB, ${grouped(made.lines)} lines, ${grouped(made.probes)} probes, ${grouped(made.uniqueSources)} sources`;
  const { best, wrong } = await compare(title, contenders(file, kind, bytes), truth, runs);
  sayMore(best, made);
  const wrongPacked = await benchPacked(file, title, truth, runs);
  rmSync(file);
  return wrong + wrongPacked;
}

/** The smallest of several runs, seconds. */
async function quickest(command: readonly string[], runs: number): Promise<Measured> {
  let best = await measure(command);
  for (let run = 1; run < runs; run++) {
    const again = await measure(command);
    if (again.seconds < best.seconds) best = again;
  }
  return best;
}

/** Small, unchanged and grown input, over starting Node. Returns the number of wrong answers. */
async function benchSmall(folder: string, runs: number): Promise<number> {
  const file = join(folder, "small.log");
  writeMadeLog(file, { kind: "mixed", bytes: 50_000_000, sources: 360_000, seed: 1 });
  const cached = reader(file, "--cache", join(folder, "cache"));
  const node = await quickest([process.execPath, "-e", "0"], runs + 2);
  const over = ({ seconds }: Measured): string => `${(seconds - node.seconds).toFixed(3)} s`;
  const line = (what: string, measured: Measured, goal: number): void => {
    say(`  ${what.padEnd(34)} ${over(measured)} over starting Node, goal ${goal} s: ${measured.seconds - node.seconds <= goal ? "met" : "missed"}`);
  };
  say("\nsmall input, 50 MB");
  line("read", await quickest(reader(file, "--no-cache"), runs + 2), 0.15);
  const first = await measure(cached);
  const unchanged = await quickest(cached, runs + 2);
  line("unchanged", unchanged, 0.05);
  const lines = "192.0.2.1 - - [03/Aug/2001:06:01:38 -0400] \"GET /default.ida?NNNN  HTTP/1.0\" 404 276\n".repeat(1000);
  appendFileSync(file, lines);
  const grown = await measure(cached);
  const full = await measure(reader(file, "--no-cache"));
  say(`  ${"read on after 0.1 MB were added".padEnd(34)} ${over(grown)} over starting Node; a full reading ${over(full)}`);
  const wrong = [unchanged.stdout === first.stdout, grown.stdout === full.stdout].filter((same) => !same).length;
  if (wrong > 0) say("WRONG: an unchanged or grown file does not give what a full reading gives");
  rmSync(file);
  return wrong;
}

async function main(args: readonly string[]): Promise<void> {
  const text = (otherwise: string) => ({ type: "string", default: otherwise }) as const;
  const { kind, runs: runsText, size: sizeText, dir } = commandLine(args, { kind: text("both"), runs: text("3"), size: text("1GB"), dir: text(tmpdir()) }).values;
  if (!["mixed", "probes", "both"].includes(kind)) throw new UsageError(`--kind ${kind}: expected mixed, probes or both`);
  const runs = Number(runsText);
  if (!Number.isInteger(runs) || runs < 1) throw new UsageError(`--runs ${runsText}: expected a whole number above 0`);
  const size = sizeFrom(sizeText);
  const folder = join(dir, `bench-ingest-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    let wrong = await benchSmall(folder, runs);
    if (kind !== "probes") wrong += await benchKind("mixed", size, folder, runs);
    if (kind !== "mixed") wrong += await benchKind("probes", size, folder, runs);
    say(wrong === 0 ? "\nevery answer equals the truth" : `\n${wrong} answers are wrong`);
    process.exitCode = wrong === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await runCommand("bench:ingest", main);
