// Freezes the built site as a version: `npm run build && npm run release`, or `npm run release -- 2026-11-23` for another day than today.
import fs from "node:fs";
import path from "node:path";
import { frozenCss, frozenJs, frozenPage, frozenScriptName, frozenStyleName, frozenStyles, versionDay, versionName } from "../src/built-pages/frozen-page.ts";
import { relativeScript } from "../src/built-pages/relative-links.ts";
import { commandLine, runCommand } from "./command-line.ts";
import { releasesFolder, versionsFolder } from "./frozen-versions.ts";
import { root } from "./input-files.ts";
import { normalBase } from "./serve.ts";
import { sha256 } from "./sha256.ts";
import { filesBelow, policyHash, siteAddress, sumsText, writeAside, zipFiles } from "./site-files.ts";

/** Not frozen: older versions, settings of hosts, lists for crawlers, twins, and what the version gets anew. */
const left = /^(?:v|hosting)\/|\.(?:br|gz)$|(?:^|\/)\.|^(?:_headers|robots\.txt|sitemap[^/]*\.xml|manifest\.json|SHA256SUMS|counting-code-red-offline\.zip)$/;

/** Every file of the built site that differs from its `SHA256SUMS`. @throws when the site was not finished */
function changedSince(dist: string): string[] {
  const sums = path.join(dist, "SHA256SUMS");
  if (!fs.existsSync(sums)) throw new Error(`${dist} holds no finished site: run \`npm run build\` first`);
  return fs
    .readFileSync(sums, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("  ") as [string, string])
    .filter(([sum, file]) => !fs.existsSync(path.join(dist, file)) || sha256(fs.readFileSync(path.join(dist, file))) !== sum)
    .map(([, file]) => file);
}

/** The files of a version, with its own manifest and sums, sorted. */
function frozenFiles(dist: string, base: string, version: string): Map<string, Uint8Array> {
  const utf8 = new TextEncoder();
  const freeze = (file: string): Uint8Array => {
    const bytes = fs.readFileSync(path.join(dist, file));
    if (file.endsWith(".html")) return utf8.encode(frozenPage(file, bytes.toString("utf8"), base, version, policyHash));
    if (file.endsWith(".css")) return utf8.encode(frozenStyles(file, bytes.toString("utf8"), base));
    if (file.startsWith("_astro/") && file.endsWith(".js")) return utf8.encode(relativeScript(file, bytes.toString("utf8"), { base, filesOnly: false }));
    return bytes;
  };
  const kept = filesBelow(dist).filter((file) => !left.test(file));
  const contents = new Map([...kept.map((file) => [file, freeze(file)] as const), [frozenScriptName, utf8.encode(frozenJs)], [frozenStyleName, utf8.encode(frozenCss)]]);
  const entries = [...contents].map(([file, bytes]) => [file, { bytes: bytes.length, sha256: sha256(bytes) }] as const);
  const manifest = utf8.encode(`${JSON.stringify({ title: `Counting Code Red: every file of version ${version}`, algorithm: "SHA-256", files: Object.fromEntries(entries) }, null, 1)}\n`);
  const sums = sumsText(new Map([...entries.map(([file, entry]) => [file, entry.sha256] as const), ["manifest.json", sha256(manifest)]]));
  return new Map([...contents, ["manifest.json", manifest], ["SHA256SUMS", utf8.encode(sums)]]);
}

/**
 * Freezes `dist` as a version: writes `releases/<version>.zip` and `src/content/versions/<version>.json`, and changes nothing else.
 * @param day of the version, ISO 8601
 * @throws when the version exists (nothing frozen is ever written again), or when `dist` is not what its sums say
 */
export function release(project: string, day: string): { readonly version: string; readonly files: number; readonly bytes: number } {
  const version = versionName(day);
  versionDay(version);
  const dist = path.join(project, "dist");
  const archive = path.join(project, releasesFolder, `${version}.zip`);
  const card = path.join(project, versionsFolder, `${version}.json`);
  for (const file of [archive, card]) if (fs.existsSync(file)) throw new Error(`version ${version} exists (${path.relative(project, file)}): a frozen version is never written again. Name another day: npm run release -- 2026-01-31`);
  const changed = changedSince(dist);
  if (changed.length > 0) throw new Error(`dist is not what its SHA256SUMS say (${changed.slice(0, 3).join(", ")}): run \`npm run build\` first`);
  const files = frozenFiles(dist, normalBase(new URL(siteAddress(dist)).pathname), version);
  const zip = zipFiles(files);
  const log = JSON.parse(new TextDecoder().decode(files.get("corrections.json"))) as { readonly corrections: readonly { readonly id: string }[] };
  writeAside(archive, zip);
  writeAside(card, `${JSON.stringify({ version, day, sha256: sha256(zip), files: files.size, corrections: log.corrections.map(({ id }) => id) }, null, 1)}\n`);
  return { version, files: files.size, bytes: zip.length };
}

if (import.meta.main)
  await runCommand("release", (args) => {
    const [day = new Date().toISOString().slice(0, 10)] = commandLine(args, {}, 1).words;
    const { version, files, bytes } = release(root, day);
    console.log(`version ${version}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${releasesFolder}/${version}.zip`);
    console.log(`Commit ${releasesFolder}/${version}.zip and ${versionsFolder}/${version}.json, then \`npm run build\` and publish dist: the version stands at /v/${version}/`);
  });
