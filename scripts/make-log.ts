// node scripts/make-log.ts OUT [--kind mixed|probes] [--size 100MB] [--sources 360000] [--seed 1]: a made log, and beside it OUT.truth.json.
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { makeLog, type MadeOptions, type MadeTruth } from "../src/ingest/made-log.ts";

const units: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB: 1e9 };

/** Bytes of `100MB`, `1GB`, `1.5GB`. @throws RangeError */
export function sizeFrom(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(KB|MB|GB)$/.exec(text);
  if (match === null) throw new RangeError(`--size ${text}: expected a size such as 100MB or 1GB`);
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
  const [path] = args;
  const value = (name: string, otherwise: string): string => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? "") : otherwise);
  const kind = value("--kind", "mixed");
  if (path === undefined || path.startsWith("--") || (kind !== "mixed" && kind !== "probes")) {
    process.stderr.write("node scripts/make-log.ts OUT [--kind mixed|probes] [--size 100MB] [--sources 360000] [--seed 1]\n");
    process.exitCode = 2;
    return;
  }
  const truth = writeMadeLog(path, { kind, bytes: sizeFrom(value("--size", "100MB")), sources: Number(value("--sources", "360000")), seed: Number(value("--seed", "1")) });
  writeFileSync(`${path}.truth.json`, `${JSON.stringify(truth)}\n`);
}

if (import.meta.main) main(process.argv.slice(2));
