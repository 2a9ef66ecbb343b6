// What the reader says on standard error.
import type { Counts } from "../../src/schema/counts.ts";
import { formatWords } from "../../src/schema/log-format.ts";
import { printable } from "../../src/ingest/printable.ts";
import type { Progress } from "./input.ts";

/** Writes a line to standard error; on a terminal, in the place of the progress shown before it. */
export const say = (text: string): void => {
  process.stderr.write(`${process.stderr.isTTY ? "\r\x1b[K" : ""}${text}\n`);
};

/** More than this part of the lines rejected is a warning, and an error with --strict. */
export const rejectedWarning = 0.01;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** Tells how far the reading is: each second on a terminal, every ten seconds in a log; nothing in the first two. */
export function progressTeller(): (progress: Progress) => void {
  const live = process.stderr.isTTY;
  let next = performance.now() + 2000;
  return ({ path, read, size }) => {
    if (performance.now() < next) return;
    next = performance.now() + (live ? 1000 : 10_000);
    const part = size === null ? `${megabytes(read)} MB` : `${megabytes(read)} of ${megabytes(size)} MB, ${Math.floor((read / size) * 100)} %`;
    process.stderr.write(`${live ? "\r" : ""}${printable(path)}: ${part}${live ? "\x1b[K" : "\n"}`);
  };
}

/** `1,234,567`. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");
const numberOr = (value: number | { missing: string }): string => (typeof value === "number" ? grouped(value) : "not known");

/** The quality report of each input, in short. */
export function sayInputs({ inputs }: Pick<Counts, "inputs">): void {
  for (const { name, format, formatBasis, lines, recognised, rejected, rejectedShare, zone, grewWhileRead } of inputs) {
    say(`${name}: ${formatWords[format]} (${formatBasis}), ${grouped(lines)} lines, ${grouped(recognised)} counted${zone.basis === "assumed" || zone.basis === "mixed" ? `, zone ${printable(zone.name ?? "")} assumed` : ""}`);
    for (const row of rejected) say(`  rejected ${grouped(row.lines)}: ${row.words} (first in line ${row.firstLines.map(grouped).join(", ")})`);
    if (rejectedShare > rejectedWarning) say(`  warning: ${(rejectedShare * 100).toFixed(1)} % of the lines with the marker were rejected`);
    if (grewWhileRead) say("  the file grew while it was read: what was added is not in the counts; run again to read on");
  }
}

/** The counts, in short. */
export function sayCounts({ probes, uniqueSources, countries, window }: Counts): void {
  say(`${numberOr(probes)} probes from ${numberOr(uniqueSources)} source addresses${window === null ? "" : `, ${window.start} to ${window.end}`}`);
  if (!("missing" in countries)) say(`${(countries.resolvedShare * 100).toFixed(1)} % of the sources have a country (${countries.basis === "registry" && !("missing" in countries.table) ? `registry table as of ${countries.table.asOf}` : "as given in the table"})`);
}
