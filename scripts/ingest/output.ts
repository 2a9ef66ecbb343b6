// Writing aside, then renaming: a file is there whole or not at all.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Counts } from "../../src/schema/counts.ts";
import type { Options } from "../../src/ingest/options.ts";
import { printable, publicName } from "../../src/ingest/printable.ts";
import { OutputError } from "./errors.ts";
import { sha256 } from "../sha256.ts";

const unfinished = new Set<string>();
/** Removes what was begun and not finished: for a run that is interrupted. */
export function dropUnfinished(): void {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
}

function outputError(path: string, error: unknown): OutputError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = printable(path);
  if (code === "ENOSPC" || code === "EFBIG" || code === "EDQUOT") return new OutputError(`${name}: cannot be written: the disk is full or a limit is reached; make room and run again. Nothing was left behind.`);
  if (code === "ENOENT" || code === "ENOTDIR") return new OutputError(`${name}: cannot be written: its folder does not exist; make it first`);
  if (code === "EISDIR") return new OutputError(`${name}: cannot be written: it is a directory; name a file`);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return new OutputError(`${name}: cannot be written: permission is denied; choose another place`);
  return new OutputError(`${name}: cannot be written: ${printable(error instanceof Error ? error.message : String(error))}`);
}

/** Writes bytes to a new file, one piece after another, down to the disk. */
function writePieces(path: string, pieces: readonly Uint8Array[], mode: number): void {
  const file = openSync(path, "w", mode);
  try {
    for (const piece of pieces) for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes a file aside and renames it. Devices and pipes are written to as they are. @param content in pieces where it is large */
export function writeWhole(path: string, content: string | readonly Uint8Array[], mode = 0o644): void {
  const special = existsSync(path) && !statSync(path).isFile() && !statSync(path).isDirectory();
  const aside = special ? path : join(dirname(path), `.${basename(path)}.part-${process.pid}`);
  try {
    if (!special) unfinished.add(aside);
    if (typeof content === "string") writeFileSync(aside, content, { mode, flush: !special });
    else writePieces(aside, content, mode);
    if (!special) renameSync(aside, path);
  } catch (error) {
    throw outputError(path, error);
  } finally {
    if (!special) rmSync(aside, { force: true });
    unfinished.delete(aside);
  }
}

/** Writes the two files of a record into a folder aside and renames it. */
export async function writeRecord(options: Options, id: string, counts: Counts): Promise<string> {
  const { recordingCard } = await import("../../src/ingest/recording.ts");
  const folder = join("data", "records", "recordings", id);
  if (existsSync(folder) && !options.force) throw new OutputError(`${folder}: there is a record of this name already; records are not changed: choose another id, or replace it with --force`);
  const text = `${JSON.stringify(counts, null, 1)}\n`;
  const files = options.files.map((file) => (file === "-" ? "-" : publicName(file))).join(" ");
  const command = `npm run ingest -- ${files} --sensor ${counts.sensor.id}${options.zone === null ? "" : ` --zone ${options.zone}`}${options.registry === null ? "" : ` --registry ${publicName(options.registry)}`}${options.addresses === null ? "" : ` --addresses ${options.addresses}`} --record ${id}`;
  const card = recordingCard(counts, { id, title: options.title ?? `Recording ${id}`, notes: options.notes, command, countsSha256: sha256(text) });
  const aside = join("data", "records", "recordings", `.${id}.part-${process.pid}`);
  unfinished.add(aside);
  try {
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, "counts.json"), text, { flush: true });
    writeFileSync(join(aside, "card.json"), `${JSON.stringify(card, null, 1)}\n`, { flush: true });
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(aside, folder);
  } catch (error) {
    throw outputError(folder, error);
  } finally {
    rmSync(aside, { recursive: true, force: true });
    unfinished.delete(aside);
  }
  return folder;
}
