import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { caidaRow } from "../../src/ingest/caida-row.ts";
import { ChunkFeed } from "../../src/ingest/chunk-feed.ts";
import { countRow, type CountWindow, csvCells } from "../../src/ingest/count-row.ts";
import { type Counts, countsSchema } from "../../src/schema/counts.ts";
import { hostCounts } from "../../src/ingest/host-counts.ts";
import { newHostTally } from "../../src/ingest/host-tally.ts";
import { inputReport } from "../../src/ingest/input-report.ts";
import { newLogReading } from "../../src/ingest/log-reading.ts";
import { tableCounts } from "../../src/ingest/table-counts.ts";
import { Tally } from "../../src/ingest/tally.ts";
import { rejections } from "./read-log.ts";

const sensor = { id: "test", monitoredAddresses: { missing: "not_observed" as const } };
const facts = { name: "table", formatBasis: "given", compression: "none", sha256: null, grewWhileRead: false, zone: null } as const;

function readHosts(text: string): Counts {
  const hosts = newHostTally(3600);
  const reading = newLogReading(caidaRow(hosts), false, new Tally(3600));
  const feed = new ChunkFeed(reading);
  feed.push(Buffer.from(text));
  feed.finish();
  return countsSchema.parse(hostCounts(hosts, sensor, [inputReport({ ...facts, format: "caida-hosts" }, reading.counts, reading.pace)]));
}

function readTable(text: string): Counts {
  const windows = new Map<string, CountWindow>();
  const reading = newLogReading(countRow(windows), false, new Tally(3600));
  const feed = new ChunkFeed(reading);
  feed.push(Buffer.from(text));
  feed.finish();
  return countsSchema.parse(tableCounts(windows, sensor, [inputReport({ ...facts, format: "count-table" }, reading.counts, reading.pace)]));
}

// Made rows: CAIDA's table may not be passed on.
const host = (first: string, last: string, country = "kr", more = "51.5\t10.5\t3320\tAN AS NAME"): string => `${first}\t${last}\tarpa\t${country}\t${more}\n`;

describe("CAIDA's table of hosts", () => {
  test("3, 6 and 9 decimals, 7 or 8 fields, names with spaces, headings and comments", () => {
    const counts = readHosts(`# comment\nstart_time\tend_time\tTLD\tcountry\n${host("995500872.242", "995500872.242")}${host("995500872.242123", "995504472.1", "us", "1\t2\tNOROUTE")}${host("995504472.242123456", "995504473.0")}`);
    expect(counts).toMatchObject({ kind: "hosts", uniqueSources: 3, probes: { missing: "not_observed" }, window: { start: "2001-07-19T00:01:12Z", end: "2001-07-19T01:01:14Z" } });
    expect(counts.bins.map(({ newSources, cumulativeSources }) => [newSources, cumulativeSources])).toEqual([[2, 2], [1, 3]]);
    expect(counts.inputs[0]).toMatchObject({ recognised: 3, rejected: [], lines: 5 });
  });
  test("countries come from the column, not from the domain; under ten they are folded", () => {
    const counts = readHosts(host("995500872.242", "995500872.242").repeat(10) + host("995500872.242", "995500872.242", "de").repeat(3) + host("995500872.242", "995500872.242", "??").repeat(2));
    expect(counts.countries).toMatchObject({ basis: "column", rows: [{ country: "KR", sources: 10 }], tooFew: { countries: 1, sources: 3 }, unresolved: { sources: 2 } });
  });
  test("an end before the start, other numbers of fields and times in words are rejected", () => {
    expect(rejections(readHosts(`${host("995500873.0", "995500872.0")}995500872.0\t995500872.0\tde\n${host("today", "995500872.0")}`))).toEqual({ time_unreadable: [2, [1, 3]], fields_missing: [1, [2]] });
  });
});

describe("the project's tidy count tables", () => {
  test("half-hourly probes of an unassigned network become bins with the values printed", () => {
    const counts = readTable(readFileSync("data/records/series/unassigned-24-half-hourly-2001-08-01.csv", "utf8"));
    expect(counts.kind).toBe("counts");
    expect(counts.bins[0]).toMatchObject({ start: "2001-08-01T19:00:00Z", end: "2001-08-01T19:30:00Z", probes: 682, uniqueSources: { missing: "not_published" } });
    expect(counts.binSeconds).toBe(1800);
    expect(counts.inputs[0]?.rejected).toEqual([]);
  });
  test("hourly unique sources are never summed", () => {
    const counts = readTable(readFileSync("data/records/series/sans-hourly-2001-08-01.csv", "utf8"));
    expect(counts.bins[0]).toMatchObject({ uniqueSources: 76 });
    expect(counts.uniqueSources).toEqual({ missing: "not_published" });
  });
  test("bounds, open windows and words are rejected, not turned into counts", () => {
    const counts = readTable('window_start_utc,window_end_utc,measure,operator,value,low,high,note\n2001-08-01T19:00Z,2001-08-01T20:00Z,probes,eq,5,,,"a, b ""c"""\n2001-08-01T20:00Z,2001-08-01T21:00Z,probes,lt,5,,,\n,2001-08-01T21:00Z,probes,eq,5,,,\n2001-08-01T20:00Z,2001-08-01T21:00Z,probes,eq,many,,,\n2001-02-31T20:00Z,2001-08-01T21:00Z,probes,eq,7,,,\n');
    expect(counts.probes).toBe(5);
    expect(rejections(counts)).toEqual({ value_not_exact: [1, [3]], window_open: [1, [4]], number_unreadable: [1, [5]], time_unreadable: [1, [6]] });
  });
  test("a second value for the same window and measure is rejected, and the first one counts", () => {
    const counts = readTable("window_start_utc,window_end_utc,measure,operator,value,low,high,note\n2001-08-01T19:00Z,2001-08-01T20:00Z,probes,eq,5,,,\n2001-08-01T19:00Z,2001-08-01T20:00Z,probes,eq,7,,,\n");
    expect(counts.probes).toBe(5);
    expect(rejections(counts)).toEqual({ value_repeated: [1, [3]] });
  });
  test("quoted cells may hold commas and quotes", () => {
    expect(csvCells('a,"b, ""c""",,d')).toEqual(["a", 'b, "c"', "", "d"]);
  });
});
