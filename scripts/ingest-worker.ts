// Reads one input to its end: in this thread, or as a worker beside others. The only part of the reader that opens logs.
import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import { chunkBytes } from "../src/ingest/chunk-feed.ts";
import { resumableFormats } from "../src/ingest/line-parser.ts";
import { type PackedTally, packTally } from "../src/ingest/packed-tally.ts";
import { compressionOf } from "./ingest-compression.ts";
import { InputError } from "./ingest-errors.ts";
import { detectBytes, formatOf, inputError, type InputResult, type Job, type Progress, type ResumePoint, shown } from "./ingest-input.ts";
import { fill, readPlain } from "./ingest-plain.ts";
import type { Division, SegmentsMessage, SegmentsTask } from "./ingest-segments.ts";

/** Reads a plain file, with several threads where it is large enough and its lines do not depend on one another. */
async function readFile(job: Job, handle: FileHandle, size: number, head: Buffer, from: ResumePoint | null, division: Division | null, tell: (progress: Progress) => void): Promise<InputResult> {
  const divided = division !== null && division.threads > 1 && size - (from?.offset ?? 0) >= division.from && resumableFormats.includes(from?.format ?? formatOf(job, head));
  if (!divided) return await readPlain(job, handle, size, head, from, tell);
  const { readDivided } = await import("./ingest-segments.ts");
  const { point, sha256 } = await readDivided(job, handle, size, head, from, division, tell);
  const result = await readPlain(job, handle, size, head, point, tell);
  return { ...result, facts: { ...result.facts, sha256 } };
}

/**
 * Reads one input: a file (plain, gzip or zstd, told by its first bytes) or `-` for standard input.
 * @param from where an earlier reading of the same file stopped
 * @param division how a large plain file may be divided among threads; null = it is read by this one
 * @throws InputError
 */
export async function readInput(job: Job, from: ResumePoint | null, division: Division | null, tell: (progress: Progress) => void): Promise<InputResult> {
  let handle: FileHandle | null = null;
  const streamed = async (source: Readable, size: number | null): Promise<InputResult> => {
    const { readStream } = await import("./ingest-stream.ts");
    return await readStream(job, source as Readable & AsyncIterable<Buffer>, size, tell);
  };
  try {
    if (job.path === "-") return await streamed(process.stdin, null);
    handle = await open(job.path, "r");
    const stat = await handle.stat();
    if (stat.isDirectory()) throw Object.assign(new Error("directory"), { code: "EISDIR" });
    if (!stat.isFile()) return await streamed(handle.createReadStream({ highWaterMark: chunkBytes, autoClose: false }), null);
    if (stat.size === 0) throw new InputError(`${shown(job.path)}: is empty; there is nothing to count`);
    const head = Buffer.allocUnsafe(Math.min(detectBytes, stat.size));
    fill(job.path, handle, head, 0);
    if (compressionOf(head) !== "none") return await streamed(handle.createReadStream({ start: 0, highWaterMark: chunkBytes, autoClose: false }), stat.size);
    return await readFile(job, handle, stat.size, head, from, division, tell);
  } catch (error) {
    throw inputError(job.path, error);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

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
  const { readSegments } = await import("./ingest-segments.ts");
  const handle = await open(task.job.path, "r");
  try {
    let untold = 0;
    const segments = await readSegments(task, handle, (bytes) => {
      untold += bytes;
      if (untold < tellBytes) return;
      send({ bytes: untold });
      untold = 0;
    });
    send({ segments }, [segments.tally]);
  } catch (error) {
    throw inputError(task.job.path, error);
  } finally {
    await handle.close();
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
