import { type Change, changed, elementsOf, type PageElement } from "./page-elements.ts";

/** The way from one file to an address below the same root: `compare/index.html` and `/maps/` → `../maps/`. */
export function relativeAddress(from: string, address: string): string {
  const up = "../".repeat(from.split("/").length - 1);
  const way = up + address;
  return way === "" ? "./" : way;
}

export interface LinkStyle {
  /** Folder of the host for which the site was built, with both slashes. */
  readonly base: string;
  /** Write `index.html` out after a folder, because no server stands behind a file. */
  readonly filesOnly: boolean;
}

const indexed = (address: string): string => address.replace(/^([^?#]*\/|)(?=[?#]|$)/, "$1index.html");

/** An address of the site as seen from one of its files; addresses of other hosts come back as they were. */
function fromHere(file: string, address: string, { base, filesOnly }: LinkStyle): string {
  if (!address.startsWith(base) || address.startsWith("//")) return address;
  const below = address.slice(base.length);
  return relativeAddress(file, filesOnly ? indexed(below) : below);
}

const linking = ["href", "src", "poster", "action", "data-href"];

/** The addresses of one element, and the words of a style element, as they are to be. */
function changesOf({ tagName, sourceCodeLocation: place }: PageElement, file: string, html: string, style: LinkStyle): Change[] {
  const addresses = linking.flatMap((name) => {
    const at = place?.attrs?.[name];
    if (at === undefined) return [];
    const written = html.slice(at.startOffset, at.endOffset);
    return [{ start: at.startOffset, end: at.endOffset, text: written.replace(/^([^=]*=\s*["']?)([^"']*)/, (_, open: string, address: string) => open + fromHere(file, address, style)) }];
  });
  if (tagName !== "style" || place?.startTag === undefined || place.endTag === undefined) return addresses;
  const [start, end] = [place.startTag.endOffset, place.endTag.startOffset];
  return [...addresses, { start, end, text: relativeStyles(file, html.slice(start, end), style) }];
}

/**
 * A page whose links to its own site no longer name the host's folder: it can be moved, or opened from a disk. Its styles
 * change too, so that a policy which names them by their hash must be sealed again.
 * @param file the page's path below the site's root
 */
export function relativePage(file: string, html: string, style: LinkStyle): string {
  return changed(html, elementsOf(html).flatMap((element) => changesOf(element, file, html, style)));
}

/** A style sheet whose addresses are relative to itself. */
export const relativeStyles = (file: string, css: string, style: LinkStyle): string => css.replace(/url\((["']?)(\/[^)"']*)\1\)/g, (_, quote: string, address: string) => `url(${quote}${fromHere(file, address, style)}${quote})`);

/** A script whose quoted addresses of own modules are relative to itself. */
export const relativeScript = (file: string, script: string, { base }: LinkStyle): string => script.replaceAll(`"${base}_astro/`, `"${relativeAddress(file, "_astro/")}`);
