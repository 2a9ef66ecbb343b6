import { newLineCounts, reject, type LineCounts } from "./line-counts.ts";
import type { MarkerScan } from "./marker-scan.ts";
import { cutProbe, firstRejection, type Hit, isProbe, isRow, type LineParser, markerElsewhere, newHit, noMarker, rejectAs } from "./outcome.ts";
import { newPace, type Pace, step } from "./pace.ts";
import { marker } from "./request.ts";
import { Tally } from "./tally.ts";
import { lineWords, usualProbe } from "./usual-line.ts";

/** A line longer than this is counted as rejected; nothing of it is kept. */
export const longestLine = 65_536;
const lineFeed = 10;
const tooLong = rejectAs("line_too_long");

/** The reading of one log: a parser, what was counted so far, and what must be remembered between chunks. */
export interface LogReading {
  readonly parse: LineParser;
  /** Access logs: only lines that hold `/default.ida` are parsed; false = every line is. */
  readonly marked: boolean;
  readonly tally: Tally;
  readonly counts: LineCounts;
  readonly pace: Pace;
  /** True within a line that is too long and was counted already. */
  skipping: boolean;
  readonly hit: Hit;
  /** The first line counted as a probe of a source. */
  firstProbe: Uint8Array | null;
  previous: PreviousLine;
}

/** The probe line before this one: to notice a line that is repeated byte for byte. */
export interface PreviousLine {
  address: number;
  time: number;
  start: number;
  end: number;
  bytes: Uint8Array;
}

const noLine = (): PreviousLine => ({ address: -1, time: 0, start: 0, end: 0, bytes: new Uint8Array(0) });

/** A reading that has not begun. @param tally, counts, pace, previous those of an earlier reading that is continued */
export function newLogReading(parse: LineParser, marked: boolean, tally: Tally, counts = newLineCounts(), pace = newPace(), previous = noLine()): LogReading {
  return { parse, marked, tally, counts, pace, skipping: false, hit: newHit(), firstProbe: null, previous };
}

const sameBytes = (a: Uint8Array, aStart: number, b: Uint8Array, bStart: number, length: number): boolean => {
  for (let i = 0; i < length; i++) if (a[aStart + i] !== b[bStart + i]) return false;
  return true;
};

/** Notes a probe line and whether it repeats the one before. */
function compareWithPrevious(reading: LogReading, buffer: Buffer, start: number, end: number): void {
  const { previous, counts, hit } = reading;
  const length = end - start;
  reading.firstProbe ??= Uint8Array.prototype.slice.call(buffer, start, end);
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
  return note(reading, buffer, start, end, reading.parse(buffer, start, end, reading.hit, cut));
}

/** Notes what became of a line. */
function note(reading: LogReading, buffer: Buffer, start: number, end: number, outcome: number): number {
  const { hit, counts, tally } = reading;
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

/** Reads the lines of buffer[from, end) that hold the marker, counts all lines, and rejects those that are too long. A line begins at `from`, and a line feed is the last byte. */
function readMarked(reading: LogReading, buffer: Buffer, scan: MarkerScan, from: number, end: number): void {
  const { counts } = reading;
  const { words } = scan;
  const linesBefore = counts.lines;
  /** Lines looked at one by one; the scan does not count their line feeds. */
  let single = 0;
  scan.begin(end);
  for (let at = from; at < end; ) {
    const passed = scan.lines();
    const stop = Math.min(at + block, end);
    const found = scan.find(at, stop);
    if (found < 0 && scan.lines() > passed) {
      at = stop;
      continue;
    }
    const isUsual = scan.line(found < 0 ? at : found, from);
    const start = words[lineWords.start] ?? 0;
    const lineEnd = words[lineWords.end] ?? 0;
    const isLong = lineEnd - start > longestLine;
    if (found < 0 && !isLong) {
      at = stop;
      continue;
    }
    single++;
    let outcome = tooLong;
    if (!isLong) outcome = isUsual && usualProbe(words, reading.hit) ? note(reading, buffer, start, lineEnd, isProbe) : readLine(reading, buffer, start, lineEnd, false);
    if (outcome >= firstRejection) {
      const number = linesBefore + scan.lines() + single;
      reject(counts, outcome, () => number);
    }
    at = lineEnd + 1;
  }
  counts.lines = linesBefore + scan.lines() + single;
}

/** Reads every line of buffer[from, end), of which the last byte is a line feed. */
function readEvery(reading: LogReading, buffer: Buffer, scan: MarkerScan, from: number, end: number): void {
  const { counts } = reading;
  scan.begin(end);
  for (let start = from; start < end; ) {
    const lineEnd = scan.lineEnd(start);
    const number = ++counts.lines;
    const outcome = lineEnd - start > longestLine ? tooLong : readLine(reading, buffer, start, lineEnd, false);
    if (outcome >= firstRejection) reject(counts, outcome, () => number);
    start = lineEnd + 1;
  }
}

/**
 * Reads the whole lines of buffer[start, end), which begins where the last call said. The result does not depend on how the
 * input is cut into chunks. Probes may wait in the tally to be settled.
 * @param buffer all of the memory of `scan`
 * @returns where the unfinished last line begins: the caller puts buffer[result, end) before the next chunk (at most `longestLine` bytes)
 */
export function readChunk(reading: LogReading, buffer: Buffer, scan: MarkerScan, start: number, end: number): number {
  let from = start;
  if (reading.skipping) {
    const feed = buffer.subarray(start, end).indexOf(lineFeed);
    if (feed < 0) return end;
    reading.skipping = false;
    from = start + feed + 1;
  }
  const whole = from + buffer.subarray(from, end).lastIndexOf(lineFeed) + 1;
  if (whole > from) {
    if (reading.marked) readMarked(reading, buffer, scan, from, whole);
    else readEvery(reading, buffer, scan, from, whole);
    keepPrevious(reading);
  }
  if (end - whole <= longestLine) return whole;
  reading.counts.lines++;
  reject(reading.counts, tooLong, () => reading.counts.lines);
  reading.skipping = true;
  return end;
}

/** Reads the last line, where no line feed ends it. */
function readTail(reading: LogReading, buffer: Buffer, start: number, end: number): void {
  const line = ++reading.counts.lines;
  if (reading.marked && buffer.subarray(start, end).indexOf(marker, 0, "latin1") < 0) return;
  const outcome = readLine(reading, buffer, start, end, true);
  if (outcome >= firstRejection) reject(reading.counts, outcome, () => line);
}

/** Ends the reading of an input: buffer[start, end) is its last line if no line feed ends it, otherwise nothing. */
export function readEnd(reading: LogReading, buffer: Buffer, start: number, end: number): void {
  if (end > start && !reading.skipping) readTail(reading, buffer, start, end);
  const lost = reading.parse.atEnd?.() ?? noMarker;
  if (lost >= firstRejection) reject(reading.counts, lost, () => reading.counts.lines);
  reading.tally.settle();
}
