// Starts threads of the reader and waits for what they have read.
import { Worker } from "node:worker_threads";
import { unpackTally } from "../../src/ingest/packed-tally.ts";
import { InputError } from "./errors.ts";
import { type InputResult, type Progress, shown } from "./input.ts";
import type { SegmentsMessage, SegmentsResult, SegmentsTask } from "./segments.ts";
import type { WorkerMessage, WorkerTask } from "./worker.ts";

/** Gives a task to a thread. @param take looks at a message: its result, an error, or null where it is neither */
function inThread<Result>(task: WorkerTask | SegmentsTask, workers: Worker[], take: (message: WorkerMessage | SegmentsMessage) => Result | InputError | null): Promise<Result> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: task });
    workers.push(worker);
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

/** Reads one input in a thread of its own. @param workers the thread is added to them, to be ended by the caller */
export const readInThread = (task: WorkerTask, tell: (progress: Progress) => void, workers: Worker[]): Promise<InputResult> =>
  inThread(task, workers, (message) => {
    if ("error" in message) return new InputError(message.error);
    if ("result" in message) {
      const { probes, ...result } = message.result;
      return { ...result, tally: probes === null ? null : unpackTally(probes) };
    }
    if ("progress" in message) tell(message.progress);
    return null;
  });

/** Reads segments in a thread of its own. @param workers the thread is added to them, to be ended by the caller */
export const readSegmentsInThread = (task: SegmentsTask, tell: (bytes: number) => void, workers: Worker[]): Promise<SegmentsResult> =>
  inThread(task, workers, (message) => {
    if ("error" in message) return new InputError(message.error);
    if ("segments" in message) return message.segments;
    if ("bytes" in message) tell(message.bytes);
    return null;
  });
