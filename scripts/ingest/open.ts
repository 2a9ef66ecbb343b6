// Opens one input and reads it to its end, in whatever way it is stored. The only part of the reader that opens logs.
import { closeSync, createReadStream, fstatSync, openSync, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { chunkBytes } from "../../src/ingest/chunk-feed.ts";
import { resumableFormats } from "../../src/ingest/line-parser.ts";
import { compressionOf } from "./compression.ts";
import { InputError } from "./errors.ts";
import { detectBytes, formatOf, inputError, type InputResult, type Job, type Progress, type ResumePoint, shown } from "./input.ts";
import { fill, readPlain } from "./plain.ts";
import type { Division } from "./segments.ts";

/** Reads a plain file, with several threads where it is large enough and its lines do not depend on one another. */
async function readFile(job: Job, file: number, size: number, head: Buffer, from: ResumePoint | null, division: Division | null, tell: (progress: Progress) => void): Promise<InputResult> {
  const divided = division !== null && size - (from?.offset ?? 0) >= division.from && resumableFormats.includes(from?.format ?? formatOf(job, head));
  if (!divided) return await readPlain(job, file, size, head, from, tell);
  const { readDivided } = await import("./segments.ts");
  const { point, sha256 } = await readDivided(job, file, size, head, from, division, tell);
  const result = await readPlain(job, file, size, head, point, tell);
  return { ...result, facts: { ...result.facts, sha256 } };
}

/**
 * Reads one input: a file (plain, gzip or zstd, told by its first bytes) or `-` for standard input.
 * @param from where an earlier reading of the same file stopped
 * @param division how a large plain file may be divided among threads; null = it is read by this one
 * @throws InputError
 */
export async function readInput(job: Job, from: ResumePoint | null, division: Division | null, tell: (progress: Progress) => void): Promise<InputResult> {
  const streamed = async (source: Readable, size: number | null): Promise<InputResult> => {
    const { readStream } = await import("./stream.ts");
    return await readStream(job, source as Readable & AsyncIterable<Buffer>, size, tell);
  };
  let file: number | null = null;
  try {
    if (job.path === "-") return await streamed(process.stdin, null);
    const stat = statSync(job.path);
    if (stat.isDirectory()) throw Object.assign(new Error("directory"), { code: "EISDIR" });
    // A pipe can be opened once.
    if (!stat.isFile()) return await streamed(createReadStream(job.path, { highWaterMark: chunkBytes }), null);
    file = openSync(job.path, "r");
    const { size } = fstatSync(file);
    if (size === 0) throw new InputError(`${shown(job.path)}: is empty; there is nothing to count`);
    const head = Buffer.allocUnsafe(Math.min(detectBytes, size));
    fill(job.path, file, head, 0);
    if (compressionOf(head) !== "none") return await streamed(createReadStream(job.path, { highWaterMark: chunkBytes }), size);
    return await readFile(job, file, size, head, from, division, tell);
  } catch (error) {
    throw inputError(job.path, error);
  } finally {
    if (file !== null) closeSync(file);
  }
}
