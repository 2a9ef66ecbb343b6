import { attributeOf, type Change, changed, elementsOf, type PageElement, without } from "./page-elements.ts";
import { directivesOf, isPolicy, sealPage } from "./page-policy.ts";
import { relativePage } from "./relative-links.ts";

/** Kinds of links that lead to a host, or that a file of a disk may not follow. */
const hostOnly: readonly string[] = ["preload", "modulepreload", "canonical", "alternate", "sitemap"];

/** A policy that lets a page take pictures, letters, styles and scripts from the disk, and fetch nothing. */
const diskPolicy = (policy: string): string =>
  [...directivesOf(policy)]
    .filter(([name]) => name !== "connect-src")
    .map(([name, sources]) => [name, ...sources.flatMap((source) => (source === "'self'" && /^(?:img|font|style|script)-src$/.test(name) ? [source, "file:"] : [source]))].join(" "))
    .join("; ");

/** What becomes of one element on a disk. */
function changesOf(element: PageElement, html: string): Change[] {
  const { tagName, sourceCodeLocation: place } = element;
  if (tagName === "script" && attributeOf(element, "src") !== undefined) return without(element);
  if (tagName === "link" && (attributeOf(element, "rel") ?? "").split(" ").some((rel) => hostOnly.includes(rel))) return without(element);
  if (isPolicy(element) && place != null) return [{ start: place.startOffset, end: place.endOffset, text: `<meta http-equiv="content-security-policy" content="${diskPolicy(attributeOf(element, "content") ?? "")}">` }];
  const crossorigin = place?.attrs?.["crossorigin"];
  return crossorigin === undefined ? [] : [{ start: html.lastIndexOf(" ", crossorigin.startOffset), end: crossorigin.endOffset, text: "" }];
}

/**
 * A page for reading from a disk. A browser gives files of a disk no common origin: scripts in files of their own and preloads of fonts are refused
 * there, so they are left out (every page works without them), and the policy allows style sheets, fonts and pictures of the disk.
 * Nothing may be fetched from anywhere.
 * @param file the page's path below the site's root
 * @param hashOf SHA-256 of a text in base 64
 */
export function offlinePage(file: string, html: string, base: string, hashOf: (text: string) => string): string {
  const page = relativePage(file, html, { base, filesOnly: true });
  return sealPage(changed(page, elementsOf(page).flatMap((element) => changesOf(element, page))), hashOf);
}
