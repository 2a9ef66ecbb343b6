import { headerRows, partWords } from "./header-table.ts";
import { compressedTypes, mediaTypes } from "./media-types.ts";
import { versionPattern } from "./place.ts";
import { foldersPattern, type Headers, type SitePart } from "./site-part.ts";

const headerLines = (headers: Headers, indent: string): string => Object.entries(headers).map(([name, value]) => `${indent}Header always set ${name} "${value}"\n`).join("");

/** A condition on the address, before any rewriting; a file that is not there gets the headers of a page. */
const condition = (base: string, part: SitePart): string => {
  const named = (pattern: string): string => `m#^${versionPattern(base)}${pattern}/#`;
  const there = "%{REQUEST_STATUS} != 404";
  return part === "pages" ? `%{REQUEST_URI} !~ ${named(foldersPattern())} || %{REQUEST_STATUS} == 404` : `%{REQUEST_URI} =~ ${named(foldersPattern(part))} && ${there}`;
};

/**
 * The `.htaccess` of Apache 2.4, with mod_headers, mod_rewrite, mod_mime and mod_dir; it works as it lies in the site's folder where the server
 * allows it (\`AllowOverride All\`), and inside a \`<Directory>\` of the server's own settings.
 * @param base folder of the host in which the site stands, with both slashes
 */
export function apacheFile(base: string): string {
  const parts = headerRows.map(([part, headers]) => `  # ${partWords[part]}\n  <If "${condition(base, part)}">\n${headerLines(headers, "    ")}  </If>\n`);
  const types = Object.entries(mediaTypes).map(([ending, type]) => `AddType ${type} .${ending}\n`).join("");
  const twins = Object.entries(compressedTypes).flatMap(([ending, type]) =>
    [["br", "br"], ["gz", "gzip"]].map(([mark = "", coding = ""]) => `  <FilesMatch "\\.${ending}\\.${mark}$">\n    ForceType "${type}; charset=utf-8"\n    Header set Content-Encoding ${coding}\n    Header append Vary Accept-Encoding\n  </FilesMatch>\n`),
  );
  return `# Made by the build from src/hosting/header-table.ts. For Apache 2.4.
Options -Indexes -MultiViews
DirectoryIndex index.html
DirectorySlash On
ErrorDocument 404 ${base}404.html
AddDefaultCharset utf-8
AddCharset utf-8 ${Object.keys(compressedTypes).map((ending) => `.${ending}`).join(" ")}
AddType text/javascript .js
${types}
<FilesMatch "^(?:\\.|_headers$)">
  Require all denied
</FilesMatch>

<IfModule mod_headers.c>
${parts.join("")}</IfModule>

# The compressed twin of a file, where the reader takes it.
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule \\.(?:${Object.keys(compressedTypes).join("|")})$ %{REQUEST_URI}.br [L]
  RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule \\.(?:${Object.keys(compressedTypes).join("|")})$ %{REQUEST_URI}.gz [L]
  # Twins are sent as they are, never packed twice.
  RewriteRule \\.(?:br|gz)$ - [E=no-gzip:1,E=no-brotli:1]
${twins.join("")}</IfModule>
`;
}
