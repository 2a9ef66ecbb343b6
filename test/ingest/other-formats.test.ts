import { describe, expect, test } from "vitest";
import { detectFormat, looksLikeUtf16 } from "../../src/ingest/format.ts";
import type { Format } from "../../src/schema/log-format.ts";
import { logFormat } from "../../src/ingest/line-parser.ts";
import { probeLine, readLog, rejections } from "./read-log.ts";

const fields = "#Software: Microsoft Internet Information Services 5.0\n#Date: 2001-08-01 00:00:05\n#Fields: date time c-ip cs-username cs-method cs-uri-stem cs-uri-query sc-status cs(Referer)\n";
const iis = (rest: string, head = fields) => readLog(head + rest, { format: "iis-w3c" });

describe("IIS W3C extended", () => {
  test("stem and query are columns; times are UTC by the format's definition", () => {
    const counts = iis("2001-08-01 00:00:06 192.0.2.1 - GET /default.ida NNNNNNNN%u9090 200 -\n2001-08-05 00:00:06 192.0.2.2 - GET /default.ida XXXXXXXX%u9090 200 -\n2001-08-05 00:00:07 192.0.2.3 - GET /default.ida - 404 -\n");
    expect(counts.byVariant).toMatchObject([{ probes: 1 }, { probes: 1 }, { probes: 1 }]);
    expect(counts).toMatchObject({ window: { start: "2001-08-01T00:00:06Z" }, inputs: [{ zone: { basis: "stated" }, matched: 3, lines: 6 }] });
  });
  test("a referer with the marker is no probe", () => {
    expect(iis("2001-08-01 00:00:06 192.0.2.1 - GET /index.html - 200 http://x/default.ida?NNN\n")).toMatchObject({ probes: 0, inputs: [{ markerElsewhere: 1 }] });
  });
  test("columns may change in the middle of a file, and the day may stand in #Date alone", () => {
    const counts = iis("00:00:06 192.0.2.1 /default.ida NNNN\n#Fields: c-ip time cs-uri-stem cs-uri-query\n192.0.2.2 00:10:06 /default.ida NNNN\n", "#Date: 2001-08-01 00:00:05\n#Fields: time c-ip cs-uri-stem cs-uri-query\n");
    expect(counts).toMatchObject({ probes: 2, uniqueSources: 2, window: { start: "2001-08-01T00:00:06Z", end: "2001-08-01T00:10:07Z" } });
  });
  test("short rows, bad dates and lines before any #Fields are rejected", () => {
    expect(rejections(iis("2001-02-31 00:00:06 192.0.2.1 - GET /default.ida NNNN 200 -\n2001-08-01 00:00:06 192.0.2.1 - /default.ida\n"))).toEqual({ date_impossible: [1, [4]], fields_missing: [1, [5]] });
    expect(rejections(iis("2001-08-01 00:00:06 192.0.2.1 /default.ida\n", ""))).toEqual({ fields_missing: [1, [1]] });
  });
});

describe("Snort alerts", () => {
  const packet = "192.0.2.1:1234 -> 198.51.100.2:80";
  test("fast: time without a year is one of 2001, and the variant is inferred", () => {
    const counts = readLog(`08/01-05:13:17.123456  [**] [1:1243:2] WEB-IIS ISAPI .ida attempt [**] [Priority: 1] {TCP} ${packet}\n08/01/01-05:13:18.000000  [**] IDS552/web-iis_IIS ISAPI Overflow ida [**] 192.0.2.2:99 -> 198.51.100.2:80\n08/01-05:13:19.0  [**] ICMP PING [**] ${packet}\n`, { format: "snort-fast", zone: "-04:00" });
    expect(counts).toMatchObject({ probes: 2, uniqueSources: 2, window: { start: "2001-08-01T09:13:17Z", end: "2001-08-01T09:13:19Z" }, inputs: [{ inferred: 2, matched: 0 }] });
  });
  test("full: the packet line belongs to the message before it; an alert without one is rejected", () => {
    const log = `[**] [1:1243:2] WEB-IIS ISAPI .ida attempt [**]\n[Classification: x] [Priority: 1] \n08/01-05:13:17.123456 ${packet}\nTCP TTL:116\n\n[**] ICMP PING [**]\n08/01-05:13:17.123456 ${packet}\n\n[**] [1:1243:2] WEB-IIS ISAPI .ida attempt [**]\n\n[**] ICMP PING [**]\n[**] [1:1243:2] WEB-IIS ISAPI .ida attempt [**]\n`;
    const counts = readLog(log, { format: "snort-full", zone: "UTC" });
    expect(counts.probes).toBe(1);
    expect(rejections(counts)).toEqual({ fields_missing: [2, [11, 12]] });
  });
});

describe("the format of a file is told from its first lines", () => {
  test.each<[Format, string]>([
    ["ncsa-combined", probeLine()],
    ["ncsa-common", '192.0.2.3 - - [07/Aug/2001:04:06:38 -0700] "GET / HTTP/1.0" 404 276\n'],
    ["apache-error", "[Wed Aug  1 05:13:17 2001] [error] [client 192.0.2.1] Client sent malformed Host header\n"],
    ["apache-error", "[Wed Aug 1 05:13:17 2001] [notice] started\n"],
    ["iis-w3c", fields],
    ["snort-fast", "08/01-05:13:17.123456  [**] [1:1243:2] WEB-IIS ISAPI .ida attempt [**]\n"],
    ["snort-full", "[**] [1:1243:2] WEB-IIS ISAPI .ida attempt [**]\n"],
    ["caida-hosts", "995500872.242\t995502872.242\tde\tde\t51.5\t10.5\t3320\tDTAG\n"],
    ["count-table", "window_start_utc,window_end_utc,measure,operator,value,low,high,note\n"],
  ])("%s", (format, text) => {
    expect(detectFormat(Buffer.from(text))).toBe(format);
    expect(detectFormat(Buffer.from(`rubbish\n\u0000\n${text}`, "latin1"))).toBe(format);
  });
  test("anything else is not guessed; UTF-16 is recognised as such", () => {
    expect(detectFormat(Buffer.from("hello\nworld\n"))).toBe(null);
    expect(detectFormat(Buffer.alloc(0))).toBe(null);
    expect(looksLikeUtf16(Buffer.from(probeLine(), "utf16le"))).toBe(true);
    expect(looksLikeUtf16(Buffer.from(probeLine()))).toBe(false);
  });
  test("formats without a zone ask for one", () => {
    expect(() => logFormat("apache-error", null)).toThrow("--zone");
  });
});
