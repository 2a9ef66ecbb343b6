import type { Problem } from "../schema/problem.ts";

/** One probe of a log: when, and the first three parts of its sender's address. Never published. */
export interface LoggedProbe {
  /** Local time of the server as UTC would write it, `2001-08-01T05:13:17`; the zone is the card's business. */
  readonly localTime: string;
  readonly prefix24: string;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
// Two spaces before a one-digit day in the original; copies often show one.
const entry = /^\[\w{3} (\w{3}) {1,2}(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4})\] \[error\] \[client (\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}\] Client sent malformed Host header$/;

/**
 * Reads lines of an Apache 1.3 error log left by a Code Red request without a usable Host header.
 * The message is generic: the worm is inferred from the date, never matched.
 */
export function readApacheErrorLog(file: string, text: string): { readonly probes: readonly LoggedProbe[]; readonly problems: readonly Problem[] } {
  const probes: LoggedProbe[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "") continue;
    const match = entry.exec(line);
    const [, month = "", day = "", time = "", year = "", prefix24 = ""] = match ?? [];
    const number = months.indexOf(month) + 1;
    const valid = match !== null && number > 0 && prefix24.split(".").every((part) => Number(part) <= 255);
    if (valid) probes.push({ localTime: `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}T${time}`, prefix24 });
    else problems.push({ file, line: index + 1, column: "", value: line, expected: "an Apache 1.3 error line “Client sent malformed Host header” with a dotted address" });
  }
  if (probes.length === 0 && problems.length === 0) problems.push({ file, line: 0, column: "", value: "", expected: "at least one line; the file is empty" });
  return { probes, problems };
}
