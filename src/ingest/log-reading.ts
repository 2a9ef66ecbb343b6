import { type CountingMemory, countLineFeeds } from "./line-feed-counter.ts";
import { newLineCounts, reject, type LineCounts } from "./line-counts.ts";
import { cutProbe, firstRejection, type Hit, isProbe, isRow, type LineParser, markerElsewhere, newHit, noMarker, rejectAs } from "./outcome.ts";
import { newPace, type Pace, step } from "./pace.ts";
import { Tally } from "./tally.ts";

/** A line longer than this is counted as rejected; nothing of it is kept. */
export const longestLine = 65_536;
const lineFeed = 10;
const tooLong = rejectAs("line_too_long");

/**
 * The bytes that a line must hold to be parsed, and the part of them that is searched for: one that begins with a letter rare in
 * logs. Node looks for the first byte of a text before all else; on ordinary traffic `fault.ida` is found three times as fast as `/default.ida`.
 */
export interface Marker {
  readonly bytes: Buffer;
  /** Where the searched part begins. */
  readonly from: number;
  readonly searched: Buffer;
}

/** A marker of which the part from `from` is searched for. */
export const markerOf = (text: string, from: number): Marker => ({ bytes: Buffer.from(text, "latin1"), from, searched: Buffer.from(text.slice(from), "latin1") });

/** The reading of one log: a parser, what was counted so far, and what must be remembered between chunks. */
export interface LogReading {
  readonly parse: LineParser;
  /** Lines without these bytes are not parsed; null = every line is. */
  readonly marker: Marker | null;
  readonly tally: Tally;
  readonly counts: LineCounts;
  readonly pace: Pace;
  /** Counts line feeds in the memory of the buffers that will be given, by byte offset; null = line by line. */
  count: CountingMemory["count"] | null;
  /** True within a line that is too long and was counted already. */
  skipping: boolean;
  readonly hit: Hit;
  previous: PreviousLine;
}

/** The probe line before this one: to notice a line that is repeated byte for byte. */
interface PreviousLine {
  address: number;
  time: number;
  start: number;
  end: number;
  bytes: Uint8Array;
}

/** A reading that has not begun. @param tally, counts, pace those of an earlier reading that is continued */
export function newLogReading(parse: LineParser, marker: Marker | null, tally: Tally, counts = newLineCounts(), pace = newPace()): LogReading {
  return { parse, marker, tally, counts, pace, count: null, skipping: false, hit: newHit(), previous: { address: -1, time: 0, start: 0, end: 0, bytes: new Uint8Array(0) } };
}

const sameBytes = (a: Uint8Array, aStart: number, b: Uint8Array, bStart: number, length: number): boolean => {
  for (let i = 0; i < length; i++) if (a[aStart + i] !== b[bStart + i]) return false;
  return true;
};

/** Notes a probe line and whether it repeats the one before. */
function compareWithPrevious({ previous, counts, hit }: LogReading, buffer: Buffer, start: number, end: number): void {
  const length = end - start;
  if (previous.address === hit.address && previous.time === hit.time && previous.end - previous.start === length && sameBytes(previous.bytes, previous.start, buffer, start, length)) counts.repeated++;
  previous.address = hit.address;
  previous.time = hit.time;
  previous.start = start;
  previous.end = end;
  previous.bytes = buffer;
}

/** The buffer will be filled anew: keeps a copy of the one line that is still needed. */
function keepPrevious({ previous }: LogReading): void {
  previous.bytes = Uint8Array.prototype.slice.call(previous.bytes, previous.start, previous.end);
  previous.end -= previous.start;
  previous.start = 0;
}

/** Reads buffer[start, end), one line without its line feed. Returns the outcome; what was rejected is left to be counted by who knows its line number. */
function readLine(reading: LogReading, buffer: Buffer, start: number, end: number, cut: boolean): number {
  const { hit, counts, tally } = reading;
  const outcome = reading.parse(buffer, start, end, hit, cut);
  if (outcome === isProbe) {
    tally.add(hit.address, hit.time, hit.variant);
    compareWithPrevious(reading, buffer, start, end);
  } else if (outcome === cutProbe) {
    tally.addWithoutSource(hit.time, hit.variant);
    counts.cut++;
  } else if (outcome === isRow) {
    counts.probes++;
    step(reading.pace, hit.time);
    return outcome;
  } else {
    if (outcome === markerElsewhere) counts.markerElsewhere++;
    return outcome;
  }
  counts.probes++;
  if (hit.matched) counts.matched++;
  else counts.inferred++;
  if (hit.zoneAssumed) counts.zoneAssumed++;
  step(reading.pace, hit.time);
  return outcome;
}

