import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, type BrotliOptions, constants, gzip } from "node:zlib";
import { isCompressed } from "../src/hosting/media-types.ts";
import { sealPage } from "../src/built-pages/page-policy.ts";
import { importsOf, scriptsLast } from "../src/built-pages/script-priority.ts";
import { sha256 } from "./sha256.ts";
import { filesBelow, policyHash, sumsText, writeFile } from "./site-files.ts";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Addresses of all that the script at an address imports, and of what those import: files of the build's own folder. */
function importedBy(dist: string, address: string): string[] {
  const queue = [address];
  for (const script of queue) {
    const folder = script.lastIndexOf("/_astro/");
    if (folder < 0) continue;
    const next = importsOf(fs.readFileSync(path.join(dist, script.slice(folder)), "utf8")).map((each) => new URL(each, `http://site${script}`).pathname);
    queue.push(...next.filter((each) => !queue.includes(each)));
  }
  return queue.slice(1);
}

/** Puts the hash of each script and style of a page into its policy, and no other hash, and puts scripts last in the queue. Frozen pages stay as they are. @returns number of pages */
export function sealPages(dist: string): number {
  const pages = filesBelow(dist).filter((file) => file.endsWith(".html") && !file.startsWith("v/"));
  for (const page of pages) {
    const html = fs.readFileSync(path.join(dist, page), "utf8");
    const sealed = sealPage(scriptsLast(html, (address) => importedBy(dist, address)), policyHash);
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

/** Pages that readers open themselves. A reader waits for these: the best quality takes five times as long and saves an eighth; the other texts are not worth it. */
const isOpened = (file: string): boolean => file.endsWith(".html") && !/^(?:embed|v)\//.test(file);

/** Settings of brotli for one text. A window no larger than the text needs gives the same size in a third of the time. */
const brotliFor = (file: string, bytes: Uint8Array): BrotliOptions => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: isOpened(file) ? constants.BROTLI_MAX_QUALITY : 9,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes.length + 16)))),
  },
});

/** Writes the brotli and gzip twins of every text, as many at once as there are processors. @returns number of texts */
export async function compressTexts(dist: string): Promise<number> {
  for (const old of filesBelow(dist).filter((file) => twin.test(file))) fs.rmSync(path.join(dist, old));
  const texts = filesBelow(dist).filter((file) => isCompressed(file) && !file.startsWith("hosting/") && fs.statSync(path.join(dist, file)).size >= smallest);
  const waiting = texts.values();
  const work = async (): Promise<void> => {
    for (const file of waiting) {
      const bytes = fs.readFileSync(path.join(dist, file));
      writeFile(dist, `${file}.br`, await brotli(bytes, brotliFor(file, bytes)));
      writeFile(dist, `${file}.gz`, await zip(bytes, { level: 9 }));
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return texts.length;
}
