import fs from "node:fs";
import path from "node:path";

const dist = path.resolve(import.meta.dirname, "../../dist");

/** Addresses of every page in `dist`, relative to the base: `""`, `compare/`, `404.html`. Sorted. */
export const pages: readonly string[] = (() => {
  if (!fs.existsSync(path.join(dist, "index.html"))) throw new Error("dist holds no built site: run `npm run build` first");
  return fs
    .readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.replace(/(^|\/)index\.html$/, "$1"))
    .sort();
})();

const isClaim = (page: string): boolean => /^claims\/[^/]+\/$/.test(page);
/** An embed that keeps one colour scheme; the embed without one shows both. */
const isFixedEmbed = (page: string): boolean => /^embed\/[^/]+\/(?:light|dark)\/$/.test(page);
const claims = pages.filter(isClaim);

/** How many of the pages of single claims go through every check; they are made by one template. */
const sampled = 5;

/** Pages for every check: all but the claims and the embeds of one scheme, and five claims spread over the ledger. */
export const thorough: readonly string[] = [...pages.filter((page) => !isClaim(page) && !isFixedEmbed(page)), ...claims.filter((_, index) => index % Math.max(1, Math.ceil(claims.length / sampled)) === 0)];

/** The other pages, for the quick checks. */
export const quick: readonly string[] = pages.filter((page) => !thorough.includes(page));

/** The file of a page. */
export const htmlOf = (page: string): string => fs.readFileSync(path.join(dist, page.endsWith(".html") ? page : `${page}index.html`), "utf8");

/** A page's name in the title of a test. */
export const nameOf = (page: string): string => `/${page}`;
