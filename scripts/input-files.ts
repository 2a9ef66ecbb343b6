import fs from "node:fs";
import path from "node:path";
import { atlasFile, recordsFolder, referenceFolder } from "../src/readers/records.ts";
import { filesBelow } from "./site-files.ts";

export const root = path.resolve(import.meta.dirname, "..");

/** Paths of all files below a folder of the project (its name ends in a slash), relative to the root; hidden ones are left out. */
const inputsBelow = (folder: string): string[] =>
  filesBelow(path.join(root, folder))
    .filter((file) => !path.basename(file).startsWith("."))
    .map((file) => folder + file);

/** Reads every recorded and reference file, and the atlas that the map is made from. */
export function readInputFiles(): Map<string, Uint8Array> {
  const files = [...inputsBelow(recordsFolder), ...inputsBelow(referenceFolder)].map((file) => [file, fs.readFileSync(path.join(root, file))] as const);
  return new Map<string, Uint8Array>([...files, [atlasFile, fs.readFileSync(path.join(root, "node_modules", atlasFile))]]);
}
