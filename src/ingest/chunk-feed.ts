import { countingMemory } from "./line-feed-counter.ts";
import { type LogReading, longestLine, readChunk, readEnd } from "./log-reading.ts";

/** Bytes asked of the disk at once: large enough that a call costs nothing, small enough to stay in the processor's cache. */
export const chunkBytes = 524_288;

/**
 * Gives a reading its bytes, chunk by chunk, from two buffers in turn, so that one can be filled while the other is read.
 * Before each buffer is room for the unfinished line of the chunk before it: no line is ever made into a string.
 */
export class ChunkFeed {
  readonly #reading: LogReading;
  readonly #buffers: readonly [Buffer, Buffer];
  readonly #size: number;
  #carried = 0;
  #turn: 0 | 1 = 0;

  /**
   * @param size bytes of a chunk; other sizes give the same counts
   * @param plain true to do without WebAssembly; gives the same counts
   */
  constructor(reading: LogReading, size = chunkBytes, plain = false) {
    this.#reading = reading;
    this.#size = size;
    const { memory, count } = countingMemory(2 * (longestLine + size), plain);
    this.#buffers = [Buffer.from(memory, 0, longestLine + size), Buffer.from(memory, longestLine + size, longestLine + size)];
    reading.count = count;
  }

  /** Bytes of an unfinished line that wait for their end. */
  get carried(): number {
    return this.#carried;
  }

  /** Where the next chunk is to be written. */
  get target(): Buffer {
    return this.#buffers[this.#turn].subarray(longestLine);
  }

  /** Where the chunk after the next is to be written. */
  get followingTarget(): Buffer {
    return this.#buffers[this.#turn === 0 ? 1 : 0].subarray(longestLine);
  }

  /** Reads `length` bytes that were written to `target`, and turns to the other buffer. */
  accept(length: number): void {
    const here = this.#buffers[this.#turn];
    this.#turn = this.#turn === 0 ? 1 : 0;
    const end = longestLine + length;
    const rest = readChunk(this.#reading, here, longestLine - this.#carried, end);
    this.#carried = end - rest;
    here.copy(this.#buffers[this.#turn], longestLine - this.#carried, rest, end);
    this.#reading.counts.bytes += length;
  }

  /** Reads bytes that came from elsewhere, of any length. */
  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += this.#size) {
      const part = bytes.subarray(at, at + this.#size);
      this.target.set(part);
      this.accept(part.length);
    }
  }

  /** Ends the reading; the last line counts, even where no line feed ends it. */
  finish(): void {
    readEnd(this.#reading, this.#buffers[this.#turn], longestLine - this.#carried, longestLine);
    this.#carried = 0;
  }
}
