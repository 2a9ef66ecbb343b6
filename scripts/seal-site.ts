import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { isCompressed } from "../src/hosting/media-types.ts";
import { sealPage } from "../src/hosting/page-policy.ts";
import { filesBelow, policyHash, sha256, sumsText, writeFile } from "./site-files.ts";

/** Puts the hash of each script and style of a page into its policy, and no other hash. Frozen pages stay as they are. @returns number of pages */
export function sealPages(dist: string): number {
  const pages = filesBelow(dist).filter((file) => file.endsWith(".html") && !file.startsWith("v/"));
  for (const page of pages) {
    const html = fs.readFileSync(path.join(dist, page), "utf8");
    const sealed = sealPage(html, policyHash);
    if (sealed !== html) writeFile(dist, page, sealed);
  }
  return pages.length;
}

const twin = /\.(?:br|gz)$/;
/** A frozen version stands in the sums of the site by its own sums. */
const insideVersion = /^v\/\d{8}\/(?!SHA256SUMS$)/;

/** Writes `manifest.json` and `SHA256SUMS` over every file but the compressed twins. Call it last. @returns number of files */
export function writeSums(dist: string): number {
  for (const own of ["manifest.json", "SHA256SUMS"]) fs.rmSync(path.join(dist, own), { force: true });
  const files = filesBelow(dist).filter((file) => !twin.test(file) && !insideVersion.test(file));
  const entries = files.map((file) => {
    const bytes = fs.readFileSync(path.join(dist, file));
    return [file, { bytes: bytes.length, sha256: sha256(bytes) }] as const;
  });
  const manifest = `${JSON.stringify({ title: "Counting Code Red: every file of this version", algorithm: "SHA-256", files: Object.fromEntries(entries) }, null, 1)}\n`;
  writeFile(dist, "manifest.json", manifest);
  writeFile(dist, "SHA256SUMS", sumsText(new Map([...entries.map(([file, entry]) => [file, entry.sha256] as const), ["manifest.json", sha256(manifest)]])));
  return files.length;
}

/** A twin under this size saves less than its own request costs. */
const smallest = 1024;

/** Writes the brotli and gzip twins of every text. @returns number of texts */
export function compressTexts(dist: string): number {
  for (const old of filesBelow(dist).filter((file) => twin.test(file))) fs.rmSync(path.join(dist, old));
  const texts = filesBelow(dist).filter((file) => isCompressed(file) && !file.startsWith("hosting/") && fs.statSync(path.join(dist, file)).size >= smallest);
  for (const file of texts) {
    const bytes = fs.readFileSync(path.join(dist, file));
    writeFile(dist, `${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }));
    writeFile(dist, `${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
  return texts.length;
}
