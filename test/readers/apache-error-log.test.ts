import { describe, expect, it } from "vitest";
import { readApacheErrorLog } from "../../src/readers/apache-error-log.ts";
import { describeProblem } from "../../src/schema/problem.ts";
import { bytesOf } from "./altered-files.ts";

const file = "data/records/probes/owt-apache-error-2001-08-01.log";
const committed = new TextDecoder().decode(bytesOf(file));
const line = "[Wed Aug  1 05:13:17 2001] [error] [client 192.0.2.0] Client sent malformed Host header";
const read = (text: string) => readApacheErrorLog("e.log", text);

describe("an Apache 1.3 error log", () => {
  it("is read line by line: the surviving lines hold eleven probes", () => {
    const { probes, problems } = readApacheErrorLog(file, committed);
    expect(problems).toEqual([]);
    expect(probes).toHaveLength(11);
    expect(probes[0]?.localTime).toBe("2001-08-01T05:13:17");
  });

  it("may have one or two spaces before a one-digit day", () => {
    expect(read(line).probes).toEqual(read(line.replace("  1", " 1")).probes);
    expect(read(line).probes).toHaveLength(1);
  });

  it("keeps the first three parts of an address and never the last", () => {
    expect(read(line.replace("192.0.2.0", "192.0.2.77")).probes).toEqual([{ localTime: "2001-08-01T05:13:17", prefix24: "192.0.2" }]);
  });

  it("may end its lines with CRLF", () => {
    expect(read(`${line}\r\n${line}\r\n`).probes).toHaveLength(2);
  });

  it.each([
    ["another message", line.replace("Client sent malformed Host header", "File does not exist: /scripts/root.exe")],
    ["a name for an address", line.replace("192.0.2.0", "host.example")],
    ["a part of an address above 255", line.replace("192.0.2.0", "192.0.256.0")],
    ["a month that does not exist", line.replace("Aug", "Agu")],
  ])("reports a line it cannot read, with its number: %s", (_, bad) => {
    const { probes, problems } = read(`${line}\n${bad}\n`);
    expect(probes).toHaveLength(1);
    expect(problems.map((problem) => problem.line)).toEqual([2]);
  });

  it("must not be empty", () => {
    expect(read("\n").problems.map(describeProblem)).toEqual(["e.log: expected at least one line; the file is empty"]);
  });
});
