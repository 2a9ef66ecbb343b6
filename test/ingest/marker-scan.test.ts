import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { builtScan, scanModuleText } from "../../scripts/build-scan.ts";
import { back, fastScan, front, type MarkerScan, plainScan } from "../../src/ingest/marker-scan.ts";
import { ncsaLine } from "../../src/ingest/ncsa-line.ts";
import { isProbe, newHit } from "../../src/ingest/outcome.ts";
import { lineWords, usualProbe } from "../../src/ingest/usual-line.ts";
import { probeLine } from "./read-log.ts";

// Thousands of cases, which take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const room = 2048;
const plain = plainScan(room);
const fast = fastScan(room);

/** Puts bytes into the memory from a place on, with other bytes all around, as an earlier filling leaves them. */
function fill({ memory }: MarkerScan, bytes: Uint8Array, start: number): void {
  const all = Buffer.from(memory);
  all.fill("\n/default.ida", front);
  all.set(bytes, start);
}

/** Where the line around a place begins; its end must be that of the other function. */
function lineOf(scan: MarkerScan, place: number, floor: number): number | undefined {
  scan.line(place, floor);
  expect(scan.words[lineWords.end]).toBe(scan.lineEnd(place));
  return scan.words[lineWords.start];
}

/** What a scan finds in bytes that end with a line feed: places of markers, step by step, and line feeds passed. */
function answers(scan: MarkerScan, bytes: Uint8Array, start: number, step: number): unknown[] {
  const end = start + bytes.length;
  fill(scan, bytes, start);
  scan.begin(end);
  const list: unknown[] = [];
  for (let at = start; at < end; ) {
    const stop = Math.min(at + step, end);
    const found = scan.find(at, stop);
    list.push([found, scan.lines()]);
    if (found >= 0) list.push([...[start, at].map((floor) => lineOf(scan, found, floor)), scan.lineEnd(found)]);
    at = found < 0 ? stop : found + 1;
  }
  return list;
}

/** The same, found without the code under test: every place is looked at. */
function truth(bytes: Uint8Array, start: number, step: number): unknown[] {
  const text = Buffer.from(bytes).toString("latin1");
  const list: unknown[] = [];
  let lines = 0;
  for (let at = 0; at < text.length; ) {
    const stop = Math.min(at + step, text.length);
    let found = at;
    while (found < stop && !text.startsWith("/default.ida", found)) found++;
    lines += text.slice(at, found).split("\n").length - 1;
    list.push([found < stop ? start + found : -1, lines]);
    if (found < stop) {
      const lineStart = found === 0 ? 0 : text.lastIndexOf("\n", found - 1) + 1;
      list.push([start + lineStart, start + Math.max(at, lineStart), start + text.indexOf("\n", found)]);
    }
    at = found < stop ? found + 1 : stop;
  }
  return list;
}

// Markers, pieces of markers, line feeds and neighbours of both, so that they fall on every place of a block of sixteen bytes.
const piece = fc.oneof(
  fc.constantFrom("/default.ida", "/default.id", "/default.idb", "default.ida", "/Default.ida", "fault.ida", "///f....", "\n", "\n\n", "\u000b", "\u008a", "f", "."),
  fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 20 }),
);
const region = fc.array(piece, { maxLength: 40 }).map((pieces) => Buffer.from(`${pieces.join("")}\n`, "latin1"));

