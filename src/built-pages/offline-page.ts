import { sealPage } from "./page-policy.ts";
import { type LinkStyle, relativePage } from "./relative-links.ts";

/**
 * A page for reading from a disk. A browser gives files of a disk no common origin: scripts in files of their own and preloads of fonts are refused
 * there, so they are left out (every page works without them), and the policy allows style sheets, fonts and pictures of the disk.
 * Nothing may be fetched from anywhere.
 * @param file the page's path below the site's root
 * @param hashOf SHA-256 of a text in base 64
 */
export function offlinePage(file: string, html: string, base: string, hashOf: (text: string) => string): string {
  const style: LinkStyle = { base, filesOnly: true };
  const page = relativePage(file, html, style)
    .replace(/<script\b[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, "")
    .replace(/<link\b[^>]*\brel="(?:preload|modulepreload|canonical|alternate|sitemap)"[^>]*>/g, "")
    .replace(/(<meta http-equiv="content-security-policy" content=")([^"]*)"/i, (_, open: string, policy: string) => `${open}${policy.replace(/\b(img-src|font-src|style-src|script-src) 'self'/g, "$1 'self' file:").replace(/;?\s*connect-src [^;]*/, "")}"`)
    .replace(/\scrossorigin(?:="[^"]*")?(?=[\s>])/g, "");
  return sealPage(page, hashOf);
}
