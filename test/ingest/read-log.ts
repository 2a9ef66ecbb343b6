import { ChunkFeed } from "../../src/ingest/chunk-feed.ts";
import { type Counts, countsSchema } from "../../src/schema/counts.ts";
import { readCountryTable } from "../../src/ingest/country-table.ts";
import type { Format } from "../../src/schema/log-format.ts";
import { inputReport } from "../../src/ingest/input-report.ts";
import { logFormat } from "../../src/ingest/line-parser.ts";
import { newLogReading } from "../../src/ingest/log-reading.ts";
import { probeCounts } from "../../src/ingest/probe-counts.ts";
import { Tally } from "../../src/ingest/tally.ts";
import { zoneFrom } from "../../src/ingest/zone.ts";

export interface Options {
  format?: Format;
  zone?: string;
  bin?: number;
  chunk?: number;
  table?: string;
  plain?: boolean;
}

/** The counts of a log given as text or bytes; checked against the published schema. */
export function readLog(log: string | Buffer, { format = "ncsa-combined", zone, bin = 1800, chunk, table, plain = false }: Options = {}): Counts {
  const parser = logFormat(format, zone === undefined ? null : zoneFrom(zone));
  if (parser === null) throw new Error(`${format} is no log`);
  const reading = newLogReading(parser.parse, parser.marked, new Tally(bin));
  const feed = new ChunkFeed(reading, chunk, plain);
  feed.push(typeof log === "string" ? Buffer.from(log, "latin1") : log);
  feed.finish();
  const facts = { name: "log", format, formatBasis: "given", compression: "none", sha256: null, grewWhileRead: false, zone: zone ?? null } as const;
  const countries = table === undefined ? null : { table: readCountryTable(table), sha256: "0".repeat(64) };
  const run = { sensor: { id: "test", monitoredAddresses: { missing: "not_observed" as const } }, countries };
  return countsSchema.parse(probeCounts(reading.tally, run, [inputReport(facts, reading.counts, reading.pace)]));
}

/** Rejections of the only input by reason: number of lines, and first line numbers. */
export const rejections = (counts: Counts): Record<string, readonly [number, readonly number[]]> =>
  Object.fromEntries((counts.inputs[0]?.rejected ?? []).map(({ reason, lines, firstLines }) => [reason, [lines, firstLines]]));

/** A genuine-looking line: documentation address, two spaces before the protocol. */
export const probeLine = (address = "192.0.2.1", time = "02/Aug/2001:06:01:38 -0400", letter = "N"): string =>
  `${address} - - [${time}] "GET /default.ida?${letter.repeat(224)}%u9090%u6858%ucbd3%u7801%u0000%u00=a  HTTP/1.0" 400 326 "-" "-"\n`;
