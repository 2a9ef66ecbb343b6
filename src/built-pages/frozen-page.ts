import { attributeOf, type Change, changed, elementsOf, type PageElement, without } from "./page-elements.ts";
import { policyOf, sealPage } from "./page-policy.ts";
import { relativeAddress, relativePage, relativeStyles } from "./relative-links.ts";

/** A day as the name of a version: `2026-11-23` → `20261123`. */
export const versionName = (day: string): string => day.replaceAll("-", "");

/** `20261123` → `2026-11-23`. @throws when the name is no day of eight digits */
export function versionDay(name: string): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(name) ?? [];
  const iso = `${year ?? ""}-${month ?? ""}-${day ?? ""}`;
  const time = Date.parse(iso);
  if (year === undefined || Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso)) throw new Error(`"${name}" is no version: a day of eight digits is wanted, such as 20261123`);
  return iso;
}

/** A file of the site below its frozen version's folder, from a page in that version. */
const toLive = (file: string, address: string): string => `../../${relativeAddress(file, address).replace(/^\.\/$/, "")}`;

/** Script of a frozen page; it asks the living site which corrections came later, and lists those in the banner. */
export const frozenScriptName = "frozen.js";
export const frozenStyleName = "frozen.css";

/** The banner on top of each frozen page: static words, which hold without JavaScript. */
function banner(file: string, version: string): string {
  const day = versionDay(version);
  return `<aside class="frozen-note" aria-label="About this version" data-version="${version}" data-corrections="${toLive(file, "corrections.json")}" data-then="${relativeAddress(file, "corrections.json")}"><p>This is the version of <time datetime="${day}">${day}</time>, kept as it was. <a href="${toLive(file, file.replace(/index\.html$/, ""))}">The newest version of this page</a> · <a href="${toLive(file, `versions/#v${version}`)}">What was corrected since</a></p></aside>`;
}

/** The offer of the whole site as one zip: a version does not hold a second copy of itself. */
const offersWholeSite = (element: PageElement): boolean => element.tagName === "li" && element.childNodes.some((node) => "tagName" in node && node.tagName === "a" && attributeOf(node, "href")?.endsWith("counting-code-red-offline.zip") === true);

/** What becomes of one element of a frozen page with a banner. The skip link stays the first thing on the page. */
function changesOf(element: PageElement, head: string, note: string): Change[] {
  const place = element.sourceCodeLocation;
  const insert = (at: number | undefined, text: string): Change[] => (at === undefined ? [] : [{ start: at, end: at, text }]);
  if (offersWholeSite(element)) return without(element);
  if (element.tagName === "head") return insert(place?.endTag?.startOffset, head);
  if (element.tagName !== "body") return [];
  const first = element.childNodes.find((node) => "tagName" in node);
  const skip = first !== undefined && "tagName" in first && attributeOf(first, "class") === "skip" ? first : undefined;
  return insert(skip?.sourceCodeLocation?.endOffset ?? place?.startTag?.endOffset, note);
}

/**
 * A page as it is kept in a frozen version: relative links, a banner that says so and links to the newest, and the living page as its canonical address.
 * An embed gets no banner, because its frame has no room for one.
 * @param file the page's path below the site's root
 * @param base folder of the host for which the site was built, with both slashes
 * @param hashOf SHA-256 of a text in base 64
 */
export function frozenPage(file: string, html: string, base: string, version: string, hashOf: (text: string) => string): string {
  const page = sealPage(relativePage(file, html, { base, filesOnly: false }), hashOf);
  if (file.startsWith("embed/") || policyOf(html) === null) return page;
  const head = `<link rel="stylesheet" href="${relativeAddress(file, frozenStyleName)}"><script type="module" src="${relativeAddress(file, frozenScriptName)}"></script>`;
  return changed(page, elementsOf(page).flatMap((element) => changesOf(element, head, banner(file, version))));
}

/** A style sheet of a frozen version. */
export const frozenStyles = (file: string, css: string, base: string): string => relativeStyles(file, css, { base, filesOnly: false });

/** Style of the banner: system letters and colours that hold in light and dark. */
export const frozenCss = `.frozen-note{padding:8px 16px;background:#5a1f14;color:#fff;font:400 16px/24px system-ui,sans-serif}.frozen-note p{margin:0 auto;max-width:1100px}.frozen-note a{display:inline-block;min-height:24px;color:#fff;text-decoration:underline}.frozen-note ul{margin:4px auto 0;max-width:1100px;padding-left:20px}@media print{.frozen-note{background:none;color:#000;border-bottom:1px solid #000}}
`;

/** Reads the corrections of then and of now, and lists those of now that were not there then. Says nothing when the living site does not answer. */
export const frozenJs = `const note = document.querySelector(".frozen-note");
const read = async (address) => (await (await fetch(address)).json()).corrections;
try {
  const [then, now] = await Promise.all([read(note.dataset.then), read(note.dataset.corrections)]);
  const known = new Set(then.map((entry) => entry.id));
  const later = now.filter((entry) => !known.has(entry.id));
  const list = document.createElement("ul");
  for (const entry of later) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.page;
    link.textContent = entry.title;
    item.append("Corrected since: ", link, ", which touches " + entry.affects.map((id) => id.replace(":", " ")).join(", ") + ".");
    list.append(item);
  }
  if (later.length > 0) note.append(list);
} catch {}
`;
