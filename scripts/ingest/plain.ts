// Reads plain files, or stretches of them, chunk by chunk.
import { createHash, type Hash } from "node:crypto";
import { fstatSync, readSync } from "node:fs";
import { type ChunkFeed, chunkBytes } from "../../src/ingest/chunk-feed.ts";
import { InputError } from "./errors.ts";
import { type InputResult, type Job, OpenInput, type Progress, type ResumePoint, shown } from "./input.ts";

/** Fills `target` from a place in an open file. @throws InputError where the file ends before */
export function fill(path: string, file: number, target: Buffer, position: number): void {
  let read = 0;
  while (read < target.length) {
    const bytesRead = readSync(file, target, read, target.length - read, position + read);
    if (bytesRead === 0) throw new InputError(`${shown(path)}: became shorter while it was read (it ended at byte ${position + read}); run again when nothing writes to it`);
    read += bytesRead;
  }
}

/** A reading does not give way to anything else for longer than this: an interruption is to be noticed. */
const longestTurn = 50;

/** Lets other things happen, if nothing else could for some time. */
function turns(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < longestTurn) return;
    await new Promise((done) => setImmediate(done));
    begun = performance.now();
  };
}

/** A stretch of a file: from its first byte up to, without, its last. */
export interface Stretch {
  readonly path: string;
  readonly begin: number;
  readonly end: number;
}

/**
 * Reads a stretch of a plain file.
 * @param each called after every chunk, with the chunk and where it ended
 * @throws InputError where the file ends before the stretch
 */
export async function readStretch(file: number, { path, begin, end }: Stretch, feed: ChunkFeed, each: (chunk: Buffer, position: number) => void): Promise<void> {
  const giveWay = turns();
  for (let position = begin; position < end; ) {
    const chunk = feed.target.subarray(0, Math.min(chunkBytes, end - position));
    fill(path, file, chunk, position);
    position += chunk.length;
    each(chunk, position);
    feed.accept(chunk.length);
    await giveWay();
  }
}

/** Reads a plain file from `from.offset`, or from its beginning, up to the length it had when it was opened. */
export async function readPlain(job: Job, file: number, size: number, head: Buffer, from: ResumePoint | null, tell: (progress: Progress) => void): Promise<InputResult> {
  const input = new OpenInput(job, head, from);
  const hash: Hash | null = job.hashed && from === null ? createHash("sha256") : null;
  await readStretch(file, { path: job.path, begin: from?.offset ?? 0, end: size }, input.feed, (chunk, position) => {
    hash?.update(chunk);
    tell({ path: job.path, read: position, size });
  });
  const resume = input.resumePoint();
  input.feed.finish();
  const grewWhileRead = fstatSync(file).size > size;
  return input.result({ compression: "none", sha256: hash?.digest("hex") ?? null, grewWhileRead }, resume);
}
