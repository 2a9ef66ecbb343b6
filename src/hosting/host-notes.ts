import { headerRows, partWords } from "./header-table.ts";

/**
 * Notes for hosts that take no file of settings.
 * @param base folder of the host in which the site stands, with both slashes
 */
export function hostNotes(base: string): string {
  const table = headerRows.map(([part, headers]) => `${partWords[part]}\n${Object.entries(headers).map(([name, value]) => `    ${name}: ${value}\n`).join("")}`).join("\n");
  return `Publishing this folder
======================

The site is files and nothing else. It was built to stand at ${base} of a host.
For another place build it again: SITE=https://example.org BASE=/a/b/ npm run build

Netlify, Cloudflare Pages   publish this folder as it is; _headers is read from its top
nginx                       hosting/nginx.conf
Apache 2.4                  .htaccess works as it lies here, where AllowOverride All is set
Caddy                       hosting/Caddyfile

GitHub Pages
  .nojekyll is in this folder: without it the folder _astro is left out.
  GitHub sets its own headers: copies are kept for ten minutes, and frame-ancestors is not sent, so any site may frame any page.
  Everything else holds: the policy of scripts and styles stands in the pages.
  A project's site stands under its name: BASE=/name-of-the-repository/ npm run build

Amazon S3
  Use S3 behind CloudFront, or the website address of the bucket. Set 404.html as error document and index.html as index document.
  The plain address of a bucket (without "website") does not find index.html in folders.
  Upload _astro with its long Cache-Control, the rest with the short one:
    aws s3 sync . s3://BUCKET${base} --exclude "_astro/*" --exclude "*.br" --exclude "*.gz" --cache-control "${headerRows.find(([part]) => part === "pages")?.[1]["Cache-Control"] ?? ""}"
    aws s3 sync _astro s3://BUCKET${base}_astro --exclude "*.br" --exclude "*.gz" --cache-control "${headerRows.find(([part]) => part === "assets")?.[1]["Cache-Control"] ?? ""}"
  The other headers of the table below belong into a response headers policy of CloudFront, one for each part.
  Let CloudFront compress; S3 does not choose between a file and its .br or .gz twin.

Any other host
  Upload the folder. The .br and .gz files are twins for servers that send them; others may leave them out.
  Strict-Transport-Security is not in the table: set it yourself once the whole host answers by https.

To check what arrived: sha256sum -c SHA256SUMS

The headers, by part
--------------------

${table}`;
}
