import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countryRanges } from "../../src/ingest/country-ranges.ts";
import { countryOf, readCountryTable, writeCountryTable } from "../../src/ingest/country-table.ts";
import { registryRows } from "../../src/ingest/registry-rows.ts";

const number = (address: string): number => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const tableOf = (file: string, asOf = 20010801) => readCountryTable(writeCountryTable({ asOf: "2001-08-01", files: ["made"] }, countryRanges(registryRows(file, asOf).blocks)));
const country = (file: string, address: string): string | null => countryOf(tableOf(file), number(address));

describe("traps of the registries' files", () => {
  test("version line, comments, blank lines, summary rows and other types are passed over", () => {
    const { blocks, drops, recognised } = registryRows("2|apnic|20021204|100|19850701|20021203|+1000\n# comment\n\napnic|*|ipv4|*|50|summary\nlacnic|*|asn|*|5|summary\nlacnic|BR|as|1251|1|19970917|allocated\napnic|KR|ipv6|2001:200::|35|19990813|allocated\napnic|KR|ipv4|192.0.2.0|256|20010801|allocated\n", 20010801);
    expect(recognised).toBe(true);
    expect(blocks).toEqual([{ start: number("192.0.2.0"), end: number("192.0.2.255"), code: "KR", date: 20010801 }]);
    expect(drops).toMatchObject({ otherType: 2, unreadable: 0 });
  });
  test("the count is a number of addresses, not a prefix", () => {
    const file = "arin|US|ipv4|198.51.100.0|768|19930101|assigned";
    expect(country(file, "198.51.102.255")).toBe("US");
    expect(country(file, "198.51.103.0")).toBe(null);
  });
  test("blocks dated later are left out; undated ones stay; both ways of writing a date are read", () => {
    const file = "ripencc|DE|ipv4|192.0.2.0|16|2001-08-01|allocated\nripencc|FR|ipv4|192.0.2.16|16|2001-08-02|allocated\narin|US|ipv4|192.0.2.32|16|0|assigned\narin|CA|ipv4|192.0.2.48|16|20010802|assigned";
    expect(["192.0.2.1", "192.0.2.17", "192.0.2.33", "192.0.2.49"].map((address) => country(file, address))).toEqual(["DE", null, "US", null]);
  });
  test("UK is GB; registry iana, available, reserved and ZZ are not countries; EU and AP stay regions", () => {
    const file = "ripencc|UK|ipv4|192.0.2.0|16|20000101|allocated\niana|US|ipv4|10.0.0.0|16777216|19950101|assigned\nafrinic||ipv4|192.0.2.16|16||available\nripencc|ZZ|ipv4|192.0.2.32|16|20000101|reserved\nripencc|EU|ipv4|192.0.2.48|16|20000101|allocated";
    expect(["192.0.2.1", "10.1.1.1", "192.0.2.17", "192.0.2.33", "192.0.2.49"].map((address) => country(file, address))).toEqual(["GB", null, null, null, "EU"]);
  });
  test("the most specific block wins, whatever the order of rows and files", () => {
    const rows = ["arin|US|ipv4|61.0.0.0|16777216|19910101|assigned", "apnic|KR|ipv4|61.16.0.0|65536|19990101|allocated", "apnic|JP|ipv4|61.16.8.0|256|19980101|allocated"];
    for (const file of [rows.join("\n"), rows.toReversed().join("\n")]) expect(["61.1.1.1", "61.16.0.1", "61.16.8.255", "61.16.9.0", "61.255.255.255", "62.0.0.0"].map((address) => country(file, address))).toEqual(["US", "KR", "JP", "KR", "US", null]);
  });
  test("of two equal blocks the later dated counts", () => {
    expect(country("apnic|TW|ipv4|61.16.0.0|256|19990101|allocated\napnic|SG|ipv4|61.16.0.0|256|20000101|allocated", "61.16.0.9")).toBe("SG");
  });
  test("rows that cannot be read are counted with their line", () => {
    expect(registryRows("apnic|KR|ipv4|999.0.2.0|256|20010801|allocated\napnic|KR|ipv4|192.0.2.0|0|20010801|allocated\napnic|KR|ipv4|255.255.255.0|512|20010801|allocated\napnic|KR|ipv4|192.0.2.0|256|20010231|allocated\nrubbish\n", 20010801).drops).toMatchObject({ unreadable: 5, unreadableLines: [1, 2, 3, 4, 5] });
  });
  test("the last address of all can be looked up", () => {
    expect(country("arin|US|ipv4|255.255.255.0|256|0|assigned", "255.255.255.255")).toBe("US");
    expect(country("arin|US|ipv4|0.0.0.0|256|0|assigned", "0.0.0.0")).toBe("US");
  });
});

test("the table gives what the smallest block around an address says, for any blocks", () => {
  const block = fc.record({ start: fc.integer({ min: 0, max: 300_000 }), size: fc.integer({ min: 1, max: 100_000 }), code: fc.constantFrom("KR", "US", "CN", "EU") });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), fc.array(fc.integer({ min: 0, max: 450_000 }), { minLength: 20, maxLength: 20 }), (specs, addresses) => {
      const blocks = specs.map(({ start, size, code }, place) => ({ start, end: start + size - 1, code, date: place + 1 }));
      const table = readCountryTable(writeCountryTable({ asOf: "2001-08-01", files: [] }, countryRanges(blocks)));
      for (const address of addresses) {
        const around = blocks.filter(({ start, end }) => start <= address && address <= end).sort((a, b) => a.end - a.start - (b.end - b.start) || b.date - a.date);
        expect(countryOf(table, address)).toBe(around[0]?.code ?? null);
      }
    }),
  );
});

test("a file that is no table, or was changed by hand, is refused with the line", () => {
  expect(() => readCountryTable("hello")).toThrow("is no country table");
  const good = writeCountryTable({ asOf: "2001-08-01", files: ["a"] }, [{ start: 1, end: 5, code: "KR" }]);
  expect(() => readCountryTable(`${good}00000005 00000009 US\n`)).toThrow("line 5");
});
