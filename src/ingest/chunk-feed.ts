import { type LogReading, longestLine, readChunk, readEnd } from "./log-reading.ts";
import { front, type MarkerScan, markerScan } from "./marker-scan.ts";

/** Bytes asked of the disk at once: large enough that a call costs nothing, small enough to stay in the processor's cache. */
export const chunkBytes = 524_288;

/** Where chunks begin: before them is room for the unfinished line of the chunk before, so that no line is ever made into a string. */
const base = front + longestLine;

/** Gives a reading its bytes, chunk by chunk, from one buffer. */
export class ChunkFeed {
  #reading: LogReading;
  readonly #scan: MarkerScan;
  readonly #buffer: Buffer;
  #carried = 0;
  /** Where the next chunk is to be written. */
  readonly target: Buffer;

  /**
   * @param size bytes of a chunk; other sizes give the same counts
   * @param plain true to do without WebAssembly; gives the same counts
   */
  constructor(reading: LogReading, size = chunkBytes, plain = false) {
    this.#reading = reading;
    this.#scan = markerScan(longestLine + size, plain);
    this.#buffer = Buffer.from(this.#scan.memory);
    this.target = this.#buffer.subarray(base, base + size);
  }

  /** Bytes of an unfinished line that wait for their end. */
  get carried(): number {
    return this.#carried;
  }

  /** Goes on with another reading, in the same memory. What the last one left unfinished is forgotten. */
  turnTo(reading: LogReading): void {
    this.#reading = reading;
    this.#carried = 0;
  }

  /** Reads `length` bytes that were written to `target`. */
  accept(length: number): void {
    const end = base + length;
    const rest = readChunk(this.#reading, this.#buffer, this.#scan, base - this.#carried, end);
    this.#carried = end - rest;
    this.#buffer.copyWithin(base - this.#carried, rest, end);
    this.#reading.counts.bytes += length;
  }

  /** Reads bytes that came from elsewhere, of any length. */
  push(bytes: Uint8Array): void {
    const { target } = this;
    for (let at = 0; at < bytes.length; at += target.length) {
      const part = bytes.subarray(at, at + target.length);
      target.set(part);
      this.accept(part.length);
    }
  }

  /** Ends the reading; the last line counts, even where no line feed ends it. */
  finish(): void {
    readEnd(this.#reading, this.#buffer, base - this.#carried, base);
    this.#carried = 0;
  }
}
