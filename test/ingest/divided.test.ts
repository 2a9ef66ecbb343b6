import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { Format } from "../../src/schema/log-format.ts";
import { inputReport } from "../../src/ingest/input-report.ts";
import { makeLog } from "../../src/ingest/made-log.ts";
import { unpackTally } from "../../src/ingest/packed-tally.ts";
import { probeCounts } from "../../src/ingest/probe-counts.ts";
import type { InputResult, Job, ResumePoint } from "../../scripts/ingest/input.ts";
import { readInput } from "../../scripts/ingest/open.ts";
import { workFolder } from "./command.ts";
import { probeLine } from "./read-log.ts";

vi.setConfig({ testTimeout: 120_000 });
const folder = workFolder();
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content, "latin1");
  return path;
};
const jobOf = (path: string, format: Format | null = null, counted = false, hashed = false): Job => ({ path, format, zone: "-07:00", binSeconds: 1800, counted, hashed, resumable: true });
const read = (job: Job, threads: number, segment: number, from: ResumePoint | null = null): Promise<InputResult> => readInput(job, from, threads === 0 ? null : { threads, from: 0, segment }, () => undefined);

/** Everything that a reading says: its counts and quality report, and those of the state from which it would be read on. */
function said({ facts, counts, pace, tally, resume }: InputResult): unknown {
  if (tally === null) throw new Error("a log was read as a table");
  const sensor = { sensor: { id: "s", monitoredAddresses: 1 }, countries: null };
  const pairs: string[] = [];
  // Sources are numbered in the order in which they were met, which threads change: by address they are the same.
  const addressOf = (number: number): number => tally.sources.block(number)[tally.sources.at(number)] ?? 0;
  if (tally.pairs.counts !== null) tally.pairs.each((source, bin, slot) => pairs.push([addressOf(source), bin, ...(tally.pairs.counts?.subarray(slot * 3, slot * 3 + 3) ?? [])].join(" ")));
  return {
    counts: probeCounts(tally, sensor, [inputReport(facts, counts, pace)]),
    pairs: pairs.sort(),
    resume: resume === null ? null : { ...resume, previous: Buffer.from(resume.previous.bytes).toString("latin1"), tally: probeCounts(unpackTally(structuredClone(resume.tally)), sensor, []) },
  };
}

const blocks: string[] = [];
makeLog({ kind: "mixed", bytes: 400_000, sources: 300, seed: 9 }, (block) => {
  blocks.push(block);
});
const error = (time: string, host: number): string => `[Wed Aug  1 ${time} 2001] [error] [client 192.0.2.${host}] Client sent malformed Host header\n`;
/** What is hard at the edges of segments: repeated lines, rejected ones, steps of time, empty lines, lines longer than several segments, and a last line without an end. */
const hard = [
  ...Array.from({ length: 60 }, (_, i) => (i % 4 === 0 ? probeLine("999.1.1.1") : probeLine("192.0.2.7")) + (i % 7 === 0 ? "\n\n" : "")),
  ...Array.from({ length: 70 }, (_, i) => probeLine(`192.0.2.${i}`, `0${1 + (i % 5)}/Aug/2001:0${i % 9}:00:00 +0000`, i % 3 === 0 ? "X" : "N")),
  `${"a".repeat(70_000)}\n`,
  probeLine().replace("HTTP", `${"A".repeat(70_000)} HTTP`),
  probeLine("192.0.2.200").trimEnd(),
].join("");

describe("a file that several threads read gives what one gives", () => {
  const logs: [string, string, Format | null][] = [
    ["an ordinary log", blocks.join(""), null],
    ["a log with hard edges", hard, null],
    ["a log without a whole line", probeLine().trimEnd(), null],
    ["a log that ends with a line of many segments", `${probeLine()}${"a".repeat(100_000)}`, "ncsa-combined"],
    ["an error log that ends within an address", `${Array.from({ length: 200 }, (_, i) => error(`0${i % 9}:13:17`, i % 50)).join("")}[Wed Aug  1 06:00:00 2001] [error] [client 192.0`, null],
  ];
  test.each(logs)("%s, at 1, 2 and 4 threads, whatever the segments", async (name, content, format) => {
    const path = file(`${name.replaceAll(" ", "-")}.log`, content);
    for (const counted of [false, true]) {
      const whole = said(await read(jobOf(path, format, counted), 0, 0));
      for (const [threads, segment] of [[1, 1000], [1, 4099], [2, 997], [2, 65_536], [4, 3001], [4, 2 ** 20]] as const) {
        expect(said(await read(jobOf(path, format, counted), threads, segment))).toEqual(whole);
      }
    }
  });
  test("every place in a small log can be the edge of a segment", async () => {
    const path = file("edges.log", `${probeLine("192.0.2.1")}\n${probeLine("192.0.2.1")}${probeLine("999.0.2.1")}${probeLine("192.0.2.2")}x`);
    const job = jobOf(path);
    const whole = said(await read(job, 0, 0));
    for (let segment = 1; segment < 1200; segment += segment < 8 ? 1 : 7) expect(said(await read(job, 1, segment))).toEqual(whole);
  });
  test("with the file's sha256, which a record needs", async () => {
    const path = file("hashed.log", blocks.join(""));
    const whole = await read(jobOf(path, null, false, true), 0, 0);
    const divided = await read(jobOf(path, null, false, true), 2, 10_000);
    expect(whole.facts.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(said(divided)).toEqual(said(whole));
  });
  test("and where it has grown since it was last read", async () => {
    const path = file("grown.log", hard.slice(0, 20_000));
    const first = await read(jobOf(path), 2, 3000);
    appendFileSync(path, hard.slice(20_000), "latin1");
    for (const threads of [0, 1, 3]) {
      expect(said(await read(jobOf(path), threads, 3000, structuredClone(first.resume)))).toEqual(said(await read(jobOf(path), 0, 0)));
    }
  });
  test("a thread that fails ends the reading with its message", async () => {
    const path = file("shrinking.log", blocks.join(""));
    const job = jobOf(path);
    const told = readInput(job, null, { threads: 2, from: 0, segment: 1000 }, () => {
      writeFileSync(path, readFileSync(path).subarray(0, 1000));
    });
    await expect(told).rejects.toThrow("became shorter while it was read");
  });
});
