import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { command, ingest, workFolder } from "./command.ts";
import { probeLine } from "./read-log.ts";

const folder = workFolder();
const apnic = "2|apnic|20021204|3|19850701|20021203|+1000\napnic|*|ipv4|*|2|summary\napnic|KR|ipv4|192.0.2.0|256|20010101|allocated\napnic|TW|ipv4|198.51.100.0|256|20011224|allocated\n";
writeFileSync(join(folder, "apnic"), apnic);
writeFileSync(join(folder, "ripe.gz"), gzipSync("ripencc|UK|ipv4|203.0.113.0|128|2000-05-05|allocated\n"));

test("tables are built from plain and packed files, as of a date, and used by the reader", () => {
  const { status, stderr } = command("registry.ts", ["apnic", "ripe.gz", "--as-of", "2001-08-01", "--out", "table"], folder);
  expect(status).toBe(0);
  expect(stderr).toContain("apnic: 1 blocks kept (0 undated), 1 later than 2001-08-01");
  expect(readFileSync(join(folder, "table"), "utf8")).toBe("# Counting Code Red: country of address ranges\n# as-of 2001-08-01\n# file apnic\n# file ripe.gz\nc0000200 c00002ff KR\ncb007100 cb00717f GB\n");
  writeFileSync(join(folder, "a.log"), Array.from({ length: 11 }, (_, host) => probeLine(`203.0.113.${host}`)).join(""));
  const read = ingest(["a.log", "--sensor", "s", "--registry", "table"], folder);
  expect(read.stderr).toContain("100.0 % of the sources have a country (registry table as of 2001-08-01)");
  expect(JSON.parse(read.stdout)).toMatchObject({ countries: { rows: [{ country: "GB", sources: 11 }], table: { asOf: "2001-08-01", files: ["apnic", "ripe.gz"] } } });
});

test("a table that changed is used anew, although the log did not change", () => {
  command("registry.ts", ["apnic", "--as-of", "2001-08-01", "--out", "table"], folder);
  const read = ingest(["a.log", "--sensor", "s", "--registry", "table"], folder);
  expect(read.stderr).not.toContain("nothing has changed");
  expect(JSON.parse(read.stdout)).toMatchObject({ countries: { resolvedShare: 0, unresolved: { sources: 11 } } });
});

test("files that are no statistics, dates that do not exist and tables that are none end in a message", () => {
  writeFileSync(join(folder, "prose"), "hello\n");
  expect(command("registry.ts", ["prose", "--as-of", "2001-08-01", "--out", "t"], folder)).toMatchObject({ status: 3, stderr: expect.stringContaining("is it a statistics file of a registry?") as string });
  expect(command("registry.ts", ["apnic", "--as-of", "2001-02-31", "--out", "t"], folder)).toMatchObject({ status: 2, stderr: expect.stringContaining("a date that exists") as string });
  expect(command("registry.ts", ["apnic", "--as-of", "1999-01-01", "--out", "t"], folder)).toMatchObject({ status: 3, stderr: expect.stringContaining("no block was delegated") as string });
  expect(command("registry.ts", ["apnic", "--as-of", "2001-08-01", "--out", "no/such/t"], folder)).toMatchObject({ status: 4 });
  expect(ingest(["a.log", "--sensor", "s", "--registry", "prose"], folder)).toMatchObject({ status: 3, stderr: expect.stringContaining("is no country table") as string });
});
