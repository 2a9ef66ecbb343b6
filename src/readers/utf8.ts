import type { Problem } from "../schema/problem.ts";

/** Text of one input file, or what is wrong with its bytes. */
export type Decoded = { readonly text: string } | { readonly problem: Problem };

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** Position of the byte that begins the first character that is not UTF-8; `bytes` is known to be broken. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  // A character cut short is still good so far as a stream: step back to where it begins.
  while (low > 0 && !decodes(bytes.subarray(0, low), false)) low--;
  return low;
}

/** Decodes strict UTF-8 and drops a byte-order mark. Bytes that are not UTF-8 give a problem that names their line. */
export function decodeUtf8(file: string, bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const at = firstBadByte(bytes);
    const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
    const found = !decodes(bytes, true) ? `byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}` : "a character cut short";
    return { problem: { file, line, column: "", value: found, expected: "UTF-8 text; save the file as UTF-8" } };
  }
}
