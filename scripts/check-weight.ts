// Prints what each built page makes a reader download, and fails above the budgets. Run after the build.
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { attributeOf, elementsOf, type PageElement, textOf } from "../src/built-pages/page-elements.ts";
import { importsOf } from "../src/built-pages/script-priority.ts";
import { filesBelow } from "./site-files.ts";

/** Budgets of one page. Sizes in bytes; 1 KB is taken as 1,000 bytes, the stricter reading. */
export const budgets = { article: 150_000, map: 250_000, requests: 12, script: 15_000, embed: 60_000, embedRequests: 2 } as const;

export interface Weight {
  /** Address of the page below the site's root. */
  readonly page: string;
  /** Bytes that travel: the brotli twin of a file, or the file where it has none. */
  readonly html: number;
  readonly css: number;
  readonly fonts: number;
  readonly pictures: number;
  /** Scripts in files of their own. */
  readonly script: number;
  /** All scripts, inline ones too, with gzip. */
  readonly scriptGzip: number;
  readonly requests: number;
  readonly total: number;
  /** True where the page draws a map, which has a budget of its own. */
  readonly map: boolean;
}

const data = /^application\/(?:ld\+)?json$/;

/** Addresses that a page fetches of itself, sorted by kind; an address used twice is fetched once. */
export function requestsOf(html: string): { readonly css: string[]; readonly scripts: string[]; readonly pictures: string[]; readonly fonts: string[]; readonly inline: string[]; readonly styles: string[] } {
  const elements = elementsOf(html);
  const named = (name: string): PageElement[] => elements.filter(({ tagName }) => tagName === name);
  const links = named("link").map((link) => ({ rels: (attributeOf(link, "rel") ?? "").split(" "), as: attributeOf(link, "as"), href: attributeOf(link, "href") }));
  const linked = (...rels: string[]): (string | undefined)[] => links.filter((link) => link.rels.some((rel) => rels.includes(rel))).map(({ href }) => href);
  const once = (list: readonly (string | undefined)[]): string[] => [...new Set(list)].filter((each) => each !== undefined).filter((each) => each !== "" && !each.startsWith("data:"));
  const scripts = named("script").filter((script) => !data.test(attributeOf(script, "type") ?? ""));
  return {
    css: once(linked("stylesheet")),
    scripts: once([...linked("modulepreload"), ...scripts.map((script) => attributeOf(script, "src"))]),
    pictures: once([...linked("icon"), ...named("img").map((picture) => attributeOf(picture, "src"))]),
    fonts: once(links.filter((link) => link.rels.includes("preload") && link.as === "font").map(({ href }) => href)),
    inline: scripts.filter((script) => attributeOf(script, "src") === undefined).map(textOf),
    styles: named("style").map(textOf),
  };
}

/** Fonts that a style sheet may load for Latin text: those without a range of characters, or with one that holds ASCII. */
export function fontsOf(css: string): string[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)]
    .filter(([, body = ""]) => !/unicode-range/.test(body) || /U\+0{0,4}(?:-|0?0-)/i.test(body))
    .flatMap(([, body = ""]) => [...body.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, address = ""]) => address))
    .filter((address) => !address.startsWith("data:"));
}

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
  const from = base + page.slice(1);
  const resolve = (address: string, relativeTo: string): string => new URL(address, new URL(relativeTo, `http://site${from}`)).pathname;
  const fileOf = (address: string): string => {
    const target = path.join(dist, address.slice(base.length));
    if (!address.startsWith(base) || !fs.existsSync(target)) throw new Error(`${file} asks for ${address}, which is not in ${dist}`);
    return target;
  };
  const read = (address: string): string => fs.readFileSync(fileOf(address), "utf8");
  // What travels is the compressed twin, where a file has one.
  const sent = (target: string): number => fs.statSync(fs.existsSync(`${target}.br`) ? `${target}.br` : target).size;
  const sum = (addresses: readonly string[]): number => addresses.reduce((total, address) => total + sent(fileOf(address)), 0);
  const asked = requestsOf(html);
  const here = (addresses: readonly string[]): string[] => addresses.map((address) => resolve(address, from));
  const css = here(asked.css);
  const fonts = [...new Set([...here(asked.fonts), ...asked.styles.flatMap((text) => here(fontsOf(text))), ...css.flatMap((sheet) => fontsOf(read(sheet)).map((font) => resolve(font, sheet)))])];
  const scripts = new Set<string>();
  const follow = (address: string): void => {
    if (scripts.has(address)) return;
    scripts.add(address);
    for (const next of importsOf(read(address))) follow(resolve(next, address));
  };
  for (const address of here(asked.scripts)) follow(address);
  const pictures = here(asked.pictures);
  const parts = { html: sent(path.join(dist, file)), css: sum(css), fonts: sum(fonts), pictures: sum(pictures), script: sum([...scripts]) };
  return {
    page,
    ...parts,
    scriptGzip: [...[...scripts].map(read), ...asked.inline].reduce((total, text) => total + (text === "" ? 0 : gzipSync(text).length), 0),
    requests: 1 + css.length + fonts.length + scripts.size + pictures.length,
    total: Object.values(parts).reduce((total, part) => total + part, 0),
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
  console.log(`${"page".padEnd(44)} ${["total", "html", "css", "fonts", "pictures", "script", "all JS"].map((name) => name.padStart(8)).join(" ")} requests  (KB as served: brotli twins where there are any; all JS with inline code: gzip)`);
  for (const each of shown)
    console.log(`${each.page.padEnd(44)} ${[each.total, each.html, each.css, each.fonts, each.pictures, each.script, each.scriptGzip].map((bytes) => kilobytes(bytes).padStart(8)).join(" ")} ${String(each.requests).padStart(8)}${each.map ? "  map" : ""}`);
  if (claims.length > 1) console.log(`(and ${claims.length - 1} lighter pages of single claims)`);
  const faults = weights.flatMap(overBudget);
  for (const fault of faults) console.error(fault);
  console.log(`${weights.length} pages weighed, ${faults.length} over budget`);
  if (faults.length > 0) process.exit(1);
}

if (import.meta.main) main();
