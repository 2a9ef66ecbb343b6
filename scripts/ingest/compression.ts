// Tells compressed inputs.
import type { InputFacts } from "../../src/ingest/input-report.ts";

export type Compression = InputFacts["compression"];

/** Compression by the first bytes, whatever the file's name: gzip 1f 8b (RFC 1952), zstd 28 b5 2f fd (RFC 8878). */
export function compressionOf(head: Uint8Array): Compression {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? "zstd" : "none";
}
