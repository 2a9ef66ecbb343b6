import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { headerRules, normalBase, serveFolder } from "../../scripts/serve.ts";

/** Makes a small built site and serves it under a base while `use` runs. */
async function serving(folder: string, base: string, use: (url: string) => Promise<void>): Promise<void> {
  const files: Readonly<Record<string, string>> = { "index.html": "<h1>home</h1>", "404.html": "<h1>nothing here</h1>", "compare/index.html": "<h1>compare</h1>", "_astro/site.abc.css": "body{}", "data/claims.json": "{}", ".secret": "no", _headers: "/data/*\n  Access-Control-Allow-Origin: *\n" };
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  const { url, close } = await serveFolder(folder, { port: 0, base });
  try {
    await use(url);
  } finally {
    await close();
  }
}

/** Status, headers and text of one address, asked for exactly as written: fetch would tidy it first. */
const ask = (url: string, address: string): Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    http
      .get({ hostname, port, path: address }, (response) => {
        let text = "";
        response.on("data", (part: Buffer) => (text += part.toString()));
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      })
      .on("error", reject);
  });

for (const base of ["/", "/code-red/", "/a/b/"])
  test(`under ${base} the server gives pages, redirects and its own 404`, async () => {
    await serving(test.info().outputPath("dist"), base, async (url) => {
      expect(new URL(url).pathname).toBe(base);
      expect(await ask(url, base)).toMatchObject({ status: 200, text: "<h1>home</h1>" });
      expect(await ask(url, `${base}compare/`)).toMatchObject({ status: 200, text: "<h1>compare</h1>" });
      expect(await ask(url, `${base}compare`)).toMatchObject({ status: 301, headers: { location: `${base}compare/` } });
      expect(await ask(url, `${base}no/such/page`)).toMatchObject({ status: 404, text: "<h1>nothing here</h1>" });
      if (base !== "/") {
        expect(await ask(url, base.slice(0, -1))).toMatchObject({ status: 301, headers: { location: base } });
        expect(await ask(url, "/compare/")).toMatchObject({ status: 404 });
      }
    });
  });

test("the server never leaves its folder, shows no hidden file and redirects to no other host", async () => {
  await serving(test.info().outputPath("dist"), "/", async (url) => {
    for (const address of ["/../package.json", "/..%2f..%2fpackage.json", "/%2e%2e/package.json", "/.secret", "/%", "/%00"]) expect((await ask(url, address)).status, address).toBe(404);
    expect((await ask(url, "//compare")).headers.location ?? "").not.toMatch(/^\/\//);
  });
});

test("the server sends the headers of a host: caching by kind, types, and those of _headers", async () => {
  await serving(test.info().outputPath("dist"), "/", async (url) => {
    expect((await ask(url, "/_astro/site.abc.css")).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const page = await ask(url, "/");
    expect(page.headers).toMatchObject({ "cache-control": "public, max-age=300", "content-type": "text/html;charset=utf-8", "x-content-type-options": "nosniff" });
    expect(page.headers["access-control-allow-origin"]).toBeUndefined();
    expect((await ask(url, "/data/claims.json")).headers["access-control-allow-origin"]).toBe("*");
    const compressed = await fetch(url, { headers: { "accept-encoding": "br" } });
    expect(compressed.headers.get("content-encoding")).toBe("br");
    expect(await compressed.text()).toBe("<h1>home</h1>");
  });
});

test("a folder without a built site is refused with what to do", async () => {
  const empty = test.info().outputPath("empty");
  fs.mkdirSync(empty, { recursive: true });
  await expect(serveFolder(empty, { port: 0, base: "/" })).rejects.toThrow("404.html is missing. Run `npm run build` first");
});

test("a port that is taken is an error with its code", async () => {
  const folder = test.info().outputPath("dist");
  await serving(folder, "/", async (url) => {
    await expect(serveFolder(folder, { port: Number(new URL(url).port), base: "/" })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

test("a base is the same with and without its slashes, and a rule of _headers matches as hosts match it", () => {
  expect(["", "/", "code-red", "/code-red", "/code-red/", "a/b"].map(normalBase)).toEqual(["/", "/", "/code-red/", "/code-red/", "/code-red/", "/a/b/"]);
  const [rule] = headerRules("# all data\n/data/*\n  Access-Control-Allow-Origin: *\n  Cache-Control: max-age=60\n");
  expect(rule?.[1]).toEqual([
    ["Access-Control-Allow-Origin", "*"],
    ["Cache-Control", "max-age=60"],
  ]);
  expect(["/data/claims.json", "/data/"].every((file) => rule?.[0].test(file) === true)).toBe(true);
  expect(rule?.[0].test("/figures/data/x")).toBe(false);
});
