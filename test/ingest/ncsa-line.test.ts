import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { probeLine, readLog, rejections } from "./read-log.ts";

const seen = (log: string, zone?: string): unknown => {
  const { probes, uniqueSources, byVariant, window } = readLog(log, zone === undefined ? {} : { zone });
  const variants = "missing" in byVariant ? null : byVariant.filter((row) => row.probes > 0).map((row) => row.variant);
  return { probes, uniqueSources, variants, start: window?.start };
};

describe("genuine lines of 2001", () => {
  test("two spaces before HTTP/1.0 and a stated zone", () => {
    expect(seen(probeLine())).toEqual({ probes: 1, uniqueSources: 1, variants: ["code_red"], start: "2001-08-02T10:01:38Z" });
  });
  test("common format, one space before the protocol, a run of X, status 404", () => {
    const line = `192.0.2.3 - - [07/Aug/2001:04:06:38 -0700] "GET /default.ida?${"X".repeat(224)}%u00=a HTTP/1.0" 404 276\n`;
    expect(seen(line)).toEqual({ probes: 1, uniqueSources: 1, variants: ["code_red_2"], start: "2001-08-07T11:06:38Z" });
  });
  test("the three recorded single probes keep the times that their lines state", () => {
    const rows = readFileSync("data/records/probes/single-probes.csv", "utf8").trim().split("\n").slice(1).map((row) => row.split(","));
    expect(rows).toHaveLength(3);
    for (const [, written = "", utc = "", prefix = "", variant] of rows) {
      const address = prefix.replace(/0\/24$/, "0");
      expect(seen(probeLine(address, written, variant === "cr2" ? "X" : "N"))).toMatchObject({ start: utc, variants: [variant === "cr2" ? "code_red_2" : "code_red"] });
    }
  });
  test.each([
    ["a snipped run", 'GET /default.ida?NNN...%u00=a  HTTP/1.0" 400 326', "code_red"],
    ["a byte count of -", 'GET /default.ida?NNNNNN%u00=a HTTP/1.0" 400 -', "code_red"],
    ["a line cut within the run", "GET /default.ida?NNNNNNNN", "code_red"],
    ["a line cut after the status", 'GET /default.ida?XXXXX HTTP/1.0" 404', "code_red_2"],
    ["another letter", 'GET /default.ida?AAAAAAAA HTTP/1.0" 404 1', "unknown"],
    ["no query", 'GET /default.ida HTTP/1.0" 404 1', "unknown"],
    ["a word that begins with N", 'GET /default.ida?NAME=x HTTP/1.0" 404 1', "unknown"],
    ["a whole address as target", 'GET http://192.0.2.9/default.ida?XXXX HTTP/1.0" 404 1', "code_red_2"],
  ])("%s is counted", (_, request, variant) => {
    expect(seen(`192.0.2.1 - - [02/Aug/2001:06:01:38 -0400] "${request}`)).toMatchObject({ probes: 1, variants: [variant] });
  });
  test("any status counts", () => {
    for (const status of [200, 400, 403, 404, 500]) expect(seen(probeLine().replace(" 400 ", ` ${status} `))).toMatchObject({ probes: 1 });
  });
  test("a user name with a bracket does not hide the time", () => {
    expect(seen(probeLine().replace(" - - ", " - a [b] c "))).toMatchObject({ probes: 1, start: "2001-08-02T10:01:38Z" });
  });
});

describe("the marker counts in the request only", () => {
  test.each([
    ["a referer", '192.0.2.1 - - [02/Aug/2001:06:01:38 -0400] "GET / HTTP/1.0" 200 5 "http://x/default.ida?NNNN" "-"'],
    ["a search for it", '192.0.2.1 - - [02/Aug/2001:06:01:38 -0400] "GET /search?q=/default.ida?NNNN HTTP/1.0" 200 5 "-" "-"'],
    ["a longer path", '192.0.2.1 - - [02/Aug/2001:06:01:38 -0400] "GET /default.ida.html HTTP/1.0" 200 5 "-" "-"'],
    ["an agent", '192.0.2.1 - - [02/Aug/2001:06:01:38 -0400] "GET / HTTP/1.0" 200 5 "-" "GET /default.ida?NNNN"'],
  ])("%s is no probe, and is reported", (_, line) => {
    const counts = readLog(`${line}\n`);
    expect(counts.probes).toBe(0);
    expect(counts.inputs[0]).toMatchObject({ markerElsewhere: 1, rejected: [] });
  });
});

