// One input of the reader: what is asked of it, what comes of it, and its reading.
import { caidaRow } from "../../src/ingest/caida-row.ts";
import { ChunkFeed } from "../../src/ingest/chunk-feed.ts";
import { type CountWindow, countRow } from "../../src/ingest/count-row.ts";
import { detectFormat, looksLikeUtf16 } from "../../src/ingest/format.ts";
import { type Format, formats, formatWords } from "../../src/schema/log-format.ts";
import { type HostTally, newHostTally } from "../../src/ingest/host-tally.ts";
import type { InputFacts } from "../../src/ingest/input-report.ts";
import type { LineCounts } from "../../src/ingest/line-counts.ts";
import { type LogFormat, logFormat, resumableFormats } from "../../src/ingest/line-parser.ts";
import { type LogReading, newLogReading, type PreviousLine } from "../../src/ingest/log-reading.ts";
import type { Pace } from "../../src/ingest/pace.ts";
import { type PackedTally, packTally, unpackTally } from "../../src/ingest/packed-tally.ts";
import { printable, publicName } from "../../src/ingest/printable.ts";
import { Tally } from "../../src/ingest/tally.ts";
import { zoneFrom } from "../../src/ingest/zone.ts";
import { InputError } from "./errors.ts";

/** What one input is to be read as. */
export interface Job {
  readonly path: string;
  readonly format: Format | null;
  readonly zone: string | null;
  readonly binSeconds: number;
  /** Keep the probes of each (source, bin), for partials. */
  readonly counted: boolean;
  /** Work out the sha256 of the input. */
  readonly hashed: boolean;
  /** Keep what is needed to read on when the file has grown. */
  readonly resumable: boolean;
}

/** Where a reading stood after the last whole line: with it a grown file is read on. Holds addresses: written to the cache only. */
export interface ResumePoint {
  readonly offset: number;
  readonly tally: PackedTally;
  readonly counts: LineCounts;
  readonly pace: Pace;
  readonly previous: PreviousLine;
  readonly format: Format;
  readonly formatBasis: InputFacts["formatBasis"];
}

export interface InputResult {
  readonly facts: InputFacts;
  readonly counts: LineCounts;
  readonly pace: Pace;
  /** What was counted of the probes of a log; null for tables. */
  readonly tally: Tally | null;
  readonly hosts: HostTally | null;
  readonly windows: Map<string, CountWindow> | null;
  readonly resume: ResumePoint | null;
}

export interface Progress {
  readonly path: string;
  /** Bytes of the input as it lies on the disk. */
  readonly read: number;
  readonly size: number | null;
}

/** Bytes at the head of an input by which its format is told. */
export const detectBytes = 65_536;

/** The name of an input in messages. */
export const shown = (path: string): string => (path === "-" ? "standard input" : printable(path));

/** A message for an error of the system, with what can be done about it. */
export function inputError(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = shown(path);
  if (code === "ENOENT") return new InputError(`${name}: there is no such file; check the name and the folder`);
  if (code === "EACCES") return new InputError(`${name}: may not be read; change its permissions or run as its owner`);
  if (code === "EISDIR") return new InputError(`${name}: is a directory; name the files in it, for instance ${name}/*.log`);
  if (code === "Z_BUF_ERROR") return new InputError(`${name}: the compressed data end before their end; the file was cut: fetch it again`);
  if (code.startsWith("Z_") || code.startsWith("ZSTD_")) return new InputError(`${name}: the compressed data are damaged (${printable(error instanceof Error ? error.message : code)}); fetch the file again, or unpack it by other means and name the result`);
  return new InputError(`${name}: cannot be read: ${printable(error instanceof Error ? error.message : String(error))}`);
}

/** The format of an input, as asked for or by its first bytes. @throws InputError */
export function formatOf(job: Job, head: Uint8Array): Format {
  const format = job.format ?? detectFormat(head);
  if (format !== null) return format;
  const why = looksLikeUtf16(head) ? "it looks like UTF-16 text: convert it first, for instance with iconv -f UTF-16 -t UTF-8" : `say what it is with --format (${formats.join(", ")})`;
  throw new InputError(`${shown(job.path)}: none of its first lines is in a format that is read; ${why}`);
}

/** What reads the lines of a log. @throws InputError for a table, and where a zone is needed */
export function openLog({ path, zone }: Job, format: Format): LogFormat {
  let log: LogFormat | null;
  try {
    log = logFormat(format, zone === null ? null : zoneFrom(zone));
  } catch (error) {
    throw new InputError(`${shown(path)}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (log === null) throw new InputError(`${shown(path)}: ${formatWords[format]} is no log`);
  return log;
}

/** One input being read: a log with its tally, or a table. */
export class OpenInput {
  readonly job: Job;
  readonly format: Format;
  readonly formatBasis: InputFacts["formatBasis"];
  readonly reading: LogReading;
  readonly feed: ChunkFeed;
  readonly hosts: HostTally | null = null;
  readonly windows: Map<string, CountWindow> | null = null;

  constructor(job: Job, head: Uint8Array, from: ResumePoint | null) {
    this.job = job;
    if (head.length === 0 && from === null) throw new InputError(`${shown(job.path)}: is empty; there is nothing to count`);
    this.format = from?.format ?? formatOf(job, head);
    this.formatBasis = from?.formatBasis ?? (job.format === null ? "detected" : "given");
    const tally = from === null ? new Tally(job.binSeconds, job.counted) : unpackTally(from.tally);
    if (this.format === "caida-hosts") {
      this.hosts = newHostTally(job.binSeconds);
      this.reading = newLogReading(caidaRow(this.hosts), false, tally);
    } else if (this.format === "count-table") {
      this.windows = new Map();
      this.reading = newLogReading(countRow(this.windows), false, tally);
    } else {
      const log = openLog(job, this.format);
      this.reading = newLogReading(log.parse, log.marked, tally, from?.counts, from?.pace, from?.previous);
    }
    this.feed = new ChunkFeed(this.reading);
  }

  /** The state after the last whole line; null where it cannot be continued. */
  resumePoint(): ResumePoint | null {
    const { reading, feed, format, formatBasis } = this;
    if (!this.job.resumable || reading.skipping || !resumableFormats.includes(format)) return null;
    const { counts, pace, previous } = structuredClone({ counts: reading.counts, pace: reading.pace, previous: reading.previous });
    // A last line that no line feed ends is still to be counted: only then are the tables copied.
    reading.tally.settle();
    const packed = packTally(reading.tally);
    const tally = feed.carried > 0 ? structuredClone(packed) : packed;
    counts.bytes -= feed.carried;
    return { offset: counts.bytes, tally, counts, pace, previous, format, formatBasis };
  }

  result(facts: Pick<InputFacts, "compression" | "sha256" | "grewWhileRead">, resume: ResumePoint | null): InputResult {
    const { job, reading, format, formatBasis, hosts, windows } = this;
    const isTable = hosts !== null || windows !== null;
    return {
      facts: { name: job.path === "-" ? "standard input" : publicName(job.path), format, formatBasis, zone: job.zone, ...facts },
      counts: reading.counts,
      pace: reading.pace,
      tally: isTable ? null : reading.tally,
      hosts,
      windows,
      resume,
    };
  }
}
