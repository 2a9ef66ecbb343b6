import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesBelow } from "../../scripts/site-files.ts";
import { headerTable } from "../../src/hosting/header-table.ts";
import type { SitePart } from "../../src/hosting/site-part.ts";
import { dist, site } from "./finished-site.ts";
import { hasBrotli, type RunningServer, serverNames, startServer } from "./real-server.ts";

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One answer as it travels: nothing is followed, nothing unpacked. */
const ask = (url: string, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    http
      .get(url, { headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
        });
      })
      .on("error", reject);
  });

const firstOf = (pattern: RegExp): string => filesBelow(dist).find((file) => pattern.test(file)) ?? "";
/** One file of each part, by its address. */
const samples: readonly (readonly [string, SitePart])[] = [
  ["", "pages"],
  ["compare/", "pages"],
  ["favicon.svg", "pages"],
  [firstOf(/^_astro\/.*\.css$/), "assets"],
  [firstOf(/^_astro\/.*\.woff2$/), "assets"],
  [firstOf(/^embed\/[^/]+\/index\.html$/).replace("index.html", ""), "embeds"],
  ["data/claims.json", "downloads"],
  ["data/records/claims.csv", "downloads"],
  [firstOf(/^figures\/.*figure\.svg$/), "downloads"],
  ["pagefind/pagefind.js", "search"],
];
const types: readonly (readonly [string, RegExp])[] = [
  ["compare/", /^text\/html; ?charset=utf-8$/i],
  ["data/claims.json", /^application\/json(?:; ?charset=utf-8)?$/i],
  ["data/records/claims.csv", /^text\/csv; ?charset=utf-8$/i],
  [firstOf(/^figures\/.*figure\.svg$/), /^image\/svg\+xml(?:; ?charset=utf-8)?$/i],
  [firstOf(/^_astro\/.*\.css$/), /^text\/css(?:; ?charset=utf-8)?$/i],
  ["pagefind/pagefind.js", /^(?:text|application)\/javascript(?:; ?charset=utf-8)?$/i],
  [firstOf(/^figures\/.*figure\.png$/), /^image\/png$/],
  [firstOf(/^figures\/.*figure\.zip$/), /^application\/(?:x-)?zip(?:-compressed)?$/],
  [firstOf(/^_astro\/.*\.woff2$/), /^(?:application|font)\/(?:font-)?woff2$/],
  ["corrections.xml", /^(?:text|application)\/(?:atom\+)?xml(?:; ?charset=utf-8)?$/i],
];

for (const name of serverNames)
  for (const base of [new URL(site).pathname, "/a/b/"])
    describe(`${name} with the settings of the build, under ${base}`, () => {
      let server: RunningServer | undefined;
      const url = (address: string): string => (server?.url ?? "") + address;
      beforeAll(async () => {
        server = await startServer(name, dist, base);
      });
      afterAll(async () => {
        await server?.stop();
      });

      it("starts without a warning about them", () => {
        // Two warnings of Caddy are about what the test itself asks of it: no certificates, and no interface for its administrator.
        const ofTheTest = /admin endpoint disabled|automatic HTTPS is completely disabled/;
        const said = (server?.said() ?? "").split("\n").filter((line) => !ofTheTest.test(line));
        expect(said.filter((line) => /\bwarn(?:ing)?\b/i.test(line))).toEqual([]);
      });

      it.each(samples)("sends the headers of the table for %s", async (address, part) => {
        const { status, headers } = await ask(url(address));
        expect(status).toBe(200);
        for (const [header, value] of Object.entries(headerTable[part])) expect(headers[header.toLowerCase()], header).toBe(value);
        if (!("Access-Control-Allow-Origin" in headerTable[part])) expect(headers["access-control-allow-origin"]).toBeUndefined();
        if (part === "embeds") expect(headers["content-security-policy"]).toBe("frame-ancestors *");
      });

      it.each(types)("knows the type of %s", async (address, type) => {
        expect((await ask(url(address))).headers["content-type"]).toMatch(type);
      });

      it.each(["compare/", "data/claims.json", "data/records/claims.csv", ""])("sends the compressed twin of %s, whole", async (address) => {
        const plain = fs.readFileSync(path.join(dist, address === "" || address.endsWith("/") ? `${address}index.html` : address));
        const zipped = await ask(url(address), { "accept-encoding": "gzip" });
        expect(zipped.headers["content-encoding"]).toBe("gzip");
        expect(gunzipSync(zipped.body).equals(plain)).toBe(true);
        expect(zipped.headers["content-type"]).toMatch(/^(?:text\/(?:html|csv)|application\/json)/);
        expect(zipped.headers.vary?.toLowerCase()).toContain("accept-encoding");
        const plainAnswer = await ask(url(address));
        expect(plainAnswer.headers["content-encoding"]).toBeUndefined();
        expect(plainAnswer.body.equals(plain)).toBe(true);
        if (!hasBrotli(name)) return;
        const packed = await ask(url(address), { "accept-encoding": "br" });
        expect(packed.headers["content-encoding"]).toBe("br");
        expect(brotliDecompressSync(packed.body).equals(plain)).toBe(true);
      });

      it("leads from a folder without its slash to the folder, on the same host", async () => {
        const { status, headers } = await ask(url("compare"));
        expect([301, 302, 307, 308]).toContain(status);
        expect(new URL(headers.location ?? "", url("")).href).toBe(url("compare/"));
      });

      it.each(["no-such-page", "claims/no-such-claim/", "a/b/c/d.html", "_astro/gone.css", "embed/none/"])("answers 404 with the site's own page for %s, and keeps it for minutes", async (address) => {
        const { status, headers, body } = await ask(url(address), { "accept-encoding": "identity" });
        expect(status).toBe(404);
        expect(body.equals(fs.readFileSync(path.join(dist, "404.html")))).toBe(true);
        expect(headers["cache-control"]).toBe(headerTable.pages["Cache-Control"]);
        expect(headers["x-content-type-options"]).toBe("nosniff");
        expect(headers["content-type"]).toMatch(/^text\/html/);
      });

      it.each([".htaccess", ".nojekyll", "_headers", "../../etc/passwd"])("does not show %s", async (address) => {
        expect([400, 403, 404]).toContain((await ask(url(address))).status);
      });
    });
