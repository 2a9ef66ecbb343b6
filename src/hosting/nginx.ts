import { headerRows, partWords } from "./header-table.ts";
import { compressedTypes, mediaTypes, plainTypes } from "./media-types.ts";
import { type Place, versionPattern } from "./place.ts";
import { foldersPattern, type Headers } from "./site-part.ts";

const headerLines = (headers: Headers): string => Object.entries(headers).map(([name, value]) => `    add_header ${name} "${value}" always;\n`).join("");

/** Types that are sent with their charset; nginx adds text/html by itself. */
const charsetTypes = [...new Set([...Object.values(compressedTypes), ...Object.values(mediaTypes)])].filter((type) => type !== "text/html" && type !== "application/wasm").sort();

/** What stays true of a page that is not there: as the pages, and never kept for a year. */
const location = (match: string, words: string, headers: Headers): string => `  # ${words}\n  location ${match} {\n${headerLines(headers)}  }\n\n`;

/**
 * A server block for nginx 1.18 or newer, to be put below `sites-enabled`. The compressed twins are sent by `gzip_static`; `brotli_static` needs a module
 * (Debian: libnginx-mod-http-brotli-static) and stands in a comment unless `brotli` is asked for.
 */
export function nginxFile({ base, root, port }: Place, brotli = false): string {
  const parts = headerRows.map(([part, headers]) => (part === "pages" ? location(base, partWords[part], headers) : location(`~ ^${versionPattern(base)}${foldersPattern(part)}/`, partWords[part], headers)));
  // All types stand here: nginx warns of an ending that its own list names as well, and that list differs from version to version.
  const known = { ...compressedTypes, ...mediaTypes, ...plainTypes };
  const types = Object.entries(known).map(([ending, type]) => `    ${type} ${ending};\n`).join("");
  return `# Made by the build from src/hosting/header-table.ts. Put the built site below ${root}${base}

server {
  listen ${port};
  # server_name your.host;  (where another site answers on this port; Debian's own is sites-enabled/default)
  root ${root};
  index index.html;
  absolute_redirect off;
  server_tokens off;
  charset utf-8;
  charset_types ${charsetTypes.join(" ")};
  default_type application/octet-stream;
  types {
${types}  }
  gzip_static on;
  gzip_vary on;
  ${brotli ? "brotli_static on;" : "# brotli_static on;  (with the module of that name)"}
  error_page 404 ${base}404.html;

  # files whose name begins with a dot or holds settings of other hosts
  location ~ /(?:\\.|_headers$) { return 404; }

${parts.join("")}}
`;
}
