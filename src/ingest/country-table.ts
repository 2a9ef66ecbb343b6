import type { CountryRange } from "./country-ranges.ts";

/** Registries' codes for a region: addresses given to holders in Europe or in Asia and the Pacific at large. Never a country. */
export const regionCodes: readonly string[] = ["EU", "AP"];

/** Where a table came from; printed with every result that used it. */
export interface TableOrigin {
  /** Delegations dated later are not in it: `2001-08-01`. */
  readonly asOf: string;
  /** Names of the registries' files, in order. */
  readonly files: readonly string[];
}

/** A table that gives the country of an address in about three steps. */
export interface CountryTable {
  readonly origin: TableOrigin;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly codes: readonly string[];
  /** For each value of an address's top 16 bits, the first range that ends at or after it. */
  readonly jumps: Uint32Array;
}

const title = "# Counting Code Red: country of address ranges";

const hex = (address: number): string => address.toString(16).padStart(8, "0");

/** The file form: `#` lines of origin, then `start end code` with addresses in eight hexadecimal digits. */
export function writeCountryTable(origin: TableOrigin, ranges: readonly CountryRange[]): string {
  const head = [title, `# as-of ${origin.asOf}`, ...origin.files.map((file) => `# file ${file}`)];
  return `${[...head, ...ranges.map(({ start, end, code }) => `${hex(start)} ${hex(end)} ${code}`)].join("\n")}\n`;
}

function jumpsOf(ends: Uint32Array): Uint32Array {
  const jumps = new Uint32Array(65_537);
  let range = 0;
  for (let top = 0; top <= 65_536; top++) {
    while (range < ends.length && (ends[range] ?? 0) < top * 65_536) range++;
    jumps[top] = range;
  }
  return jumps;
}

const tableLine = /^([0-9a-f]{8}) ([0-9a-f]{8}) ([A-Z]{2})$/;

/**
 * A table from its file form.
 * @throws RangeError naming the line that is not as `writeCountryTable` writes it, or a file that is no such table
 */
export function readCountryTable(text: string): CountryTable {
  const lines = text.split("\n");
  if (lines[0] !== title) throw new RangeError("is no country table: make one with `npm run registry -- FILE... --as-of 2001-08-01 --out TABLE`");
  const asOf = lines.find((line) => line.startsWith("# as-of "))?.slice(8) ?? "";
  const files = lines.filter((line) => line.startsWith("# file ")).map((line) => line.slice(7));
  const rows = lines.flatMap((line, index) => (line === "" || line.startsWith("#") ? [] : [{ line, number: index + 1 }]));
  const starts = new Uint32Array(rows.length);
  const ends = new Uint32Array(rows.length);
  const codes: string[] = [];
  let floor = 0;
  rows.forEach(({ line, number }, place) => {
    const match = tableLine.exec(line);
    const start = Number.parseInt(match?.[1] ?? "", 16);
    const end = Number.parseInt(match?.[2] ?? "", 16);
    if (match === null || start < floor || end < start) throw new RangeError(`line ${number}: expected a range that begins after the one before it, such as "3d890000 3d89ffff CN"; make the table anew with npm run registry`);
    starts[place] = start;
    ends[place] = end;
    codes.push(match[3] ?? "");
    floor = end + 1;
  });
  return { origin: { asOf, files }, starts, ends, codes, jumps: jumpsOf(ends) };
}

/** The code of an address: a country, a region of `regionCodes`, or null where the table has no range for it. */
export function countryOf({ starts, ends, codes, jumps }: CountryTable, address: number): string | null {
  const top = address >>> 16;
  let low = jumps[top] ?? 0;
  let high = Math.min((jumps[top + 1] ?? 0) + 1, ends.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) < address) low = middle + 1;
    else high = middle;
  }
  return low < ends.length && (starts[low] ?? 0) <= address ? (codes[low] ?? null) : null;
}
