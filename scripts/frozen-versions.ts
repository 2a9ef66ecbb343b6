import fs from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { root } from "./input-files.ts";
import { sha256, writeFile } from "./site-files.ts";

export const releasesFolder = "releases";
export const versionsFolder = "src/content/versions";

interface Frozen {
  readonly version: string;
  readonly sha256: string;
}

/** The frozen versions that the project lists, oldest first. */
export function frozenVersions(project = root): Frozen[] {
  const folder = path.join(project, versionsFolder);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")) as Frozen);
}

/**
 * Unpacks every frozen version into a built site, below `v/`.
 * @returns number of versions
 * @throws when an archive is missing or is not, byte for byte, the one that was released
 */
export function addFrozenVersions(dist: string, project = root): number {
  const versions = frozenVersions(project);
  for (const { version, sha256: wanted } of versions) {
    const archive = path.join(project, releasesFolder, `${version}.zip`);
    if (!fs.existsSync(archive)) throw new Error(`${releasesFolder}/${version}.zip is missing: restore it from the history; a frozen version is never taken away`);
    const bytes = fs.readFileSync(archive);
    if (sha256(bytes) !== wanted) throw new Error(`${releasesFolder}/${version}.zip is not the archive that was released: its SHA-256 is ${sha256(bytes)}, ${versionsFolder}/${version}.json says ${wanted}`);
    for (const [file, content] of Object.entries(unzipSync(bytes))) writeFile(dist, `v/${version}/${file}`, content);
  }
  return versions.length;
}
