import fs from "node:fs";
import path from "node:path";
import { atlasFile, recordsFolder, referenceFolder } from "../src/readers/records.ts";

export const root = path.resolve(import.meta.dirname, "..");

/** Paths of all files below a folder, relative to the root, sorted, with forward slashes. */
function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

/** Reads every recorded and reference file, and the atlas that the map is made from. */
export function readInputFiles(): Map<string, Uint8Array> {
  const files = [...filesBelow(recordsFolder), ...filesBelow(referenceFolder)].map((file) => [file, fs.readFileSync(path.join(root, file))] as const);
  return new Map<string, Uint8Array>([...files, [atlasFile, fs.readFileSync(path.join(root, "node_modules", atlasFile))]]);
}