/** A line longer than 64 KiB fills one of these blocks, wherever it begins, so that the block holds no line feed. */
const block = longestLine / 2;

/** Counts the whole lines of a region one by one and rejects those that are too long. */
function countEach({ counts }: LogReading, region: Buffer): void {
  let lines = counts.lines;
  for (let start = 0; start < region.length; ) {
    const end = region.indexOf(lineFeed, start);
    lines++;
    if (end - start > longestLine) {
      const number = lines;
      reject(counts, tooLong, () => number);
    }
    start = end + 1;
  }
  counts.lines = lines;
}

/** Counts the whole lines of a region and rejects those that are too long. Looks at single lines only where one may be too long. */
function countLines(reading: LogReading, region: Buffer): void {
  const { count } = reading;
  const base = region.byteOffset;
  let lines = 0;
  for (let at = 0; at < region.length; at += block) {
    const stop = Math.min(at + block, region.length);
    const here = count === null ? 0 : count(base + at, base + stop);
    if (here === 0) {
      countEach(reading, region);
      return;
    }
    lines += here;
  }
  reading.counts.lines += lines;
}

/** Counts a rejected line; its number is worked out only while it would be reported. */
function rejectAt({ counts }: LogReading, outcome: number, region: Buffer, start: number, linesBefore: number): void {
  reject(counts, outcome, () => linesBefore + countLineFeeds(region, 0, start) + 1);
}

/** Reads the lines of a region that hold the marker. The region begins with a line and ends with a line feed. */
function readMarked(reading: LogReading, region: Buffer, { bytes, from, searched }: Marker, linesBefore: number): void {
  for (let at = 0; ; ) {
    const found = region.indexOf(searched, at);
    if (found < 0) return;
    if (found - from < at || !sameBytes(region, found - from, bytes, 0, from)) {
      at = found + 1;
      continue;
    }
    let start = found - from;
    while (start > at && region[start - 1] !== lineFeed) start--;
    const end = region.indexOf(lineFeed, found);
    if (end - start <= longestLine) {
      const outcome = readLine(reading, region, start, end, false);
      if (outcome >= firstRejection) rejectAt(reading, outcome, region, start, linesBefore);
    }
    at = end + 1;
  }
}

/** Reads every line of a region. */
function readEvery(reading: LogReading, region: Buffer, linesBefore: number): void {
  for (let start = 0; start < region.length; ) {
    const end = region.indexOf(lineFeed, start);
    if (end - start <= longestLine) {
      const outcome = readLine(reading, region, start, end, false);
      if (outcome >= firstRejection) rejectAt(reading, outcome, region, start, linesBefore);
    }
    start = end + 1;
  }
}

/**
 * Reads the whole lines of buffer[start, end), which begins where the last call said. The result does not depend on how the
 * input is cut into chunks.
 * @returns where the unfinished last line begins: the caller puts buffer[result, end) before the next chunk (at most `longestLine` bytes)
 */
export function readChunk(reading: LogReading, buffer: Buffer, start: number, end: number): number {
  let from = start;
  if (reading.skipping) {
    const feed = buffer.subarray(start, end).indexOf(lineFeed);
    if (feed < 0) return end;
    reading.skipping = false;
    from = start + feed + 1;
  }
  const rest = buffer.subarray(from, end);
  const whole = rest.lastIndexOf(lineFeed) + 1;
  if (whole > 0) {
    const region = rest.subarray(0, whole);
    const linesBefore = reading.counts.lines;
    countLines(reading, region);
    if (reading.marker === null) readEvery(reading, region, linesBefore);
    else readMarked(reading, region, reading.marker, linesBefore);
    keepPrevious(reading);
    reading.tally.settle();
  }
  if (rest.length - whole <= longestLine) return from + whole;
  reading.counts.lines++;
  reject(reading.counts, tooLong, () => reading.counts.lines);
  reading.skipping = true;
  return end;
}

/** Reads the last line, where no line feed ends it. */
function readTail(reading: LogReading, buffer: Buffer, start: number, end: number): void {
  const line = ++reading.counts.lines;
  if (reading.marker !== null && buffer.subarray(start, end).indexOf(reading.marker.bytes) < 0) return;
  const outcome = readLine(reading, buffer, start, end, true);
  if (outcome >= firstRejection) reject(reading.counts, outcome, () => line);
  reading.tally.settle();
}

/** Ends the reading of an input: buffer[start, end) is its last line if no line feed ends it, otherwise nothing. */
export function readEnd(reading: LogReading, buffer: Buffer, start: number, end: number): void {
  if (end > start && !reading.skipping) readTail(reading, buffer, start, end);
  const lost = reading.parse.atEnd?.() ?? noMarker;
  if (lost >= firstRejection) reject(reading.counts, lost, () => reading.counts.lines);
}
