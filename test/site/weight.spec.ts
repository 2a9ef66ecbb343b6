import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { htmlOf, pages } from "./built-pages.ts";
import { budgets, fontsOf, overBudget, requestsOf, weigh, type Weight } from "../../scripts/check-weight.ts";

const light: Weight = { page: "/x/", html: 1, css: 1, fonts: 1, pictures: 1, script: 1, scriptGzip: 1, requests: 5, total: 5, map: false };

test("a page over a budget is named, with its number and the budget", () => {
  expect(overBudget(light)).toEqual([]);
  expect(overBudget({ ...light, total: 150_001 })).toEqual(["/x/ weighs 150.0 KB; an article may weigh 150.0 KB"]);
  expect(overBudget({ ...light, total: 150_001, map: true })).toEqual([]);
  expect(overBudget({ ...light, total: 260_000, map: true })).toEqual(["/x/ weighs 260.0 KB; a page with a map may weigh 250.0 KB"]);
  expect(overBudget({ ...light, requests: budgets.requests + 1 })).toEqual(["/x/ makes 13 requests; 12 are allowed"]);
  expect(overBudget({ ...light, page: "/embed/x/", total: 60_001, requests: 3, map: true })).toEqual(["/embed/x/ weighs 60.0 KB; a figure in a frame may weigh 60.0 KB", "/embed/x/ makes 3 requests; 2 are allowed"]);
  expect(overBudget({ ...light, scriptGzip: 15_001 })).toEqual(["/x/ has 15.0 KB of script (gzip); 15.0 KB are allowed"]);
});

test("what a page fetches is read from its tags, each address once", () => {
  const html = `<link rel="stylesheet" href="/a.css"><link rel="preload" as="font" href='/f.woff2'><link rel="canonical" href="/x/"><link rel="icon" href="/i.svg">
<script type="module" src="/m.js"></script><script type="module" src="/m.js"></script><script type="application/ld+json">{}</script><script>inline()</script>
<img src="/p.png" alt=""><img src="data:image/png;base64,AA" alt="">`;
  expect(requestsOf(html)).toEqual({ css: ["/a.css"], scripts: ["/m.js"], pictures: ["/i.svg", "/p.png"], fonts: ["/f.woff2"], inline: ["inline()"], styles: [] });
});

test("fonts of other scripts than Latin are not counted", () => {
  const css = `@font-face{src:url("/latin.woff2");unicode-range:U+0000-00FF}@font-face{src:url(/greek.woff2);unicode-range:U+0370-03FF}@font-face{src:url(/all.woff2)}@font-face{src:local("Arial")}`;
  expect(fontsOf(css)).toEqual(["/latin.woff2", "/all.woff2"]);
});

test("a page is weighed with its style sheet, the font that it names and the scripts that its script imports", () => {
  const dist = test.info().outputPath("dist");
  const files = { "index.html": '<link rel="stylesheet" href="/base/_astro/a.css"><script type="module" src="/base/_astro/m.js"></script>', "_astro/a.css": '@font-face{src:url("./f.woff2")}', "_astro/f.woff2": "x".repeat(1000), "_astro/m.js": 'import "./n.js";', "_astro/n.js": "let n = 1;" };
  fs.mkdirSync(path.join(dist, "_astro"), { recursive: true });
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(dist, file), text);
  expect(weigh(dist, "index.html", "/base/")).toMatchObject({ page: "/", fonts: 1000, requests: 5, map: false });
  // The same typeface named by a style in the page itself is weighed too.
  fs.writeFileSync(path.join(dist, "inside.html"), '<style>@font-face{src:url(/base/_astro/f.woff2)}</style>');
  expect(weigh(dist, "inside.html", "/base/")).toMatchObject({ fonts: 1000, css: 0, requests: 2 });
  // What is served is the compressed twin, however small or large.
  fs.writeFileSync(path.join(dist, "_astro/a.css.br"), "x".repeat(11));
  expect(weigh(dist, "index.html", "/base/")).toMatchObject({ css: 11, script: files["_astro/m.js"].length + files["_astro/n.js"].length });
  fs.rmSync(path.join(dist, "_astro/n.js"));
  expect(() => weigh(dist, "index.html", "/base/")).toThrow("index.html asks for /base/_astro/n.js, which is not in");
});

test("no page of the site waits for a script file: each is fetched last", () => {
  const files = pages.flatMap((address) => [...htmlOf(address).matchAll(/<script\b[^>]*\bsrc=[^>]*>/g)].map(([tag]) => tag));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((tag) => !tag.includes('fetchpriority="low"'))).toEqual([]);
});
