// Reads one input to its end: in this thread, or as a worker beside others. The only part of the reader that opens logs.
import { createHash, type Hash } from "node:crypto";
import { readSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { caidaRow } from "../src/ingest/caida-row.ts";
import { ChunkFeed, chunkBytes } from "../src/ingest/chunk-feed.ts";
import { type CountWindow, countRow } from "../src/ingest/count-row.ts";
import { detectFormat, formatWords, looksLikeUtf16 } from "../src/ingest/format.ts";
import { type HostTally, newHostTally } from "../src/ingest/host-tally.ts";
import type { InputFacts } from "../src/ingest/input-report.ts";
import type { LineCounts } from "../src/ingest/line-counts.ts";
import { logFormat, resumableFormats } from "../src/ingest/line-parser.ts";
import { type LogReading, newLogReading } from "../src/ingest/log-reading.ts";
import type { Pace } from "../src/ingest/pace.ts";
import { type PackedTally, packTally, unpackTally } from "../src/ingest/packed-tally.ts";
import { printable, publicName } from "../src/ingest/printable.ts";
import { Tally } from "../src/ingest/tally.ts";
import { zoneFrom } from "../src/ingest/zone.ts";
import { type Format, formats } from "../src/schema/log-format.ts";
import { InputError } from "./ingest-errors.ts";

/** What one input is to be read as. */
export interface Job {
  readonly path: string;
  readonly format: Format | null;
  readonly zone: string | null;
  readonly binSeconds: number;
  /** Keep the probes of each (source, bin), for partials. */
  readonly counted: boolean;
  /** Work out the sha256 of the input. */
  readonly hashed: boolean;
  /** Keep what is needed to read on when the file has grown. */
  readonly resumable: boolean;
}

/** Where a reading stood after the last whole line: with it a grown file is read on. Holds addresses: written to the cache only. */
export interface ResumePoint {
  readonly offset: number;
  readonly tally: PackedTally;
  readonly counts: LineCounts;
  readonly pace: Pace;
  readonly format: Format;
  readonly formatBasis: InputFacts["formatBasis"];
}

export interface InputResult {
  readonly facts: InputFacts;
  readonly counts: LineCounts;
  readonly pace: Pace;
  readonly probes: PackedTally | null;
  readonly hosts: HostTally | null;
  readonly windows: Map<string, CountWindow> | null;
  readonly resume: ResumePoint | null;
}

export interface Progress {
  readonly path: string;
  /** Bytes of the input as it lies on the disk. */
  readonly read: number;
  readonly size: number | null;
}

const detectBytes = 65_536;
type Compression = InputFacts["compression"];

/** Compression by the first bytes, whatever the file's name: gzip 1f 8b (RFC 1952), zstd 28 b5 2f fd (RFC 8878). */
function compressionOf(head: Uint8Array): Compression {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? "zstd" : "none";
}

const shown = (path: string): string => (path === "-" ? "standard input" : printable(path));

/** A message for an error of the system, with what can be done about it. */
function inputError(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = shown(path);
  if (code === "ENOENT") return new InputError(`${name}: there is no such file; check the name and the folder`);
  if (code === "EACCES") return new InputError(`${name}: may not be read; change its permissions or run as its owner`);
  if (code === "EISDIR") return new InputError(`${name}: is a directory; name the files in it, for instance ${name}/*.log`);
  if (code === "Z_BUF_ERROR") return new InputError(`${name}: the compressed data end before their end; the file was cut: fetch it again`);
  if (code.startsWith("Z_") || code.startsWith("ZSTD_")) return new InputError(`${name}: the compressed data are damaged (${printable(error instanceof Error ? error.message : code)}); fetch the file again, or unpack it by other means and name the result`);
  return new InputError(`${name}: cannot be read: ${printable(error instanceof Error ? error.message : String(error))}`);
}

/** One input being read: a log with its tally, or a table. */
class OpenInput {
  readonly job: Job;
  readonly format: Format;
  readonly formatBasis: InputFacts["formatBasis"];
  readonly reading: LogReading;
  readonly feed: ChunkFeed;
  readonly hosts: HostTally | null = null;
  readonly windows: Map<string, CountWindow> | null = null;

  constructor(job: Job, head: Uint8Array, from: ResumePoint | null) {
    this.job = job;
    const format = from?.format ?? job.format ?? detectFormat(head);
    if (head.length === 0 && from === null) throw new InputError(`${shown(job.path)}: is empty; there is nothing to count`);
    if (format === null) {
      const why = looksLikeUtf16(head) ? "it looks like UTF-16 text: convert it first, for instance with iconv -f UTF-16 -t UTF-8" : `say what it is with --format (${formats.join(", ")})`;
      throw new InputError(`${shown(job.path)}: none of its first lines is in a format that is read; ${why}`);
    }
    this.format = format;
    this.formatBasis = from?.formatBasis ?? (job.format === null ? "detected" : "given");
    const zone = job.zone === null ? null : zoneFrom(job.zone);
    const tally = from === null ? new Tally(job.binSeconds, job.counted) : unpackTally(from.tally);
    if (format === "caida-hosts") {
      this.hosts = newHostTally(job.binSeconds);
      this.reading = newLogReading(caidaRow(this.hosts), false, tally);
    } else if (format === "count-table") {
      this.windows = new Map();
      this.reading = newLogReading(countRow(this.windows), false, tally);
    } else {
      const log = this.#log(zone);
      this.reading = newLogReading(log.parse, log.marked, tally, from?.counts, from?.pace);
    }
    this.feed = new ChunkFeed(this.reading);
  }

  #log(zone: ReturnType<typeof zoneFrom> | null): NonNullable<ReturnType<typeof logFormat>> {
    try {
      const log = logFormat(this.format, zone);
      if (log !== null) return log;
    } catch (error) {
      throw new InputError(`${shown(this.job.path)}: ${error instanceof Error ? error.message : String(error)}`);
    }
    throw new InputError(`${shown(this.job.path)}: ${formatWords[this.format]} is no log`);
  }

  /** The state after the last whole line; null where it cannot be continued. */
  resumePoint(): ResumePoint | null {
    const { reading, feed, format, formatBasis } = this;
    if (!this.job.resumable || reading.skipping || !resumableFormats.includes(format)) return null;
    const { counts, pace } = structuredClone({ counts: reading.counts, pace: reading.pace });
    // A last line that no line feed ends is still to be counted: only then are the tables copied.
    const packed = packTally(reading.tally);
    const tally = feed.carried > 0 ? structuredClone(packed) : packed;
    counts.bytes -= feed.carried;
    return { offset: counts.bytes, tally, counts, pace, format, formatBasis };
  }

  result(facts: Pick<InputFacts, "compression" | "sha256" | "grewWhileRead">, resume: ResumePoint | null): InputResult {
    const { job, reading, format, formatBasis, hosts, windows } = this;
    const isTable = hosts !== null || windows !== null;
    return {
      facts: { name: job.path === "-" ? "standard input" : publicName(job.path), format, formatBasis, zone: job.zone, ...facts },
      counts: reading.counts,
      pace: reading.pace,
      probes: isTable ? null : packTally(reading.tally),
      hosts,
      windows,
      resume,
    };
  }
}

