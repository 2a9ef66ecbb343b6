import fs from "node:fs";
import path from "node:path";
import { offlinePage } from "../src/built-pages/offline-page.ts";
import { relativeStyles } from "../src/built-pages/relative-links.ts";
import { filesBelow, policyHash, writeFile, zipFiles } from "./site-files.ts";

/** What a reader of a folder on a disk cannot use: frames for other sites, the search, scripts, old versions, settings of hosts, zips of parts, compressed twins. */
const left = /^(?:embed|pagefind|v|hosting)\/|\.js$|\.zip$|(?:^|\/)\.|^(?:_headers|robots\.txt|sitemap.*\.xml|manifest\.json|SHA256SUMS)$|@2x\.png$|square\.png$|card\.png$|\.(?:br|gz)$/;

const offlineZip = "counting-code-red-offline.zip";
const folder = "counting-code-red/";

/**
 * Adds to a built site the zip of all its pages that opens from a disk.
 * @param base folder of the host for which the site was built, with both slashes
 * @returns number of files in it
 */
export function addOfflineZip(dist: string, base: string): number {
  const utf8 = new TextEncoder();
  const files = filesBelow(dist).filter((file) => !left.test(file));
  const content = (file: string): Uint8Array => {
    const bytes = fs.readFileSync(path.join(dist, file));
    if (file.endsWith(".html")) return utf8.encode(offlinePage(file, bytes.toString("utf8"), base, policyHash));
    if (file.endsWith(".css")) return utf8.encode(relativeStyles(file, bytes.toString("utf8"), { base, filesOnly: true }));
    return bytes;
  };
  writeFile(dist, offlineZip, zipFiles(new Map(files.map((file) => [folder + file, content(file)]))));
  return files.length;
}
