import type { Format } from "../schema/log-format.ts";

/** Formats whose lines state no zone: `--zone` must say it. */
export const zonelessFormats: readonly Format[] = ["apache-error", "snort-fast", "snort-full"];

const patterns: Readonly<Record<Format, RegExp>> = {
  "apache-error": /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \d{4}\] \[[a-z]+\]/,
  "ncsa-combined": /^\S+ .*\[[^\]]{15,30}\] "[^"]*" (?:\d{3}|-) (?:\d+|-) "/,
  "ncsa-common": /^\S+ .*\[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:[^\]]{5,20}\] "/,
  "iis-w3c": /^#Fields: /,
  "snort-fast": /^\d{2}\/\d{2}(?:\/\d{2})?-\d{2}:\d{2}:\d{2}\.\d+ {1,2}\[\*\*\]/,
  "snort-full": /^\[\*\*\] .*\[\*\*\]\s*$/,
  "caida-hosts": /^(?:start_time\t|\d{9,10}\.\d{1,9}\t\d{9,10}\.\d{1,9}\t)/,
  "count-table": /^window_start_utc,window_end_utc,/,
};

/** The format of a single line, or null. Combined is asked before common, which it also resembles. */
function formatOfLine(line: string): Format | null {
  for (const format of ["apache-error", "ncsa-combined", "ncsa-common", "iis-w3c", "snort-fast", "snort-full", "caida-hosts", "count-table"] as const) if (patterns[format].test(line)) return format;
  return null;
}

/** Lines at the head of a file that are looked at, and the bytes of each. */
const linesAsked = 200;
const bytesAsked = 4096;

/**
 * The format that most of the first 200 lines have; null where no line has any.
 * @param head the first bytes of the input, as many as are at hand
 */
export function detectFormat(head: Uint8Array): Format | null {
  const votes = new Map<Format, number>();
  const text: string[] = [];
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  let start = 0;
  while (start < head.length && text.length < linesAsked) {
    const feed = head.indexOf(10, start);
    const end = feed < 0 ? head.length : feed;
    text.push(bytes.toString("latin1", start, Math.min(end, start + bytesAsked)));
    start = end + 1;
  }
  for (const line of text) {
    const format = formatOfLine(line);
    if (format !== null) votes.set(format, (votes.get(format) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/** True for text in UTF-16: every other of the first bytes is zero. Such files must be converted first. */
export function looksLikeUtf16(head: Uint8Array): boolean {
  const pairs = Math.min(head.length >> 1, 100);
  if (pairs < 4) return false;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[i * 2] === 0) even++;
    if (head[i * 2 + 1] === 0) odd++;
  }
  return even > pairs * 0.8 || odd > pairs * 0.8;
}
