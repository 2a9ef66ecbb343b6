const lineFeed = 10;

/** Number of line feeds in buffer[start, end). The reference: what any other way of counting must equal. */
export function countLineFeeds(buffer: Buffer, start: number, end: number): number {
  let lines = 0;
  for (let at = buffer.indexOf(lineFeed, start); at >= 0 && at < end; at = buffer.indexOf(lineFeed, at + 1)) lines++;
  return lines;
}

/** Memory for chunks, and what counts the line feeds in it. */
export interface CountingMemory {
  readonly memory: ArrayBuffer;
  /** Line feeds in bytes [start, end) of the memory. */
  readonly count: (start: number, end: number) => number;
}

// WebAssembly instructions used below, by the names of the specification (core 2.0, chapter 5.4).
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, value];
const [add, equal, greater, notLess, popcnt, branch, branchIf, end] = [0x6a, 0x46, 0x4b, 0x4f, 0x69, 0x0c, 0x0d, 0x0b];
const load16 = [0xfd, 0x00, 0x00, 0x00];
const load1 = [0x2d, 0x00, 0x00];
const [splat, equalBytes, bitmask] = [[0xfd, 0x0f], [0xfd, 0x23], [0xfd, 0x64]];
/** `block loop … br 0 end end`: repeats until a `branchIf 1` within leaves it. */
const repeat = (...body: number[]): number[] => [0x02, 0x40, 0x03, 0x40, ...body, branch, 0, end, end];
const section = (id: number, ...content: number[]): number[] => [id, content.length, ...content];

/**
 * (func (param $at i32) (param $end i32) (result i32) (local $lines i32)): sixteen bytes at a time, then one by one.
 * Every number below is under 64 and the body under 128 bytes, so that each is its own LEB128 encoding.
 */
const body = [
  1, 1, 0x7f,
  ...repeat(
    ...get(0), ...constant(16), add, ...get(1), greater, branchIf, 1,
    ...get(2), ...get(0), ...load16, ...constant(lineFeed), ...splat, ...equalBytes, ...bitmask, popcnt, add, ...set(2),
    ...get(0), ...constant(16), add, ...set(0),
  ),
  ...repeat(
    ...get(0), ...get(1), notLess, branchIf, 1,
    ...get(2), ...get(0), ...load1, ...constant(lineFeed), equal, add, ...set(2),
    ...get(0), ...constant(1), add, ...set(0),
  ),
  ...get(2), end,
];

const program = Uint8Array.from([
  0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  ...section(1, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f),
  ...section(2, 1, 1, 0x6d, 1, 0x6d, 2, 0, 0),
  ...section(3, 1, 0),
  ...section(7, 1, 1, 0x63, 0, 0),
  ...section(10, 1, body.length, ...body),
]);

const page = 65_536;

/**
 * Memory of at least `bytes` bytes whose line feeds are counted sixteen at a time (WebAssembly with SIMD): counting the lines of
 * ordinary logs would otherwise take as long as everything else. Where the engine has no SIMD, plain memory and the reference.
 */
export function countingMemory(bytes: number, plain = false): CountingMemory {
  if (!plain && WebAssembly.validate(program)) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / page), maximum: Math.ceil(bytes / page) });
    const { c } = new WebAssembly.Instance(new WebAssembly.Module(program), { m: { m: memory } }).exports;
    if (typeof c === "function") return { memory: memory.buffer, count: c as CountingMemory["count"] };
  }
  const memory = new ArrayBuffer(bytes);
  const all = Buffer.from(memory);
  return { memory, count: (start, stop) => countLineFeeds(all, start, stop) };
}
