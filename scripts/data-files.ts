import fs from "node:fs";
import path from "node:path";
import { dataPackage, type JsonDescription, type Stamp } from "../src/dictionary/data-package.ts";
import { publishedTables } from "../src/dictionary/tables/all.ts";
import type { ListedDataset } from "../src/schema/dataset.ts";
import { root } from "./input-files.ts";
import { sha256 } from "./sha256.ts";
import { sumsText, writeFile, zipFiles } from "./site-files.ts";

const readMe = `Counting Code Red: the data

data/records     statements, series and tables as recorded
data/reference   denominators of 2001, members of Asia, organisations
data/*.json      what the charts read, made from the above by one command
datapackage.json schema, licence, bytes and checksum of every file (Frictionless Data Package, version 2)
SHA256SUMS       check with: sha256sum -c SHA256SUMS

Licence: Creative Commons Attribution 4.0 International, https://creativecommons.org/licenses/by/4.0/
Facts and quotations belong to the sources that stand beside them.
A bound is not an estimate: read the column operator before the column value.
`;

/** The published JSON files in a built site, with the titles they carry. */
function aggregates(dist: string): JsonDescription[] {
  return fs
    .readdirSync(path.join(dist, "data"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name: `aggregate-${name.replace(/\.json$/, "")}`, path: `data/${name}`, title: (JSON.parse(fs.readFileSync(path.join(dist, "data", name), "utf8")) as { readonly title: string }).title }));
}

/**
 * Adds to a built site the recorded tables, byte for byte, `datapackage.json` and the zip of all data.
 * @param site absolute address of the site, with its slash
 * @returns number of files that the data package describes
 */
export function addDataFiles(dist: string, site: string): number {
  const { rows: datasets } = JSON.parse(fs.readFileSync(path.join(root, "data/aggregates/datasets.json"), "utf8")) as { readonly rows: readonly ListedDataset[] };
  const tables = publishedTables(datasets);
  for (const table of tables) writeFile(dist, table.path, fs.readFileSync(path.join(root, table.path)));
  const others = aggregates(dist);
  const read = (file: string): Uint8Array => fs.readFileSync(path.join(dist, file));
  const stamp = (file: string): Stamp => {
    const bytes = read(file);
    return { bytes: bytes.length, sha256: sha256(bytes) };
  };
  const descriptor = `${JSON.stringify(dataPackage(site, tables, others, stamp), null, 1)}\n`;
  writeFile(dist, "datapackage.json", descriptor);
  const paths = [...tables.map((table) => table.path), ...others.map((other) => other.path)].sort();
  const utf8 = new TextEncoder();
  const contents = new Map<string, Uint8Array>([["README.txt", utf8.encode(readMe)], ["datapackage.json", utf8.encode(descriptor)], ...paths.map((file) => [file, read(file)] as const)]);
  const sums = sumsText(new Map([...contents].map(([file, bytes]) => [file, sha256(bytes)])));
  writeFile(dist, "data/counting-code-red-data.zip", zipFiles(new Map([...contents, ["SHA256SUMS", utf8.encode(sums)]])));
  return paths.length;
}
