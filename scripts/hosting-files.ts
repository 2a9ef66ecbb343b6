import { apacheFile } from "../src/hosting/apache.ts";
import { caddyFile } from "../src/hosting/caddy.ts";
import { headersFile } from "../src/hosting/headers-file.ts";
import { hostNotes } from "../src/hosting/host-notes.ts";
import { nginxFile } from "../src/hosting/nginx.ts";
import { usualPlace } from "../src/hosting/place.ts";
import { filesBelow, writeFile } from "./site-files.ts";

/**
 * Adds the settings of hosts to a built site, all made from one table of headers. Call it when every other file is there.
 * @param base folder of the host in which the site stands, with both slashes
 */
export function addHostingFiles(dist: string, base: string): void {
  const place = usualPlace(base);
  writeFile(dist, ".htaccess", apacheFile(base));
  writeFile(dist, ".nojekyll", "");
  writeFile(dist, "hosting/nginx.conf", nginxFile(place));
  writeFile(dist, "hosting/Caddyfile", caddyFile(place));
  writeFile(dist, "hosting/README.txt", hostNotes(base));
  writeFile(dist, "_headers", headersFile([...filesBelow(dist), "manifest.json", "SHA256SUMS"]));
}
