import { scanProgram } from "./marker-scan-bytes.ts";
import { marker, markerAt } from "./request.ts";
import { takeApart, wordsOfLine } from "./usual-line.ts";

const lineFeed = 10;

/**
 * Finds the lines that hold `/default.ida` in memory that is filled again and again. Places are byte offsets in the memory.
 * Bytes before `front` and the last `back` bytes are the scan's own.
 */
export interface MarkerScan {
  readonly memory: ArrayBuffer;
  /** Forgets what was counted. @param end the bytes before it have been filled anew; the last of them is a line feed */
  readonly begin: (end: number) => void;
  /** Place of the first marker that begins in [at, stop), or -1. Line feeds passed on the way there are counted. */
  readonly find: (at: number, stop: number) => number;
  /** Place of the first line feed at or after `at`. */
  readonly lineEnd: (at: number) => number;
  /**
   * Looks at the line around a place: writes where it begins (at `floor` at the earliest) and ends into `words`, and its parts where it has the
   * usual form; the place is then that of its first marker.
   * @returns 1 or true where it has that form
   */
  readonly line: (place: number, floor: number) => number | boolean;
  /** As `lineWords` names them. */
  readonly words: Int32Array;
  /** Line feeds that `find` passed since `begin`. */
  readonly lines: () => number;
}

/** Bytes before and after what may be filled: the scan reads sixteen bytes at a time, and writes words to the first of them. */
export const front = 4 * wordsOfLine;
export const back = 64;

// Node looks for the first byte of a text before all else: on ordinary traffic `fault.ida` is found three times as fast as `/default.ida`.
const rare = marker.slice(marker.indexOf("f"));
const beforeRare = marker.length - rare.length;

/** The scan in plain JavaScript: the reference for the other. */
export function plainScan(bytes: number): MarkerScan {
  const memory = new ArrayBuffer(front + bytes + back);
  const all = Buffer.from(memory);
  let filled = all;
  let passed = 0;
  /** The first marker at or after some place that was asked for; -1 = not looked for yet. */
  let next = -1;
  const words = new Int32Array(memory, 0, wordsOfLine);
  const nextFrom = (at: number): number => {
    let found = filled.indexOf(rare, at + beforeRare, "latin1");
    while (found >= 0 && !markerAt(filled, found - beforeRare)) found = filled.indexOf(rare, found + 1, "latin1");
    return found < 0 ? filled.length : found - beforeRare;
  };
  return {
    memory,
    begin: (end) => {
      filled = all.subarray(0, end);
      passed = 0;
      next = -1;
    },
    find: (at, stop) => {
      if (next < at) next = nextFrom(at);
      const end = Math.min(next, stop);
      for (let feed = filled.indexOf(lineFeed, at); feed >= 0 && feed < end; feed = filled.indexOf(lineFeed, feed + 1)) passed++;
      return next < stop ? next : -1;
    },
    lineEnd: (at) => filled.indexOf(lineFeed, at),
    line: (place, floor) => {
      let start = place;
      while (start > floor && all[start - 1] !== lineFeed) start--;
      return takeApart(all, start, filled.indexOf(lineFeed, place), place, words);
    },
    words,
    lines: () => passed,
  };
}

const page = 65_536;
type Exports = Pick<MarkerScan, "find" | "lineEnd" | "line">;
const isExports = (exports: object): exports is Exports => ["find", "lineEnd", "line"].every((name) => name in exports);

/** The scan in WebAssembly, sixteen bytes at a time; null where the engine has no SIMD. Its answers are those of the plain scan. */
export function fastScan(bytes: number): MarkerScan | null {
  const program = Buffer.from(scanProgram, "base64");
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(program)) return null;
  const pages = Math.ceil((front + bytes + back) / page);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(program), { scan: { memory } });
  if (!isExports(exports)) return null;
  const words = new Int32Array(memory.buffer, 0, wordsOfLine);
  return {
    memory: memory.buffer,
    begin: () => {
      words[0] = 0;
    },
    find: exports.find,
    lineEnd: exports.lineEnd,
    line: exports.line,
    words,
    lines: () => words[0] ?? 0,
  };
}

/**
 * A scan over memory of at least `bytes` bytes between `front` and `back`.
 * @param plain true to do without WebAssembly; gives the same answers
 */
export const markerScan = (bytes: number, plain = false): MarkerScan => (plain ? null : fastScan(bytes)) ?? plainScan(bytes);
