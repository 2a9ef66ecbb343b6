import { describe, expect, test } from "vitest";
import { probeLine, readLog, rejections } from "./read-log.ts";

describe("lines that are too long", () => {
  const long = `${"a".repeat(70_000)}\n`;
  test("are counted and rejected, wherever the chunks are cut", () => {
    const log = `${probeLine()}${long}${probeLine("192.0.2.2")}`;
    for (const chunk of [1000, 65_536, 70_100, 524_288]) {
      const counts = readLog(log, { chunk });
      expect(counts.probes).toBe(2);
      expect(rejections(counts)).toEqual({ line_too_long: [1, [2]] });
      expect(counts.inputs[0]?.lines).toBe(3);
    }
  });
  test("with the marker in them are rejected once, not counted", () => {
    const log = probeLine().replace("HTTP", `${"A".repeat(70_000)} HTTP`) + probeLine("192.0.2.2");
    for (const chunk of [1000, 80_000, 524_288]) expect(readLog(log, { chunk })).toMatchObject({ probes: 1, inputs: [{ lines: 2, rejected: [{ reason: "line_too_long", lines: 1 }] }] });
  });
  test("of 100 MB need no memory and lose no neighbour", () => {
    const log = Buffer.concat([Buffer.from(probeLine()), Buffer.alloc(100_000_000, 97), Buffer.from("\n"), Buffer.from(probeLine("192.0.2.2"))]);
    const counts = readLog(log);
    expect(counts).toMatchObject({ probes: 2, inputs: [{ lines: 3, bytes: log.length }] });
    expect(rejections(counts)).toEqual({ line_too_long: [1, [2]] });
  });
  test("at the end of a file without a line feed are rejected once", () => {
    expect(rejections(readLog(`${probeLine()}${"a".repeat(70_000)}`, { chunk: 5000 }))).toEqual({ line_too_long: [1, [2]] });
  });
});

test("lines are counted the same with and without WebAssembly, long ones included", () => {
  const parts = [1, 100, 32_767, 32_768, 40_000, 65_535, 65_536, 65_537, 99_000, 140_000].flatMap((length) => [`${"a".repeat(length)}\n`, "\n", probeLine()]);
  for (const chunk of [10_000, 65_537, 524_288]) {
    const fast = readLog(parts.join(""), { chunk });
    expect(fast).toEqual(readLog(parts.join(""), { chunk, plain: true }));
    expect(fast.inputs[0]?.lines).toBe(parts.length);
    expect(rejections(fast)).toEqual({ line_too_long: [3, [22, 25, 28]] });
  }
});

describe("hostile bytes", () => {
  test("NUL bytes, invalid UTF-8, escapes and HTML in other fields change nothing and are not repeated", () => {
    const nasty = Buffer.concat([Buffer.from(probeLine().replace('"-" "-"', '"<script>alert(1)</script>" "')), Buffer.from([0, 0xff, 0xfe, 0x1b, 0x5b, 0x33, 0x31, 0x6d])]);
    const flat = Buffer.from([...nasty.filter((byte) => byte !== 10), 10]);
    const counts = readLog(flat);
    expect(counts).toMatchObject({ probes: 1, uniqueSources: 1 });
    expect(JSON.stringify(counts)).not.toMatch(/script|\\u001b|\\u0000/);
  });
  test("NUL bytes in the address or the time are a counted rejection", () => {
    expect(rejections(readLog(probeLine("192.0\u0000.2.1")))).toEqual({ address_invalid: [1, [1]] });
    expect(rejections(readLog(probeLine("192.0.2.1", "02/Aug/\u0000001:06:01:38 -0400")))).toEqual({ time_unreadable: [1, [1]] });
  });
  test("carriage returns, blank lines and an empty log are no probes and no errors", () => {
    expect(readLog(probeLine().replace("\n", "\r\n"))).toMatchObject({ probes: 1, inputs: [{ rejected: [] }] });
    expect(readLog("\n\r\n\n")).toMatchObject({ probes: 0, window: null, inputs: [{ lines: 3 }] });
    expect(readLog("")).toMatchObject({ probes: 0, uniqueSources: 0, window: null, bins: [], inputs: [{ lines: 0, bytes: 0 }] });
  });
  test("a line cut at the end of the file counts where its request is there", () => {
    expect(readLog(probeLine().slice(0, 90))).toMatchObject({ probes: 1, inputs: [{ lines: 1 }] });
  });
  test("addresses at both ends of the range, and 0.0.0.0, are keys like any other", () => {
    expect(readLog(["0.0.0.0", "255.255.255.255", "0.0.0.0", "128.0.0.0", "127.255.255.255"].map((address) => probeLine(address)).join("")).uniqueSources).toBe(4);
  });
});

test("300,000 sources are counted exactly", { timeout: 60_000 }, () => {
  const log = Array.from({ length: 300_000 }, (_, i) => `${10 + (i >> 16)}.${(i >> 8) & 255}.${i & 255}.7 - - [02/Aug/2001:06:01:38 +0000] "GET /default.ida?NNNN`).join("\n");
  const twice = `${log}\n${log}\n`;
  expect(readLog(twice)).toMatchObject({ probes: 600_000, uniqueSources: 300_000, frequency: { f1: 0, f2: 300_000, q1: 300_000, q2: 0 } });
});
