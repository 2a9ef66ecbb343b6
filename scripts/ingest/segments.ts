// Reads one large file with several threads: each takes the next segment that none has taken.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { ChunkFeed } from "../../src/ingest/chunk-feed.ts";
import type { Format } from "../../src/schema/log-format.ts";
import { joinParts, type Part, partOf } from "../../src/ingest/joined-parts.ts";
import { newLogReading } from "../../src/ingest/log-reading.ts";
import { type PackedTally, packTally, unpackTally } from "../../src/ingest/packed-tally.ts";
import { Tally } from "../../src/ingest/tally.ts";
import { formatOf, type Job, openLog, type Progress, type ResumePoint } from "./input.ts";
import { fill, readStretch, type Stretch } from "./plain.ts";
import { newThreads } from "./threads.ts";

/** How a file may be divided. */
export interface Division {
  readonly threads: number;
  /** Files with fewer bytes to read are read by one thread, which is faster then. */
  readonly from: number;
  /** Bytes of a segment. Every line belongs to the segment in which it begins. */
  readonly segment: number;
}

/** What a thread is to read. `taken` is shared by all: the number of segments that were taken. */
export interface SegmentsTask {
  readonly kind: "segments";
  readonly job: Job;
  readonly format: Format;
  readonly stretch: Stretch;
  readonly segment: number;
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** What a thread has read: its tally, and for each of its segments what became of the lines. */
export interface SegmentsResult {
  readonly tally: PackedTally;
  readonly parts: readonly { readonly place: number; readonly part: Part }[];
}

const probe = 65_536;

/** Where the first line begins that begins at or after a place; `end` where there is none before it. */
function lineFrom(file: number, { path, begin, end }: Stretch, at: number): number {
  if (at <= begin) return begin;
  const bytes = Buffer.allocUnsafe(probe);
  for (let position = at - 1; position < end; position += probe) {
    const here = bytes.subarray(0, Math.min(probe, end - position));
    fill(path, file, here, position);
    const feed = here.indexOf(10);
    if (feed >= 0) return position + feed + 1;
  }
  return end;
}

/** Where the last line of a file ends that a line feed ends; `begin` where there is none after it. */
function lastLineEnd(file: number, { path, begin, end }: Stretch): number {
  const bytes = Buffer.allocUnsafe(probe);
  for (let stop = end; stop > begin; stop -= probe) {
    const from = Math.max(begin, stop - probe);
    const here = bytes.subarray(0, stop - from);
    fill(path, file, here, from);
    const feed = here.lastIndexOf(10);
    if (feed >= 0) return from + feed + 1;
  }
  return begin;
}

/** Reads segments until all are taken. */
export async function readSegments({ job, format, stretch, segment, taken }: SegmentsTask, file: number, tell: (bytes: number) => void): Promise<SegmentsResult> {
  const { parse, marked } = openLog(job, format);
  const tally = new Tally(job.binSeconds, job.counted);
  const parts: { place: number; part: Part }[] = [];
  let feed: ChunkFeed | null = null;
  for (let place = Atomics.add(taken, 0, 1); stretch.begin + place * segment < stretch.end; place = Atomics.add(taken, 0, 1)) {
    const begin = lineFrom(file, stretch, stretch.begin + place * segment);
    const end = lineFrom(file, stretch, Math.min(stretch.end, stretch.begin + (place + 1) * segment));
    const reading = newLogReading(parse, marked, tally);
    feed ??= new ChunkFeed(reading);
    feed.turnTo(reading);
    let told = begin;
    await readStretch(file, { path: job.path, begin, end }, feed, (_chunk, position) => {
      tell(position - told);
      told = position;
    });
    parts.push({ place, part: partOf(reading) });
  }
  tally.settle();
  return { tally: packTally(tally), parts };
}

export type SegmentsMessage = { readonly bytes: number } | { readonly segments: SegmentsResult } | { readonly error: string };

/** The sha256 of a file up to a place. */
async function sha256Of(file: number, end: number): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream("", { fd: file, start: 0, end: end - 1, highWaterMark: 2 ** 20, autoClose: false })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** The state after the last whole line of a file, and the file's sha256 where it is asked for. */
export interface Divided {
  readonly point: ResumePoint;
  readonly sha256: string | null;
}

/**
 * Reads the whole lines of a plain file with several threads, of which this is one.
 * @param from where an earlier reading stopped
 * @returns what one reading would have kept at the last whole line: the rest of the file is to be read on from there
 */
export async function readDivided(job: Job, file: number, size: number, head: Buffer, from: ResumePoint | null, division: Division, tell: (progress: Progress) => void): Promise<Divided> {
  const format = from?.format ?? formatOf(job, head);
  const begin = from?.offset ?? 0;
  const stretch = { path: job.path, begin, end: lastLineEnd(file, { path: job.path, begin, end: size }) };
  const task: SegmentsTask = { kind: "segments", job, format, stretch, segment: division.segment, taken: new Int32Array(new SharedArrayBuffer(4)) };
  let read = begin;
  const tellBytes = (bytes: number): void => {
    read += bytes;
    tell({ path: job.path, read, size });
  };
  const threads = await newThreads();
  try {
    const others = Array.from({ length: division.threads - 1 }, () => threads.readSegments(task, tellBytes));
    // A sha256 needs the bytes in their order: this thread works it out beside the others, and reads segments when it is done.
    const here = async (): Promise<{ sha256: string | null; segments: SegmentsResult }> => {
      const sha256 = job.hashed ? await sha256Of(file, size) : null;
      return { sha256, segments: await readSegments(task, file, tellBytes) };
    };
    const [{ sha256, segments }, ...results] = await Promise.all([here(), ...others]);
    const tally = unpackTally(from?.tally ?? segments.tally);
    for (const { tally: packed } of from === null ? results : [segments, ...results]) tally.merge(unpackTally(packed));
    const parts = [segments, ...results].flatMap((result) => result.parts).sort((a, b) => a.place - b.place).map(({ part }) => part);
    const nothing = partOf(newLogReading(() => 0, false, tally, from?.counts, from?.pace, from?.previous));
    const { counts, pace, previous } = joinParts(nothing, parts);
    return { sha256, point: { offset: stretch.end, tally: packTally(tally), counts, pace, previous, format, formatBasis: from?.formatBasis ?? (job.format === null ? "detected" : "given") } };
  } finally {
    threads.end();
  }
}
