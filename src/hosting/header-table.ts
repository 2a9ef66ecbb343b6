import { type Headers, type SitePart, siteParts } from "./site-part.ts";

/** Seconds that a copy may be kept: files that may change with the next release, and files named by the hash of their content. */
const keepSeconds = { changing: 300, hashed: 31_536_000 } as const;

const changing = `public, max-age=${keepSeconds.changing}`;

/** Sent with every file. */
const everywhere: Headers = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
};

/** Nobody may put these pages into a frame. A `<meta>` policy cannot say this: the directive is ignored there (Content Security Policy Level 3, section 6.4.2). */
const unframed: Headers = { "Content-Security-Policy": "frame-ancestors 'none'", "Cross-Origin-Opener-Policy": "same-origin" };

/** Other sites may read the file by script and show it as a picture. */
const shared: Headers = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };

/**
 * The one table of headers; every host's file is made from it. The policy of scripts and styles stands in each page, as hashes in its
 * `<meta>`; the header adds only what a `<meta>` cannot say. Two policies are both enforced, so the header never loosens a page's.
 */
export const headerTable: Readonly<Record<SitePart, Headers>> = {
  assets: { ...everywhere, "Cache-Control": `public, max-age=${keepSeconds.hashed}, immutable` },
  embeds: { ...everywhere, "Cache-Control": changing, "Content-Security-Policy": "frame-ancestors *", "Cross-Origin-Resource-Policy": "cross-origin" },
  downloads: { ...everywhere, ...unframed, ...shared, "Cache-Control": changing },
  search: { ...everywhere, "Cache-Control": changing },
  pages: { ...everywhere, ...unframed, "Cache-Control": changing },
};

/** What each part holds, for comments in the generated files. */
export const partWords: Readonly<Record<SitePart, string>> = {
  assets: "files named by the hash of their content: kept for a year",
  embeds: "figures for other sites: the only pages that may stand in a frame",
  downloads: "data and figures: other sites may read them",
  search: "the index of the search",
  pages: "everything else",
};

/** The parts with their headers, in a fixed order. */
export const headerRows: readonly (readonly [SitePart, Headers])[] = siteParts.map((part) => [part, headerTable[part]]);