describe("bad lines are rejected by reason, with their number", () => {
  test.each([
    ["999.1.1.1", "02/Aug/2001:06:01:38 -0400", "address_invalid"],
    ["1.2.3", "02/Aug/2001:06:01:38 -0400", "address_invalid"],
    ["1.2.3.4.5", "02/Aug/2001:06:01:38 -0400", "address_invalid"],
    ["1..2.3", "02/Aug/2001:06:01:38 -0400", "address_invalid"],
    ["0001.2.3.4", "02/Aug/2001:06:01:38 -0400", "address_invalid"],
    ["2001:db8::1", "02/Aug/2001:06:01:38 -0400", "address_ipv6"],
    ["host.example.com", "02/Aug/2001:06:01:38 -0400", "address_is_name"],
    ["192.0.2.1", "31/Feb/2001:06:01:38 -0400", "date_impossible"],
    ["192.0.2.1", "29/Feb/2001:06:01:38 -0400", "date_impossible"],
    ["192.0.2.1", "02/Aug/2001:24:01:38 -0400", "date_impossible"],
    ["192.0.2.1", "02/Aug/1899:06:01:38 -0400", "date_out_of_range"],
    ["192.0.2.1", "02/Xyz/2001:06:01:38 -0400", "time_unreadable"],
    ["192.0.2.1", "2001-08-02 06:01:38 -0400", "time_unreadable"],
    ["192.0.2.1", "02/Aug/2001:06:01:38", "zone_missing"],
    ["192.0.2.1", "02/Aug/2001:06:01:38 EDT", "zone_odd"],
    ["192.0.2.1", "02/Aug/2001:06:01:38 -9900", "zone_odd"],
    ["192.0.2.1", "02/Aug/2001:06:01:38 +0175", "zone_odd"],
    ["192.0.2.1", "02/Aug/2001:06:01:38 +1401", "zone_odd"],
    ["192.0.2.1", "02/Aug/2001:06:01:38 -1201", "zone_odd"],
  ])("%s [%s]: %s", (address, time, reason) => {
    const counts = readLog(`${probeLine()}x\n${probeLine(address, time)}`);
    expect(counts.probes).toBe(1);
    expect(rejections(counts)).toEqual({ [reason]: [1, [3]] });
    expect(counts.inputs[0]).toMatchObject({ lines: 3, recognised: 1, rejectedShare: 0.5 });
  });
  test("a missing zone is taken from the one given, and said to be assumed", () => {
    const counts = readLog(probeLine("192.0.2.1", "02/Aug/2001:06:01:38") + probeLine(), { zone: "America/New_York" });
    expect(counts.window?.start).toBe("2001-08-02T10:01:38Z");
    expect(counts.inputs[0]?.zone).toEqual({ basis: "mixed", name: "America/New_York" });
  });
  test("the zones at both ends of the Earth's day are read", () => {
    expect(seen(probeLine("192.0.2.1", "02/Aug/2001:06:01:38 +1400"))).toMatchObject({ start: "2001-08-01T16:01:38Z" });
    expect(seen(probeLine("192.0.2.1", "02/Aug/2001:06:01:38 -1200"))).toMatchObject({ start: "2001-08-02T18:01:38Z" });
  });
  test("29 February of a leap year exists", () => {
    expect(seen(probeLine("192.0.2.1", "29/Feb/2004:06:01:38 +0000"))).toMatchObject({ probes: 1, start: "2004-02-29T06:01:38Z" });
  });
});
