import { daysInMonth } from "./calendar.ts";
import { wholeNumber } from "./digits.ts";
import { ipv4 } from "./ipv4.ts";
import { isProbe } from "./outcome.ts";

/** A block of addresses that a registry gave to somebody: inclusive ends, as unsigned 32-bit numbers. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** ISO 3166-1 alpha-2, or the regions `EU` and `AP`. */
  readonly code: string;
  /** yyyymmdd; 0 = undated. */
  readonly date: number;
}

/** Why rows of a registry's file are not in the table. Only `unreadable` is an error of the file. */
export interface RegistryDrops {
  later: number;
  otherType: number;
  notHeld: number;
  iana: number;
  noCountry: number;
  unreadable: number;
  unreadableLines: number[];
}

export interface RegistryRows {
  readonly blocks: Block[];
  readonly drops: RegistryDrops;
  /** True when a first line such as `2|apnic|20020101|…` or at least one block was met. */
  recognised: boolean;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff);

/** yyyymmdd as a number from `20010801` or `2001-08-01`; 0 for undated (`0`, `00000000`, empty); -1 where it is no date. */
export function registryDate(text: string): number {
  if (/^0*$/.test(text)) return 0;
  const digits = text.replaceAll("-", "");
  if (!/^\d{8}$/.test(digits)) return -1;
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  return day >= 1 && day <= daysInMonth(year, month) ? Number(digits) : -1;
}

/** `UK` (RIPE) and `GB` (ARIN) are one country; ISO 3166 has GB. */
const isoCode = (code: string): string => (code === "UK" ? "GB" : code);

/**
 * The blocks of a registry's statistics file, `registry|cc|ipv4|start|count|date|status[|…]`, delegated by a date.
 * Passed over: comments, blank lines, the version line, summary rows, other types, rows of registry `iana` (reserved space), rows without
 * a holder (`available`, `reserved`), rows dated later. Undated rows are kept. `count` is a number of addresses, not a prefix.
 * @param asOf yyyymmdd as a number
 */
export function registryRows(text: string, asOf: number): RegistryRows {
  const drops: RegistryDrops = { later: 0, otherType: 0, notHeld: 0, iana: 0, noCountry: 0, unreadable: 0, unreadableLines: [] };
  const rows: RegistryRows = { blocks: [], drops, recognised: false };
  const refuse = (line: number): void => {
    drops.unreadable++;
    if (drops.unreadableLines.length < 5) drops.unreadableLines.push(line);
  };
  text.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    const [registry = "", cc = "", type = "", start = "", count = "", date = "", status = ""] = line.split("|").map((field) => field.trim());
    if (/^\d+(\.\d+)?$/.test(registry)) {
      rows.recognised = true;
      return;
    }
    if (cc === "*" || start === "*" || status === "summary" || date === "summary") return;
    if (type === "asn" || type === "as" || type === "ipv6") {
      drops.otherType++;
      return;
    }
    if (type !== "ipv4") {
      refuse(index + 1);
      return;
    }
    const found = { address: 0 };
    const readable = ipv4(ascii(start), 0, start.length, found) === isProbe;
    const from = found.address;
    const size = wholeNumber(ascii(count), 0, count.length);
    const day = registryDate(date);
    if (!readable || size < 1 || from + size > 4_294_967_296 || day < 0) {
      refuse(index + 1);
      return;
    }
    rows.recognised = true;
    if (registry.toLowerCase() === "iana") drops.iana++;
    else if (status === "available" || status === "reserved") drops.notHeld++;
    else if (!/^[A-Za-z]{2}$/.test(cc) || cc.toUpperCase() === "ZZ") drops.noCountry++;
    else if (day > asOf) drops.later++;
    else rows.blocks.push({ start: from, end: from + size - 1, code: isoCode(cc.toUpperCase()), date: day });
  });
  return rows;
}
