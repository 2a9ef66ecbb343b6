// Runs a command to its end and measures it.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Measured {
  readonly seconds: number;
  /** Highest resident memory in MiB, of the first process of the command; 0 where the system does not tell. */
  readonly memory: number;
  readonly stdout: string;
}

/** True where a program is installed. */
export const has = (tool: string): boolean => spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;

/** Highest resident memory of a process so far, MiB; 0 where the system does not tell. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** As npm run ingest sets it. */
const codeCache = join(import.meta.dirname, "..", "node_modules", ".cache", "counting-code-red", "code");

/** Runs a command. @throws where its status is not 0 */
export function measure(command: readonly string[]): Promise<Measured> {
  return new Promise((done, fail) => {
    const [program = "", ...args] = command;
    const begun = performance.now();
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, LC_ALL: "C", NODE_COMPILE_CACHE: codeCache } });
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
