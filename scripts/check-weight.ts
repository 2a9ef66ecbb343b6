// Prints what each built page makes a reader download, and fails above the budgets. Run after the build.
import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { filesBelow } from "./site-files.ts";

/** Budgets of one page. Sizes in bytes; 1 KB is taken as 1,000 bytes, the stricter reading. */
export const budgets = { article: 150_000, map: 250_000, requests: 12, script: 15_000, embed: 60_000, embedRequests: 2 } as const;

export interface Weight {
  /** Address of the page below the site's root. */
  readonly page: string;
  /** Bytes that travel: text with brotli, fonts and pictures as they are. */
  readonly html: number;
  readonly css: number;
  readonly fonts: number;
  readonly pictures: number;
  /** Scripts in files of their own, with brotli. */
  readonly script: number;
  /** All scripts, inline ones too, with gzip. */
  readonly scriptGzip: number;
  readonly requests: number;
  readonly total: number;
  /** True where the page draws a map, which has a budget of its own. */
  readonly map: boolean;
}

/** Value of an attribute of one tag, however it is quoted; undefined where the tag has none. */
function attribute(tag: string, name: string): string | undefined {
  const [, double, single, bare] = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`).exec(tag) ?? [];
  return double ?? single ?? bare;
}

const tags = (html: string, name: string): string[] => [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, "g"))].map(([tag]) => tag);

/** Addresses that a page fetches of itself, sorted by kind; an address used twice is fetched once. */
export function requestsOf(html: string): { readonly css: string[]; readonly scripts: string[]; readonly pictures: string[]; readonly fonts: string[]; readonly inline: string[] } {
  const links = tags(html, "link").map((tag) => ({ rel: attribute(tag, "rel") ?? "", as: attribute(tag, "as"), href: attribute(tag, "href") ?? "" }));
  const linked = (...rels: string[]): string[] => links.filter((link) => link.rel.split(" ").some((rel) => rels.includes(rel))).map((link) => link.href);
  const once = (list: readonly (string | undefined)[]): string[] => [...new Set(list.filter((each) => each !== undefined && each !== "" && !each.startsWith("data:")))] as string[];
  const data = /type=["']?application\/(?:ld\+)?json/;
  return {
    css: once(linked("stylesheet")),
    scripts: once([...linked("modulepreload"), ...tags(html, "script").filter((tag) => !data.test(tag)).map((tag) => attribute(tag, "src"))]),
    pictures: once([...linked("icon"), ...tags(html, "img").map((tag) => attribute(tag, "src"))]),
    fonts: once(links.filter((link) => link.rel === "preload" && link.as === "font").map((link) => link.href)),
    inline: [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].filter(([, head = ""]) => !/\ssrc=/.test(head) && !data.test(head)).map(([, , body = ""]) => body),
  };
}

/** Fonts that a style sheet may load for Latin text: those without a range of characters, or with one that holds ASCII. */
export function fontsOf(css: string): string[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)]
    .filter(([, body = ""]) => !/unicode-range/.test(body) || /U\+0{0,4}(?:-|0?0-)/i.test(body))
    .flatMap(([, body = ""]) => [...body.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, address = ""]) => address))
    .filter((address) => !address.startsWith("data:"));
}

/** Scripts that a module imports by address, at its head or later. */
const importsOf = (script: string): string[] => [...script.matchAll(/(?:from|import)\s*\(?["'](\.{0,2}\/[^"']+\.m?js)["']/g)].map(([, address = ""]) => address);

/**
 * Weighs one built page from the files on disk.
 * @param dist folder of the built site
 * @param file the page's path below it, `compare/index.html`
 * @param base folder of the host in which the site stands, with both slashes
 * @throws when the page asks for a file that was not built, naming both
 */
export function weigh(dist: string, file: string, base: string): Weight {
  const html = fs.readFileSync(path.join(dist, file), "utf8");
  const page = `/${file.replace(/index\.html$/, "")}`;
  const read = (address: string, from: string): Buffer => {
    const { pathname } = new URL(address, new URL(from, `http://site${base}`));
    const target = path.join(dist, pathname.slice(base.length));
    if (!pathname.startsWith(base) || !fs.existsSync(target)) throw new Error(`${file} asks for ${address}, which is not in ${dist}`);
    return fs.readFileSync(target);
  };
  const from = base + page.slice(1);
  const asked = requestsOf(html);
  const css = asked.css.map((address) => [address, read(address, from)] as const);
  const resolve = (address: string, relativeTo: string): string => new URL(address, new URL(relativeTo, `http://site${from}`)).pathname;
  const fonts = [...new Set([...asked.fonts.map((address) => resolve(address, from)), ...[...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].flatMap(([, text = ""]) => fontsOf(text).map((font) => resolve(font, from))), ...css.flatMap(([address, text]) => fontsOf(text.toString()).map((font) => resolve(font, resolve(address, from))))])];
  const scripts = new Map<string, Buffer>();
  const follow = (address: string): void => {
    if (scripts.has(address)) return;
    const text = read(address, from);
    scripts.set(address, text);
    for (const next of importsOf(text.toString())) follow(resolve(next, address));
  };
  for (const address of asked.scripts) follow(resolve(address, from));
  const brotli = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + brotliCompressSync(part).length, 0);
  const plain = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0);
  const pictures = asked.pictures.map((address) => [address, read(address, from)] as const);
  const parts = {
    html: brotli([Buffer.from(html)]),
    css: brotli(css.map(([, text]) => text)),
    fonts: plain(fonts.map((address) => read(address, from))),
    pictures: brotli(pictures.filter(([address]) => address.endsWith(".svg")).map(([, bytes]) => bytes)) + plain(pictures.filter(([address]) => !address.endsWith(".svg")).map(([, bytes]) => bytes)),
    script: brotli([...scripts.values()]),
  };
  return {
    page,
    ...parts,
    scriptGzip: [...scripts.values(), ...asked.inline.map((text) => Buffer.from(text))].reduce((sum, part) => sum + (part.length === 0 ? 0 : gzipSync(part).length), 0),
    requests: 1 + css.length + fonts.length + scripts.size + pictures.length,
    total: Object.values(parts).reduce((sum, part) => sum + part, 0),
    map: /class="[^"]*\bmap-card\b/.test(html),
  };
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** What is over budget on one page, in words; empty when nothing is. */
export function overBudget({ page, total, requests, scriptGzip, map }: Weight): string[] {
  const embed = page.startsWith("/embed/");
  const limit = embed ? budgets.embed : map ? budgets.map : budgets.article;
  const most = embed ? budgets.embedRequests : budgets.requests;
  return [
    ...(total > limit ? [`${page} weighs ${kilobytes(total)} KB; ${embed ? "a figure in a frame" : map ? "a page with a map" : "an article"} may weigh ${kilobytes(limit)} KB`] : []),
    ...(requests > most ? [`${page} makes ${requests} requests; ${most} are allowed`] : []),
    ...(scriptGzip > budgets.script ? [`${page} has ${kilobytes(scriptGzip)} KB of script (gzip); ${kilobytes(budgets.script)} KB are allowed`] : []),
  ];
}

