import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { zipSync, type Zippable } from "fflate";
import { canonicalOf } from "../src/built-pages/canonical.ts";

/** SHA-256 in base 64, as a content security policy writes it. */
export const policyHash = (text: string): string => crypto.createHash("sha256").update(text).digest("base64");

/** Paths of all files below a folder, with forward slashes, sorted by code unit. Hidden files too. */
export function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

/** Absolute address of a built site, taken from its own first page, so that it cannot differ from what was built. @throws when the page does not say it */
export function siteAddress(dist: string): string {
  const page = path.join(dist, "index.html");
  const address = canonicalOf(fs.readFileSync(page, "utf8"));
  if (address === null) throw new Error(`${page} names no canonical address: run \`npm run build\` again`);
  return address;
}

/** Writes a file and the folders above it. */
export function writeFile(folder: string, file: string, content: Uint8Array | string): void {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
}

/** Writes a file and the folders above it aside, then renames it: a stopped run leaves no half file. */
export function writeAside(target: string, content: Uint8Array | string): void {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(`${target}.part`, content);
  fs.renameSync(`${target}.part`, target);
}

const packed = /\.(?:png|zip|woff2|br|gz|pagefind|pf_[a-z]+)$/;

/** A zip with fixed dates and the order of the files as given: the same files give the same bytes, on any day and in any time zone. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { level: packed.test(name) ? 0 : 9 }]])) as Zippable;
  // fflate writes the local time of a Date; one made from local parts is the same everywhere.
  return zipSync(entries, { mtime: new Date(2001, 7, 2), os: 3 });
}

/** `SHA256SUMS` for a list of files, as `sha256sum -c` reads it. */
export const sumsText = (sums: ReadonlyMap<string, string>): string => [...sums].map(([file, sum]) => `${sum}  ${file}\n`).join("");
