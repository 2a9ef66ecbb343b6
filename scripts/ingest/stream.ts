// Reads what comes as a stream: standard input, pipes and compressed files.
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { type Compression, compressionOf } from "./compression.ts";
import { detectBytes, type InputResult, type Job, OpenInput, type Progress } from "./input.ts";

/** Reads a stream of bytes that may be compressed. */
export async function readStream(job: Job, source: AsyncIterable<Buffer>, size: number | null, tell: (progress: Progress) => void): Promise<InputResult> {
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
  // Large chunks: the default of 16 KiB takes half as long again.
  const unpack = compression === "gzip" ? createGunzip({ chunkSize: 262_144 }) : createZstdDecompress({ chunkSize: 262_144 });
  const done = pipeline(Readable.from(source, { objectMode: false }), unpack);
  // The error of the pipeline reaches the reader through the stream; this only keeps it from being reported twice.
  done.catch(() => undefined);
  for await (const chunk of unpack as AsyncIterable<Buffer>) yield chunk;
  await done;
}
