import { headerTable } from "./header-table.ts";
import { frozenFolder, partOf } from "./site-part.ts";

/** Cloudflare Pages reads no more rules than this (developers.cloudflare.com/pages/configuration/headers). */
const ruleLimit = 100;

/** Pattern for a file's place: its own name at the root, else its first folder with a star; any version's folder is `:version`. */
function patternOf(file: string): string {
  const own = file.replace(frozenFolder, "");
  const version = own === file ? "" : "v/:version/";
  const folder = own.split("/")[0] ?? "";
  return `/${version}${own.includes("/") ? `${folder}/*` : own === "index.html" ? "" : own}`;
}

/**
 * The `_headers` file of Netlify and Cloudflare Pages. No two rules fit one address: where two do, these hosts join the values of a header,
 * and a page with two `frame-ancestors` obeys both. So there is a rule for each folder in place of one for all.
 * @param files paths of the built site, without a slash in front
 * @throws when there are more rules than a host reads
 */
export function headersFile(files: readonly string[]): string {
  const rules = new Map(files.filter((file) => !/(?:^|\/)[._][^/]*$/.test(file) && !/\.(?:br|gz)$/.test(file)).map((file) => [patternOf(file), partOf(file)] as const));
  if (rules.size > ruleLimit) throw new Error(`_headers would have ${rules.size} rules and hosts read ${ruleLimit}: put single files of the site's root into folders`);
  const blocks = [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pattern, part]) => `${pattern}\n${Object.entries(headerTable[part]).map(([name, value]) => `  ${name}: ${value}\n`).join("")}`);
  return `# Made by the build from src/hosting/header-table.ts. For Netlify and Cloudflare Pages, with this folder as the root of the host.\n\n${blocks.join("\n")}`;
}
