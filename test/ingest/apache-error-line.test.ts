import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readLog, rejections } from "./read-log.ts";

const read = (log: string, zone = "UTC") => readLog(log, { format: "apache-error", zone });
const line = (time: string, rest = "[error] [client 192.0.2.1] Client sent malformed Host header"): string => `[${time}] ${rest}\n`;

test("the recorded log of 1 August 2001: eleven probes of eleven sources, in UTC", () => {
  const counts = read(readFileSync("data/records/probes/owt-apache-error-2001-08-01.log", "utf8"), "-07:00");
  expect(counts).toMatchObject({ probes: 11, uniqueSources: 11, window: { start: "2001-08-01T12:13:17Z", end: "2001-08-01T23:09:21Z" }, frequency: { f1: 11, f2: 0, q1: 11, q2: 0 } });
  expect(counts.inputs[0]).toMatchObject({ lines: 11, recognised: 11, matched: 0, inferred: 11, inferredShare: 1, zone: { basis: "assumed", name: "-07:00" } });
  expect(counts.inputs[0]?.gaps).toMatchObject({ count: 3 });
});

describe("traps of the format", () => {
  test("one or two spaces before a one-digit day", () => {
    expect(read(line("Wed Aug  1 05:13:17 2001") + line("Wed Aug 1 05:13:18 2001") + line("Sun Aug 12 05:13:18 2001")).probes).toBe(3);
  });
  test("the message is generic: before 4 August it is inferred to be Code Red, from then on it is unknown", () => {
    const counts = read(line("Fri Aug  3 23:59:59 2001") + line("Sat Aug  4 00:00:00 2001"));
    expect(counts.byVariant).toEqual([
      { variant: "code_red", probes: 1, sources: 1 },
      { variant: "code_red_2", probes: 0, sources: 0 },
      { variant: "unknown", probes: 1, sources: 1 },
    ]);
    expect(counts.inputs[0]).toMatchObject({ matched: 0, inferred: 2 });
  });
  test("a message that holds the request is matched", () => {
    const counts = read(line("Sun Aug  5 05:13:17 2001", "[error] [client 192.0.2.1] client sent HTTP/1.1 request without hostname (see RFC2068 section 9, and 14.23): /default.ida?XXXX") + line("Sun Aug  5 05:13:17 2001", "[error] [client 192.0.2.2] File does not exist: /www/default.ida"));
    expect(counts.inputs[0]).toMatchObject({ matched: 2, inferred: 0 });
    expect(counts.byVariant).toMatchObject([{}, { variant: "code_red_2", probes: 1 }, { variant: "unknown", probes: 1 }]);
  });
  test("a last line cut within its address keeps its time and loses its source", () => {
    const counts = read(`${line("Wed Aug  1 05:13:17 2001")}[Wed Aug  1 06:00:00 2001] [error] [client 192.0`);
    expect(counts).toMatchObject({ probes: 2, probesWithoutSource: 1, uniqueSources: 1, window: { end: "2001-08-01T06:00:01Z" } });
    expect(counts.inputs[0]).toMatchObject({ cut: 1, lines: 2 });
  });
  test("other errors and notices are no probes", () => {
    expect(read(`${line("Wed Aug  1 05:13:17 2001", "[error] [client 192.0.2.1] File does not exist: /www/robots.txt")}${line("Wed Aug  1 05:13:17 2001", "[notice] caught SIGTERM")}oops\n`)).toMatchObject({ probes: 0, inputs: [{ lines: 3, rejected: [] }] });
  });
  test("bad times and addresses are rejected with their line number", () => {
    const counts = read(line("Wed Feb 31 05:13:17 2001") + line("Wed Aug  1 05:13 2001") + line("Wed Aug  1 05:13:17 2001", "[error] [client ::1] Client sent malformed Host header") + line("Wed Aug  1 05:13:17 2001", "[error] Client sent malformed Host header"));
    expect(rejections(counts)).toEqual({ date_impossible: [1, [1]], time_unreadable: [1, [2]], address_ipv6: [1, [3]], fields_missing: [1, [4]] });
  });
  test("carriage returns at the end of lines change nothing", () => {
    const log = line("Wed Aug  1 05:13:17 2001") + line("Wed Aug  1 06:13:17 2001");
    expect(read(log.replaceAll("\n", "\r\n"))).toMatchObject({ probes: 2, uniqueSources: 1 });
  });
  test("a named zone takes summer time into account", () => {
    expect(read(line("Wed Aug  1 05:13:17 2001"), "America/New_York").window?.start).toBe("2001-08-01T09:13:17Z");
    expect(read(line("Mon Dec  3 05:13:17 2001"), "America/New_York").window?.start).toBe("2001-12-03T10:13:17Z");
  });
});
