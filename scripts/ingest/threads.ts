// Starts threads of the reader and waits for what they have read.
import { Worker } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { unpackTally } from "../../src/ingest/packed-tally.ts";
import { InputError } from "./errors.ts";
import { type InputResult, type Progress, shown } from "./input.ts";
import type { SegmentsMessage, SegmentsResult, SegmentsTask } from "./segments.ts";
import type { WorkerMessage, WorkerTask } from "./worker.ts";

/**
 * The program of a thread as one piece of plain JavaScript. Given TypeScript, Node would remove the types in each thread, with WebAssembly,
 * and V8 13.6 now and then stops the whole process where two threads do so at once ("Check failed: jit_page.has_value()").
 */
async function threadProgram(): Promise<URL> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL("./worker.ts", import.meta.url))], bundle: true, write: false, platform: "node", format: "esm", target: "node24", external: ["esbuild"], logLevel: "silent" });
  return new URL(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? "").toString("base64")}`);
}

/** Threads that read for one run. Made by `newThreads`, and to be ended by whoever made them. */
export class Threads {
  readonly #program: URL;
  readonly #workers: Worker[] = [];

  constructor(program: URL) {
    this.#program = program;
  }

  /** Gives a task to a thread. @param take looks at a message: its result, an error, or null where it is neither */
  #give<Result>(task: WorkerTask | SegmentsTask, take: (message: WorkerMessage | SegmentsMessage) => Result | InputError | null): Promise<Result> {
    return new Promise((done, fail) => {
      // Without its remover of types, Node refuses TypeScript: no thread can come to use it unseen.
      const worker = new Worker(this.#program, { workerData: task, execArgv: ["--no-experimental-strip-types"] });
      this.#workers.push(worker);
      worker.on("message", (message: WorkerMessage | SegmentsMessage) => {
        const taken = take(message);
        if (taken instanceof InputError) fail(taken);
        else if (taken !== null) done(taken);
      });
      worker.on("error", (error) => {
        fail(error instanceof Error ? error : new Error(String(error)));
      });
      worker.on("exit", (code) => {
        if (code !== 0) fail(new InputError(`${shown(task.job.path)}: a thread that read it ended with status ${code}; run with --threads 1, or give it more memory`));
      });
    });
  }

  /** Reads one input in a thread of its own. */
  readInput(task: WorkerTask, tell: (progress: Progress) => void): Promise<InputResult> {
    return this.#give(task, (message) => {
      if ("error" in message) return new InputError(message.error);
      if ("result" in message) {
        const { probes, ...result } = message.result;
        return { ...result, tally: probes === null ? null : unpackTally(probes) };
      }
      if ("progress" in message) tell(message.progress);
      return null;
    });
  }

  /** Reads segments in a thread of its own. */
  readSegments(task: SegmentsTask, tell: (bytes: number) => void): Promise<SegmentsResult> {
    return this.#give(task, (message) => {
      if ("error" in message) return new InputError(message.error);
      if ("segments" in message) return message.segments;
      if ("bytes" in message) tell(message.bytes);
      return null;
    });
  }

  /** Ends all threads: after an error the others have nothing more to read for. */
  end(): void {
    for (const worker of this.#workers) void worker.terminate();
  }
}

let program: Promise<URL> | null = null;

/** Threads for one run; none is started yet. */
export const newThreads = async (): Promise<Threads> => new Threads(await (program ??= threadProgram()));