describe("the scan for lines with the marker", () => {
  test("in JavaScript and in WebAssembly finds what is there, wherever it lies and in whatever steps it is looked for", () => {
    fc.assert(
      fc.property(region, fc.integer({ min: front, max: front + 40 }), fc.integer({ min: 1, max: 300 }), (bytes, start, step) => {
        const expected = truth(bytes, start, step);
        expect(answers(plain, bytes, start, step)).toEqual(expected);
        if (fast !== null) expect(answers(fast, bytes, start, step)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
  test("reaches the first and the last byte of its memory", () => {
    for (const scan of [plain, fast ?? plain]) {
      const bytes = Buffer.alloc(scan.memory.byteLength - front - back, "a");
      bytes.write("/default.ida\n", 0);
      bytes.write("/default.ida\n", bytes.length - 13);
      expect(answers(scan, bytes, front, 100).filter((answer) => Array.isArray(answer) && answer.length === 3)).toEqual([
        [front, front, front + 12],
        [front + 13, expect.any(Number), front + bytes.length - 1],
      ]);
    }
  });
  test("has its WebAssembly form in this engine", () => {
    expect(fast).not.toBe(null);
  });
  test("is the committed source, built: npm run build:scan makes the committed bytes", async () => {
    expect(readFileSync(builtScan, "utf8")).toBe(await scanModuleText());
  });
});

/** A line of the usual form with some of its bytes replaced, removed or put in. */
const digits = fc.constantFrom("0", "1", "2", "9", "12", "31", "60", "99", "255", "256", "001", "0001", "");
const two = fc.constantFrom("00", "01", "02", "09", "12", "23", "24", "29", "31", "32", "59", "60", "99", "0a", ":0");
const usual = fc
  .tuple(fc.tuple(digits, digits, digits, digits), fc.tuple(two, fc.constantFrom("Aug", "Feb", "Xyz"), fc.constantFrom("2001", "2004", "1969", "2106", "20O1"), two, two, two), fc.tuple(fc.constantFrom("+", "-", " "), two, two), fc.constantFrom("?NNNN", "?XXXX", "?NNX", "?A", " ", '"', "\t", ".html", "", "?N", "\r"))
  .map(([address, [day, month, year, hour, minute, second], [sign, ...zone], rest]) => `${address.join(".")} - - [${day}/${month}/${year}:${hour}:${minute}:${second} ${sign}${zone.join("")}] "GET /default.ida${rest}`);
const edited = fc
  .tuple(fc.oneof(usual, fc.constant(probeLine("192.0.2.1").trimEnd()), fc.constant(probeLine("1.1.1.1").trimEnd()), fc.constant(probeLine("255.255.255.255").trimEnd())), fc.array(fc.tuple(fc.nat(80), fc.nat(2), fc.constantFrom(" ", ".", "-", "[", "]", '"', "/", ":", "0", "1", "5", "9", "N", "x", "\u0000", "\u00ff")), { maxLength: 2 }))
  .map(([line, edits]) => edits.reduce((text, [at, removed, byte], i) => text.slice(0, at) + byte.repeat(i) + text.slice(at + removed), line));

describe("lines of the usual form", () => {
  test("are taken apart alike in JavaScript and in WebAssembly, and give the probe that a full reading gives", () => {
    const full = ncsaLine(null);
    let taken = 0;
    fc.assert(
      fc.property(edited, fc.integer({ min: front, max: front + 20 }), (text, start) => {
        const bytes = Buffer.from(`${text}\n`, "latin1");
        const found: unknown[] = [];
        for (const scan of [plain, fast ?? plain]) {
          fill(scan, bytes, start);
          scan.begin(start + bytes.length);
          const marker = scan.find(start, start + bytes.length);
          if (marker < 0) return;
          const isUsual = Boolean(scan.line(marker, start));
          found.push([isUsual, isUsual ? [...scan.words.subarray(1)] : null]);
          const [hit, expected] = [newHit(), newHit()];
          const outcome = full(Buffer.from(scan.memory), start, start + bytes.length - 1, expected, false);
          if (!isUsual || !usualProbe(scan.words, hit)) continue;
          taken++;
          expect(outcome).toBe(isProbe);
          expect(hit).toEqual(expected);
        }
        expect(found[1]).toEqual(found[0]);
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(300);
  });
  test("are the lines that servers wrote: a genuine line is one", () => {
    for (const scan of [plain, fast ?? plain]) {
      const bytes = Buffer.from(probeLine());
      fill(scan, bytes, front);
      scan.begin(front + bytes.length);
      expect(Boolean(scan.line(scan.find(front, front + bytes.length), front))).toBe(true);
    }
  });
});