function main(): void {
  const dist = path.resolve("dist");
  const base = `/${(process.env["BASE"] ?? "/").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
  const pages = fs.existsSync(dist) ? filesBelow(dist).filter((file) => file.endsWith(".html")) : [];
  if (pages.length === 0) {
    console.error("dist holds no page: run `npm run build` first");
    process.exit(1);
  }
  const weights = pages.map((file) => weigh(dist, file, base));
  // Pages of single claims are alike: the heaviest stands for them.
  const claims = weights.filter((each) => /^\/claims\/[^/]+\/$/.test(each.page)).sort((a, b) => b.total - a.total);
  const shown = weights.filter((each) => !claims.slice(1).includes(each));
  console.log(`${"page".padEnd(44)} ${["total", "html", "css", "fonts", "pictures", "script", "all JS"].map((name) => name.padStart(8)).join(" ")} requests  (KB: brotli, all JS with inline code: gzip, fonts as they are)`);
  for (const each of shown)
    console.log(`${each.page.padEnd(44)} ${[each.total, each.html, each.css, each.fonts, each.pictures, each.script, each.scriptGzip].map((bytes) => kilobytes(bytes).padStart(8)).join(" ")} ${String(each.requests).padStart(8)}${each.map ? "  map" : ""}`);
  if (claims.length > 1) console.log(`(and ${claims.length - 1} lighter pages of single claims)`);
  const faults = weights.flatMap(overBudget);
  for (const fault of faults) console.error(fault);
  console.log(`${weights.length} pages weighed, ${faults.length} over budget`);
  if (faults.length > 0) process.exit(1);
}

if (import.meta.main) main();
