import { headerRows, partWords } from "./header-table.ts";
import { mediaTypes } from "./media-types.ts";
import { type Place, versionPattern } from "./place.ts";
import { foldersPattern } from "./site-part.ts";

/** A Caddyfile for Caddy 2.6 or newer. For a name of your own, put it in the place of the port: Caddy then fetches a certificate. */
export function caddyFile({ base, root, port }: Place): string {
  const parts = headerRows.map(([part, headers]) => {
    const match = part === "pages" ? `not path_regexp ^${versionPattern(base)}${foldersPattern()}/` : `path_regexp ^${versionPattern(base)}${foldersPattern(part)}/`;
    const lines = Object.entries(headers).map(([name, value]) => `\t\t${name} "${value}"\n`).join("");
    return `\t# ${partWords[part]}\n\t@${part} ${match}\n\theader @${part} {\n${lines}\t}\n`;
  });
  const types = Object.entries(mediaTypes).map(([ending, type]) => `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${type}${type.startsWith("text/") ? "; charset=utf-8" : ""}"\n`).join("");
  const pages = headerRows.find(([part]) => part === "pages")?.[1] ?? {};
  return `# Made by the build from src/hosting/header-table.ts. Put the built site below ${root}${base}
:${port} {
	root * ${root}
${parts.join("")}${types}	@hidden path */.* */_headers
	error @hidden 404
	file_server {
		precompressed br gzip
	}
	handle_errors {
		rewrite * ${base}404.html
${Object.entries(pages).map(([name, value]) => `\t\theader ${name} "${value}"\n`).join("")}		file_server
	}
}
`;
}