/** Reads a stream of bytes that may be compressed. */
async function readStream(job: Job, source: AsyncIterable<Buffer>, size: number | null, tell: (progress: Progress) => void): Promise<InputResult> {
  const hash = job.hashed ? createHash("sha256") : null;
  let raw = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      raw += chunk.length;
      hash?.update(chunk);
      tell({ path: job.path, read: raw, size });
      yield chunk;
    }
  };
  const chunks = counted();
  const first = await joinUntil(chunks, 4);
  const compression = compressionOf(first);
  const whole = async function* (): AsyncGenerator<Buffer> {
    yield first;
    yield* chunks;
  };
  const plain = compression === "none" ? whole() : unpacked(whole(), compression);
  const head = await joinUntil(plain, detectBytes);
  const input = new OpenInput(job, head, null);
  input.feed.push(head);
  for await (const chunk of plain) input.feed.push(chunk);
  input.feed.finish();
  return input.result({ compression, sha256: hash?.digest("hex") ?? null, grewWhileRead: false }, null);
}

/** Takes chunks until at least `bytes` are together, or none is left. */
async function joinUntil(chunks: AsyncGenerator<Buffer>, bytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < bytes) {
    const next = await chunks.next();
    if (next.done === true) break;
    parts.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(parts);
}

/** The unpacked bytes of a compressed stream. Damage at the source or in the data ends it with an error. */
async function* unpacked(source: AsyncIterable<Buffer>, compression: Compression): AsyncGenerator<Buffer> {
  const { Readable: Stream } = await import("node:stream");
  const { pipeline } = await import("node:stream/promises");
  // Large chunks: the default of 16 KiB takes half as long again.
  const unpack = compression === "gzip" ? createGunzip({ chunkSize: 262_144 }) : createZstdDecompress({ chunkSize: 262_144 });
  const done = pipeline(Stream.from(source, { objectMode: false }), unpack);
  // The error of the pipeline reaches the reader through the stream; this only keeps it from being reported twice.
  done.catch(() => undefined);
  for await (const chunk of unpack as AsyncIterable<Buffer>) yield chunk;
  await done;
}

