import fs from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { csvParse } from "d3-dsv";
import { describe, expect, it } from "vitest";
import { dataPackage } from "../../src/dictionary/data-package.ts";
import { loadLines } from "../../src/dictionary/load-code.ts";
import { publishedTables } from "../../src/dictionary/tables/all.ts";
import { datasetTables } from "../../src/dictionary/tables/datasets.ts";
import type { ListedDataset } from "../../src/schema/dataset.ts";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");
const tables = publishedTables((JSON.parse(read("data/aggregates/datasets.json")) as { rows: ListedDataset[] }).rows);
const recorded = ["data/records", "data/reference"].flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".csv")).map((name) => `${folder}/${name.split(path.sep).join("/")}`));

describe("the dictionary", () => {
  it("describes every recorded table but those that hold parts of addresses", () => {
    expect(tables.map((table) => table.path).sort()).toEqual(recorded.filter((file) => !file.startsWith("data/records/probes/")).sort());
  });

  it.each(tables.map((table) => [table.path, table] as const))("describes the columns of %s, in their order", (file, table) => {
    const [header] = parse(read(file), { bom: true, to_line: 1 });
    expect(table.fields.map((field) => field.name)).toEqual(header);
  });

  it("takes the columns of a series from its header, and stops at one that nobody described", () => {
    const [series] = (JSON.parse(read("data/aggregates/datasets.json")) as { rows: ListedDataset[] }).rows;
    if (series === undefined) throw new Error("no dataset");
    expect(datasetTables([{ ...series, columns: ["measure", "suspect", "value"] }])[0]?.fields.map(({ name }) => name)).toEqual(["measure", "suspect", "value"]);
    expect(() => datasetTables([{ ...series, columns: ["measure", "colour"] }])).toThrow(`data/records/${series.file}: the column colour has no description: add it to src/dictionary/tables/datasets.ts`);
  });

  it("says of low and high ends what the schema enforces", () => {
    const ends = tables.find(({ name }) => name === "claims")?.fields.filter(({ name }) => name.startsWith("value_")) ?? [];
    expect(ends.map(({ name }) => name)).toEqual(["value_low", "value_high"]);
    for (const { description } of ends) expect(description).toMatch(/of a range.*“(?:more than|under)”/);
  });

  it("publishes no address of a machine but the one that the worm was written to attack", () => {
    const target = "198.137.240.91"; // the White House's web server of 2001
    const found = tables.flatMap((table) => [...read(table.path).matchAll(/(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d])/g)].map(([address]) => address));
    expect([...new Set(found)]).toEqual([target]);
  });

  it("gives each table a name that a data package accepts, once", () => {
    const names = tables.map((table) => table.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9._-]+$/);
  });
});

describe("the data package", () => {
  it("carries bytes and hash of each file, and a label for each missing value", () => {
    const made = dataPackage("https://site/", tables.slice(0, 1), [{ name: "x", path: "data/x.json", title: "X" }], (file) => ({ bytes: file.length, sha256: "ab".repeat(32) })) as { resources: { path: string; bytes: number; hash: string; schema?: { fields: { missingValues?: { value: string; label: string }[] }[] } }[] };
    expect(made.resources.map(({ path: file, bytes, hash }) => [file, bytes, hash])).toEqual([
      ["data/records/claims.csv", 23, `sha256:${"ab".repeat(32)}`],
      ["data/x.json", 11, `sha256:${"ab".repeat(32)}`],
    ]);
    const labels = made.resources[0]?.schema?.fields.flatMap((field) => field.missingValues ?? []);
    expect(labels?.length).toBeGreaterThan(0);
    for (const label of labels ?? []) expect(label.label).toMatch(/[a-z]/);
  });
});

describe("a line of code", () => {
  const normalisers = tables.find((table) => table.name === "normalisers-2001");
  const lines = Object.fromEntries(loadLines(normalisers ?? { name: "", fields: [] }, "https://site/x.csv").map(({ language, code }) => [language, code]));

  it("keeps leading zeros of codes and Namibia in Python and R", () => {
    expect(lines["Python"]).toBe('normalisers_2001 = pandas.read_csv("https://site/x.csv", keep_default_na=False, na_values=[""], dtype={"iso_numeric": str})');
    expect(lines["R"]).toBe('normalisers_2001 <- read.csv("https://site/x.csv", na.strings = "", colClasses = c(iso_numeric = "character"))');
  });

  it("loads the table in JavaScript", async () => {
    const code = (lines["JavaScript"] ?? "").replace(/^const \w+ = /, "return ");
    // eslint-disable-next-line @typescript-eslint/no-unsafe-member-access -- the only way to the constructor of async functions
    const AsyncFunction = Object.getPrototypeOf(async () => Promise.resolve()).constructor as new (...parts: string[]) => (...values: unknown[]) => Promise<Record<string, string>[]>;
    const rows = await new AsyncFunction("d3", "fetch", code)({ csvParse }, () => Promise.resolve({ text: () => Promise.resolve(read("data/reference/normalisers-2001.csv")) }));
    expect(rows.find((row) => row["iso3"] === "NAM")?.["iso2"]).toBe("NA");
    expect(rows.find((row) => row["iso3"] === "AFG")?.["iso_numeric"]).toBe("004");
  });

  it("has a name that each language accepts", () => {
    for (const table of tables) expect(loadLines(table, "https://site/x.csv")[0]?.code).toMatch(/^[a-z_][a-z0-9_]* = /);
  });
});
