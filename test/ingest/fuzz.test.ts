import { expect, test } from "vitest";
import { probeLine, readLog } from "./read-log.ts";

/** A seeded generator of numbers in [0, 1): mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One to four bytes of a line replaced, removed, doubled or moved; line feeds stay out, so that lines remain lines. */
function mutate(line: Buffer, random: () => number): Buffer {
  let bytes = [...line];
  const edits = 1 + Math.floor(random() * 4);
  for (let i = 0; i < edits; i++) {
    const at = Math.floor(random() * bytes.length);
    const byte = Math.floor(random() * 256);
    const kind = random();
    if (kind < 0.4) bytes[at] = byte === 10 ? 0 : byte;
    else if (kind < 0.6) bytes.splice(at, 1 + Math.floor(random() * 20));
    else if (kind < 0.8) bytes.splice(at, 0, ...bytes.slice(at, at + 10));
    else bytes = bytes.slice(0, at + 1);
  }
  return Buffer.from([...bytes.filter((byte) => byte !== 10), 10]);
}

const samples = [
  { format: "ncsa-combined", line: probeLine().trimEnd(), marker: "/default.ida" },
  { format: "apache-error", line: "[Wed Aug  1 05:13:17 2001] [error] [client 192.0.2.1] Client sent malformed Host header", marker: null },
  { format: "iis-w3c", line: `2001-08-01 05:13:17 192.0.2.1 GET /default.ida ${"N".repeat(40)} 404`, marker: null },
  { format: "snort-fast", line: "08/01-05:13:17.123456  [**] [1:1243:2] WEB-IIS ISAPI .ida attempt [**] {TCP} 192.0.2.1:1234 -> 198.51.100.2:80", marker: null },
] as const;

// 100,000 mutated lines in all: nothing throws, and every line is accounted for.
test.each(samples)("25,000 mutated lines of $format: each line is counted, rejected or other, and nothing throws", { timeout: 60_000 }, ({ format, line, marker }) => {
  const random = mulberry32(20010801);
  const head = format === "iis-w3c" ? "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status\n" : "";
  const mutated = Array.from({ length: 25_000 }, () => mutate(Buffer.from(line, "latin1"), random));
  const counts = readLog(Buffer.concat([Buffer.from(head), ...mutated]), { format, zone: "UTC" });
  const [input] = counts.inputs;
  const rejected = (input?.rejected ?? []).reduce((total, { lines }) => total + lines, 0);
  expect(input?.lines).toBe(25_000 + (head === "" ? 0 : 1));
  expect(input?.recognised).toBe(counts.probes);
  expect(rejected).toBeGreaterThan(100);
  expect(Number(counts.probes)).toBeGreaterThan(1000);
  if (marker === null) return;
  const withMarker = mutated.filter((bytes) => bytes.includes(marker)).length;
  expect(Number(counts.probes) + rejected + (input?.markerElsewhere ?? 0)).toBe(withMarker);
});
