// node scripts/make-log.ts OUT [--kind mixed|probes] [--size 100MB] [--sources 360000] [--seed 1]: a made log, and beside it OUT.truth.json.
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { makeLog, type MadeOptions, type MadeTruth } from "../src/ingest/made-log.ts";
import { UsageError } from "../src/ingest/options.ts";
import { commandLine, runCommand } from "./command-line.ts";

const units: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB: 1e9 };

/** Bytes of `100MB`, `1GB`, `1.5GB`. @throws UsageError */
export function sizeFrom(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(KB|MB|GB)$/.exec(text);
  if (match === null) throw new UsageError(`--size ${text}: expected a size such as 100MB or 1GB`);
  return Math.round(Number(match[1]) * (units[match[2] ?? ""] ?? 0));
}

/** Writes a made log and returns what is in it. */
export function writeMadeLog(path: string, options: MadeOptions): MadeTruth {
  const file = openSync(path, "w");
  try {
    return makeLog(options, (block) => {
      const bytes = Buffer.from(block, "latin1");
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    });
  } finally {
    closeSync(file);
  }
}

function main(args: readonly string[]): void {
  const text = (otherwise: string) => ({ type: "string", default: otherwise }) as const;
  const { values, words } = commandLine(args, { kind: text("mixed"), size: text("100MB"), sources: text("360000"), seed: text("1") }, 1);
  const [path] = words;
  const { kind } = values;
  if (path === undefined || (kind !== "mixed" && kind !== "probes")) throw new UsageError("node scripts/make-log.ts OUT [--kind mixed|probes] [--size 100MB] [--sources 360000] [--seed 1]");
  const truth = writeMadeLog(path, { kind, bytes: sizeFrom(values.size), sources: Number(values.sources), seed: Number(values.seed) });
  writeFileSync(`${path}.truth.json`, `${JSON.stringify(truth)}\n`);
}

if (import.meta.main) await runCommand("make-log", main);
