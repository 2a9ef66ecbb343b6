// npm run registry -- FILE... --as-of 2001-08-01 --out TABLE: a compact table of countries from the registries' statistics files.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { countryRanges } from "../src/ingest/country-ranges.ts";
import { regionCodes, writeCountryTable } from "../src/ingest/country-table.ts";
import { UsageError } from "../src/ingest/options.ts";
import { printable, publicName } from "../src/ingest/printable.ts";
import { type Block, registryDate, registryRows } from "../src/ingest/registry-rows.ts";
import { commandLine, runCommand } from "./command-line.ts";
import { InputError } from "./ingest/errors.ts";
import { writeWhole } from "./ingest/output.ts";

const help = `Builds a table of the countries of IPv4 addresses as of a date, from the statistics files of the registries.

  npm run registry -- FILE... --as-of 2001-08-01 --out TABLE

FILE          delegated-*-latest, delegated-*-extended-latest, or an archived file of any date; plain or .gz. You download them; none comes with this project.
--as-of DATE  blocks delegated later are left out. Blocks without a date are kept.
--out TABLE   where to write the table

The date of a block survives a change of its holder or country, so a file of today cut at 2001 is not the state of 2001: prefer archived files of the time.
The country is that of the registered holder, not of the machine. UK is written GB; EU and AP are regions, not countries.
Exit status: 0 written; 2 the command line is wrong; 3 a file cannot be read; 4 the table cannot be written.
`;

interface RegistryOptions {
  readonly files: readonly string[];
  readonly asOf: string;
  readonly out: string;
}

function registryOptions(args: readonly string[]): RegistryOptions {
  const { values, words: files } = commandLine(args, { "as-of": { type: "string", default: "" }, out: { type: "string", default: "" } }, Number.POSITIVE_INFINITY);
  const { "as-of": asOf, out } = values;
  if (files.length === 0) throw new UsageError("no file given: name the statistics files of the registries");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || registryDate(asOf) <= 0) throw new UsageError(`--as-of ${printable(asOf)}: expected a date that exists, such as 2001-08-01`);
  if (out === "") throw new UsageError("--out is missing: say where to write the table");
  if (files.some((file) => resolve(file) === resolve(out))) throw new UsageError(`${printable(out)} is an input and would be replaced: choose another name for the table`);
  return { files, asOf, out };
}

function textOf(path: string): string {
  try {
    if (statSync(path).isDirectory()) throw new InputError(`${printable(path)}: is a directory; name the files in it`);
    const bytes = readFileSync(path);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${printable(path)}: cannot be read: ${printable(error instanceof Error ? error.message : String(error))}`);
  }
}

/** The blocks of a file; what was left out is said on standard error. */
function blocksOf(path: string, asOf: string): Block[] {
  const { blocks, drops, recognised } = registryRows(textOf(path), registryDate(asOf));
  if (!recognised) throw new InputError(`${printable(path)}: holds no row such as apnic|KR|ipv4|192.0.2.0|256|20010801|allocated; is it a statistics file of a registry?`);
  const undated = blocks.filter(({ date }) => date === 0).length;
  process.stderr.write(`${publicName(path)}: ${blocks.length} blocks kept (${undated} undated), ${drops.later} later than ${asOf}, ${drops.iana} of iana, ${drops.notHeld} without a holder, ${drops.noCountry} without a country\n`);
  if (drops.unreadable > 0) process.stderr.write(`  ${drops.unreadable} rows could not be read (first in line ${drops.unreadableLines.join(", ")})\n`);
  return blocks;
}

function main(args: readonly string[]): void {
  if (args.includes("--help")) {
    process.stdout.write(help);
    return;
  }
  const { files, asOf, out } = registryOptions(args);
  const ranges = countryRanges(files.flatMap((file) => blocksOf(file, asOf)));
  if (ranges.length === 0) throw new InputError(`no block was delegated by ${asOf}: choose a later date or older files`);
  writeWhole(out, writeCountryTable({ asOf, files: files.map(publicName) }, ranges));
  const addresses = ranges.reduce((total, { start, end }) => total + end - start + 1, 0);
  const countries = new Set(ranges.map(({ code }) => code).filter((code) => !regionCodes.includes(code)));
  process.stderr.write(`${ranges.length.toLocaleString("en-US")} ranges, ${addresses.toLocaleString("en-US")} addresses (${((addresses / 2 ** 32) * 100).toFixed(1)} % of all), ${countries.size} countries\n`);
}

if (import.meta.main) await runCommand("registry", main, 3);
