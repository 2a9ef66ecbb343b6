import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, vi } from "vitest";

// Each run starts a process, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** A folder of its own for a test file; removed at the end. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ingest-test-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of the scripts with the Node that runs the tests, in a folder. */
export function command(script: string, args: readonly string[], folder: string, input: string | Buffer = ""): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("scripts", script), ...args], { cwd: folder, input, encoding: "utf8", maxBuffer: 1e9 });
  return { status, stdout, stderr };
}

/** `npm run ingest -- …` with a cache of the test's own. */
export const ingest = (args: readonly string[], folder: string, input: string | Buffer = ""): Outcome => command("ingest.mjs", ["--cache", join(folder, ".cache"), ...args], folder, input);

/** Names in a folder, hidden ones too, without the cache. */
export const namesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name !== ".cache").sort();
