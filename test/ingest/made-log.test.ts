import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeLog, type MadeOptions, type MadeTruth } from "../../src/ingest/made-log.ts";
import { utcText } from "../../src/ingest/utc-text.ts";
import { command, workFolder } from "./command.ts";
import { readLog } from "./read-log.ts";

function made(options: MadeOptions): { log: string; truth: MadeTruth } {
  const blocks: string[] = [];
  const truth = makeLog(options, (block) => {
    blocks.push(block);
  });
  return { log: blocks.join(""), truth };
}

describe("the reader gives the true answer of a made log", () => {
  test.each<MadeOptions>([
    { kind: "mixed", bytes: 50_000, sources: 40, seed: 1 },
    { kind: "mixed", bytes: 3_000_000, sources: 360_000, seed: 2 },
    { kind: "mixed", bytes: 3_000_000, sources: 7, seed: 3 },
    { kind: "probes", bytes: 5_000_000, sources: 3000, seed: 4 },
  ])("$kind, $bytes bytes, $sources sources", (options) => {
    const { log, truth } = made(options);
    const counts = readLog(log, { chunk: 100_000 });
    expect({ lines: counts.inputs[0]?.lines, probes: counts.probes, uniqueSources: counts.uniqueSources, decoys: counts.inputs[0]?.markerElsewhere }).toEqual({ lines: truth.lines, probes: truth.probes, uniqueSources: truth.uniqueSources, decoys: truth.decoys });
    expect(counts.bins.map(({ start, probes, uniqueSources }) => [start, probes, uniqueSources])).toEqual(truth.bins.map(([start, probes, sources]) => [utcText(start), probes, sources]));
    expect(counts.frequency).toMatchObject({ f1: truth.f1, f2: truth.f2 });
    expect(counts.byVariant).toEqual(Object.entries(truth.byVariant).map(([variant, totals]) => ({ variant, ...totals })));
    expect(counts.inputs[0]?.rejected).toEqual([]);
  });
  test("mixed logs hold what is hard: decoys in referers, and lines a little out of order", () => {
    const { log, truth } = made({ kind: "mixed", bytes: 3_000_000, sources: 1000, seed: 5 });
    expect(truth.decoys).toBeGreaterThan(0);
    expect(readLog(log).inputs[0]?.timeOrder.backwards).toBeGreaterThan(0);
  });
  test("the same seed makes the same bytes", () => {
    const options = { kind: "mixed", bytes: 50_000, sources: 40, seed: 1 } as const;
    expect(made(options).log).toBe(made(options).log);
    expect(made({ ...options, seed: 2 }).log).not.toBe(made(options).log);
  });
});

test("DuckDB, which shares no code with the reader, gives the same probes, sources and bins", () => {
  const folder = workFolder();
  const { log } = made({ kind: "mixed", bytes: 2_000_000, sources: 800, seed: 6 });
  writeFileSync(join(folder, "made.log"), log);
  const { stdout } = command("bench-answers.ts", ["duckdb", "made.log"], folder);
  const counts = readLog(log);
  expect(JSON.parse(stdout)).toEqual({ probes: counts.probes, uniqueSources: counts.uniqueSources, bins: counts.bins.map(({ start, probes, uniqueSources }) => [start, probes, uniqueSources]) });
});
