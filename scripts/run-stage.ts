import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./input-files.ts";

/** A stage that ended badly, with everything it printed. */
export class StageError extends Error {
  readonly output: string;
  constructor(stage: string, how: string, output: string) {
    super(`${stage} failed (${how})`);
    this.name = "StageError";
    this.output = output;
  }
}

/** Output of a failed stage without its lines of progress, which hide the one that matters. */
export const withoutProgress = (output: string): string => output.split("\n").filter((line) => !/[├└]─|▶/.test(line)).join("\n").trim();

/**
 * Runs one stage as a process of its own, by this Node.
 * @param stage name for messages
 * @param args script and arguments, relative to the project's root
 * @param heard called with each line the stage prints
 * @returns everything it printed
 * @throws StageError when it ends with another status than 0
 */
export function runStage(stage: string, args: readonly string[], heard: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { NODE_COMPILE_CACHE: path.join(root, "node_modules/.cache/counting-code-red/code"), ...process.env, ASTRO_TELEMETRY_DISABLED: "1" };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const stop = (): void => {
      child.kill();
    };
    process.once("exit", stop);
    let output = "";
    const listen = (part: Buffer): void => {
      output += part.toString();
      for (const line of part.toString().split("\n")) heard(line);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", reject);
    child.once("close", (status, signal) => {
      process.removeListener("exit", stop);
      if (status === 0) resolve(output);
      else reject(new StageError(stage, signal === null ? `status ${status ?? "unknown"}` : `stopped by ${signal}`, output));
    });
  });
}
