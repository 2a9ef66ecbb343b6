// The threads of the reader: one reads an input, or segments of one, beside others.
import { closeSync, openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { type PackedTally, packTally } from "../../src/ingest/packed-tally.ts";
import { inputError, type InputResult, type Job, type Progress, type ResumePoint } from "./input.ts";
import { readInput } from "./open.ts";
import type { SegmentsMessage, SegmentsTask } from "./segments.ts";

/** What a worker is given. */
export interface WorkerTask {
  readonly kind: "ingest";
  readonly job: Job;
  readonly from: ResumePoint | null;
}

/** A result on its way from one thread to another. */
export type PackedResult = Omit<InputResult, "tally"> & { readonly probes: PackedTally | null };
export type WorkerMessage = { progress: Progress } | { result: PackedResult } | { error: string };

/** A message for every sixteenth of a gigabyte is enough to show progress. */
const tellBytes = 67_108_864;

/** The memory of a tally, which is handed over and not copied. */
const memoryOf = ({ sourceBlocks, pairSlots, pairCounts }: PackedTally): ArrayBufferLike[] => [...sourceBlocks, pairSlots, ...(pairCounts === null ? [] : [pairCounts])].map(({ buffer }) => buffer);

function send(message: WorkerMessage | SegmentsMessage, tallies: readonly (PackedTally | null)[] = []): void {
  const memory = tallies.flatMap((tally) => (tally === null ? [] : memoryOf(tally)));
  parentPort?.postMessage(message, [...new Set(memory)].filter((buffer) => buffer instanceof ArrayBuffer));
}

/** Reads an input for the main thread. */
async function readForAnother({ job, from }: WorkerTask): Promise<void> {
  let told = 0;
  const { tally, ...result } = await readInput(job, from, null, (progress) => {
    if (progress.read - told < tellBytes) return;
    told = progress.read;
    send({ progress });
  });
  const probes = tally === null ? null : packTally(tally);
  send({ result: { ...result, probes } }, [probes, result.resume?.tally ?? null]);
}

/** Reads segments of a file that several threads read. */
async function readSegmentsForAnother(task: SegmentsTask): Promise<void> {
  const { readSegments } = await import("./segments.ts");
  const file = openSync(task.job.path, "r");
  try {
    let untold = 0;
    const segments = await readSegments(task, file, (bytes) => {
      untold += bytes;
      if (untold < tellBytes) return;
      send({ bytes: untold });
      untold = 0;
    });
    send({ segments }, [segments.tally]);
  } catch (error) {
    throw inputError(task.job.path, error);
  } finally {
    closeSync(file);
  }
}

const isTask = (data: unknown): data is WorkerTask | SegmentsTask => typeof data === "object" && data !== null && "kind" in data && (data.kind === "ingest" || data.kind === "segments");
if (parentPort !== null && isTask(workerData)) {
  try {
    await (workerData.kind === "ingest" ? readForAnother(workerData) : readSegmentsForAnother(workerData));
  } catch (error) {
    send({ error: error instanceof Error ? error.message : String(error) });
  }
}
