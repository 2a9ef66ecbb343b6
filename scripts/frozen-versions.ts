import fs from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { versionDay } from "../src/built-pages/frozen-page.ts";
import { root } from "./input-files.ts";
import { sha256 } from "./sha256.ts";
import { writeFile } from "./site-files.ts";

export const releasesFolder = "releases";
export const versionsFolder = "src/content/versions";

interface Frozen {
  readonly version: string;
  readonly sha256: string;
}

/** The frozen versions that the project lists, oldest first. @throws when one is no day, or its card has another name */
function frozenVersions(project = root): Frozen[] {
  const folder = path.join(project, versionsFolder);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const frozen = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")) as Frozen;
      versionDay(frozen.version);
      if (name !== `${frozen.version}.json`) throw new Error(`${versionsFolder}/${name} is the card of ${frozen.version}: name it ${frozen.version}.json`);
      return frozen;
    });
}

/** Whether a name in an archive stays below the folder that it is unpacked into, on any system. */
const staysBelow = (name: string): boolean => !/[\\:]/.test(name) && name.split("/").every((part) => part !== "" && part !== "." && part !== "..");

/**
 * Unpacks every frozen version into a built site, below `v/`.
 * @returns number of versions
 * @throws when an archive is missing, is not, byte for byte, the one that was released, or holds a name that leads outside; then nothing of it is written
 */
export function addFrozenVersions(dist: string, project = root): number {
  const versions = frozenVersions(project);
  for (const { version, sha256: wanted } of versions) {
    const archive = path.join(project, releasesFolder, `${version}.zip`);
    if (!fs.existsSync(archive)) throw new Error(`${releasesFolder}/${version}.zip is missing: restore it from the history; a frozen version is never taken away`);
    const bytes = fs.readFileSync(archive);
    if (sha256(bytes) !== wanted) throw new Error(`${releasesFolder}/${version}.zip is not the archive that was released: its SHA-256 is ${sha256(bytes)}, ${versionsFolder}/${version}.json says ${wanted}`);
    const files = Object.entries(unzipSync(bytes));
    const outside = files.find(([name]) => !staysBelow(name));
    if (outside !== undefined) throw new Error(`${releasesFolder}/${version}.zip holds a file named ${JSON.stringify(outside[0])}, which may lead outside its folder`);
    for (const [file, content] of files) writeFile(dist, `v/${version}/${file}`, content);
  }
  return versions.length;
}
