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

/**
 * A page whose links to its own site no longer name the host's folder: it can be moved, or opened from a disk. Its styles
 * change too, so that a policy which names them by their hash must be sealed again.
 * @param file the page's path below the site's root
 */
export const relativePage = (file: string, html: string, style: LinkStyle): string =>
  html.replace(/(<style\b[^>]*>)([\s\S]*?)(?=<\/style>)/g, (_, open: string, css: string) => open + relativeStyles(file, css, style)).replace(/(<[a-z][a-z0-9]*\b)((?:\s+[^\s=>"']+(?:="[^"]*")?)*)(\s*\/?>)/gi, (_, open: string, attributes: string, end: string) => open + attributes.replace(/(\s(?:href|src|poster|action|data-href)=")([^"]*)"/g, (__, name: string, address: string) => `${name}${fromHere(file, address, style)}"`) + end);

/** A style sheet whose addresses are relative to itself. */
export const relativeStyles = (file: string, css: string, style: LinkStyle): string => css.replace(/url\((["']?)(\/[^)"']*)\1\)/g, (_, quote: string, address: string) => `url(${quote}${fromHere(file, address, style)}${quote})`);

/** A script whose quoted addresses of own modules are relative to itself. */
export const relativeScript = (file: string, script: string, { base }: LinkStyle): string => script.replaceAll(`"${base}_astro/`, `"${relativeAddress(file, "_astro/")}`);