/** Fills `target` from a place in the file; fewer bytes only at the end. */
function fill(handle: FileHandle, target: Buffer, position: number): number {
  let read = 0;
  while (read < target.length) {
    const bytesRead = readSync(handle.fd, target, read, target.length - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return read;
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

/** Reads a plain file from `from.offset`, or from its beginning, up to the length it had when it was opened. */
async function readPlain(job: Job, handle: FileHandle, size: number, head: Buffer, from: ResumePoint | null, tell: (progress: Progress) => void): Promise<InputResult> {
  const input = new OpenInput(job, head, from);
  const hash: Hash | null = job.hashed ? createHash("sha256") : null;
  const { feed } = input;
  const giveWay = turns();
  let position = from?.offset ?? 0;
  while (position < size) {
    const wanted = Math.min(chunkBytes, size - position);
    const read = fill(handle, feed.target.subarray(0, wanted), position);
    position += read;
    if (read < wanted) throw new InputError(`${shown(job.path)}: became shorter while it was read (at byte ${position} of ${size}); run again when nothing writes to it`);
    hash?.update(feed.target.subarray(0, read));
    feed.accept(read);
    tell({ path: job.path, read: position, size });
    await giveWay();
  }
  const resume = input.resumePoint();
  feed.finish();
  const grewWhileRead = (await handle.stat()).size > size;
  return input.result({ compression: "none", sha256: hash?.digest("hex") ?? null, grewWhileRead }, resume);
}

/**
 * Reads one input: a file (plain, gzip or zstd, told by its first bytes) or `-` for standard input.
 * @param from where an earlier reading of the same file stopped
 * @throws InputError
 */
export async function readInput(job: Job, from: ResumePoint | null, tell: (progress: Progress) => void): Promise<InputResult> {
  let handle: FileHandle | null = null;
  try {
    if (job.path === "-") return await readStream(job, process.stdin as Readable & AsyncIterable<Buffer>, null, tell);
    handle = await open(job.path, "r");
    const stat = await handle.stat();
    if (stat.isDirectory()) throw Object.assign(new Error("directory"), { code: "EISDIR" });
    if (!stat.isFile()) return await readStream(job, handle.createReadStream({ highWaterMark: chunkBytes, autoClose: false }) as AsyncIterable<Buffer>, null, tell);
    if (stat.size === 0) throw new InputError(`${shown(job.path)}: is empty; there is nothing to count`);
    const head = Buffer.allocUnsafe(Math.min(detectBytes, stat.size));
    const headLength = fill(handle, head, 0);
    if (compressionOf(head) !== "none") return await readStream(job, handle.createReadStream({ start: 0, highWaterMark: chunkBytes, autoClose: false }) as AsyncIterable<Buffer>, stat.size, tell);
    return await readPlain(job, handle, stat.size, head.subarray(0, headLength), from, tell);
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
export type WorkerMessage = { progress: Progress } | { result: InputResult } | { error: string };

/** Answers the task of this worker. */
async function work({ job, from }: WorkerTask): Promise<void> {
  const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void => {
    parentPort?.postMessage(message, transfer);
  };
  let told = 0;
  try {
    const result = await readInput(job, from, (progress) => {
      // A message for every sixteenth of a gigabyte is enough to show progress.
      if (progress.read - told < 67_108_864) return;
      told = progress.read;
      send({ progress });
    });
    const arrays = [result.probes, result.resume?.tally ?? null].flatMap((tally) => (tally === null ? [] : [...tally.sourceBlocks.map(({ buffer }) => buffer), tally.pairSlots.buffer]));
    send({ result }, [...new Set(arrays)].filter((buffer) => buffer instanceof ArrayBuffer));
  } catch (error) {
    send({ error: error instanceof Error ? error.message : String(error) });
  }
}

const isTask = (data: unknown): data is WorkerTask => typeof data === "object" && data !== null && "kind" in data && data.kind === "ingest";
if (parentPort !== null && isTask(workerData)) await work(workerData);
