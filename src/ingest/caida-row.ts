import { wholeNumber } from "./digits.ts";
import { addHost, type HostTally } from "./host-tally.ts";
import { isRow, type LineParser, noMarker, rejectAs } from "./outcome.ts";

const tab = 9;

/** Whole seconds of `995500872.242` in bytes[start, end): 1, 3, 6 or 9 decimals are mixed in one file, and dropped here; -1 where it is no time. */
function unixSeconds(bytes: Uint8Array, start: number, end: number): number {
  let dot = start;
  while (dot < end && bytes[dot] !== 46) dot++;
  for (let i = dot + 1; i < end; i++) if ((bytes[i] ?? 0) < 48 || (bytes[i] ?? 0) > 57) return -1;
  return end - dot > 10 ? -1 : wholeNumber(bytes, start, dot);
}

/** Two letters in upper case, or empty for anything else: the marker for "unknown" is not documented. */
function codeAt(bytes: Uint8Array, start: number, end: number): string {
  const code = end - start === 2 ? String.fromCharCode(bytes[start] ?? 0, bytes[start + 1] ?? 0).toUpperCase() : "";
  return /^[A-Z]{2}$/.test(code) ? (code === "UK" ? "GB" : code) : "";
}

/**
 * Reads a row of CAIDA's Code-Red tables: `start_time end_time TLD country latitude longitude AS_number [AS_name]`, separated by tabs;
 * 7 or 8 fields, the name may hold spaces. Comments and a row of headings are passed over. The top-level domain is not a country and is not used.
 * @param tally takes what the row says; a row is one address
 */
export const caidaRow =
  (tally: HostTally): LineParser =>
  (bytes, start, lineEnd, hit) => {
    const end = lineEnd > start && bytes[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd;
    const head = bytes[start];
    if (end === start || head === 35 || head === 115) return noMarker;
    const edges = [start];
    for (let i = start; i < end; i++) if (bytes[i] === tab) edges.push(i + 1);
    edges.push(end + 1);
    if (edges.length - 1 < 7 || edges.length - 1 > 8) return rejectAs("fields_missing");
    const edge = (place: number): number => edges[place] ?? 0;
    const first = unixSeconds(bytes, start, edge(1) - 1);
    const last = unixSeconds(bytes, edge(1), edge(2) - 1);
    if (first < 0 || last < first) return rejectAs("time_unreadable");
    addHost(tally, first, last, codeAt(bytes, edge(3), edge(4) - 1));
    hit.time = first;
    return isRow;
  };
