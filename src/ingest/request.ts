import { codeRed, codeRed2, unknownVariant } from "./variant.ts";

/** What every probe of the family asks for. */
export const marker = "/default.ida";
const path = Uint8Array.from(marker, (c) => c.charCodeAt(0));

/** Published lines are often shortened: a run of three says as much as the full 224. One letter could begin a word. */
const shortestRun = 3;

/** True where `/default.ida` stands at `at`. */
export function markerAt(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < path.length; i++) if (bytes[at + i] !== path[i]) return false;
  return true;
}

/**
 * The variant that a query string tells: place in `variants`.
 * @param at first byte of the query, after the question mark
 * @param end where the request ends
 */
export function variantOfQuery(bytes: Uint8Array, at: number, end: number): number {
  const letter = bytes[at];
  if (letter !== 78 && letter !== 88) return unknownVariant;
  if (at + shortestRun > end) return unknownVariant;
  for (let i = 1; i < shortestRun; i++) if (bytes[at + i] !== letter) return unknownVariant;
  return letter === 78 ? codeRed : codeRed2;
}

/**
 * The variant of a request target, where its path is `/default.ida`; -1 where it asks for something else.
 * @param at first byte of the target (after the method and its spaces); a leading `http://host` is passed over
 * @param end where the request field ends
 */
export function variantOfTarget(bytes: Uint8Array, at: number, end: number): number {
  let from = at;
  if (bytes[from] === 104 && bytes[from + 4] === 58 && bytes[from + 5] === 47 && bytes[from + 6] === 47) {
    from += 7;
    while (from < end && bytes[from] !== 47 && bytes[from] !== 32 && bytes[from] !== 34) from++;
  }
  const after = from + path.length;
  if (after > end || !markerAt(bytes, from)) return -1;
  if (after === end) return unknownVariant;
  const next = bytes[after];
  if (next === 63) return variantOfQuery(bytes, after + 1, end);
  return next === 32 || next === 34 || next === 9 ? unknownVariant : -1;
}
