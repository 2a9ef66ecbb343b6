import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offlinePage } from "../../src/built-pages/offline-page.ts";
import { relativePage, relativeScript, relativeStyles } from "../../src/built-pages/relative-links.ts";

const style = { base: "/a/b/", filesOnly: false };

describe("relative links", () => {
  it.each([
    ["a page to its neighbour", "compare/index.html", "/a/b/maps/", "../maps/"],
    ["a page to the first page", "compare/index.html", "/a/b/", "../"],
    ["the first page to itself", "index.html", "/a/b/", "./"],
    ["a place in a page", "claims/x/index.html", "/a/b/data/#tables", "../../data/#tables"],
    ["an address of another host", "index.html", "https://example.org/a/b/", "https://example.org/a/b/"],
    ["an address outside the site", "index.html", "/other/", "/other/"],
    ["a place in the same page", "index.html", "#top", "#top"],
  ])("lead from %s", (_, file, address, expected) => {
    expect(relativePage(file, `<a class="x" href="${address}">y</a>`, style)).toBe(`<a class="x" href="${expected}">y</a>`);
  });

  it("mean the same address as before, for any page and any link", () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,6}$/);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), fc.array(part, { maxLength: 4 }), (from, to) => {
        const file = [...from, "index.html"].join("/");
        const address = `/a/b/${to.map((each) => `${each}/`).join("")}`;
        const [, found = ""] = /href="([^"]*)"/.exec(relativePage(file, `<a href="${address}">x</a>`, style)) ?? [];
        expect(new URL(found, `http://host/a/b/${file}`).pathname).toBe(address);
      }),
    );
  });

  it("are not made of text that looks like a link", () => {
    const shown = '<pre><code>&lt;img src="/a/b/x.svg"&gt;</code></pre>';
    expect(relativePage("index.html", shown, style)).toBe(shown);
  });

  it.each([
    ["a script", '<script>a = `<a href="/a/b/">`</script>'],
    ["a comment", '<!-- <a href="/a/b/"> <style>p{background:url(/a/b/x.png)}</style> -->'],
    ["another attribute", `<p title='<a href="/a/b/">'>x</p>`],
  ])("are not made inside %s", (_, html) => {
    expect(relativePage("index.html", html, style)).toBe(html);
  });

  it.each([
    ["in other quotes", "<a href='/a/b/maps/'>x</a>", "<a href='maps/'>x</a>"],
    ["in none", "<a class=x href=/a/b/maps/ hidden>x</a>", "<a class=x href=maps/ hidden>x</a>"],
    ["beside a sign that looks like an end", `<a title='a > "b"' href="/a/b/maps/?a=1&amp;b">x</a>`, `<a title='a > "b"' href="maps/?a=1&amp;b">x</a>`],
    ["of an element with a name of its own", '<site-search data-scripted hidden data-href="/a/b/">x</site-search>', '<site-search data-scripted hidden data-href="./">x</site-search>'],
    ["in capitals", '<A HREF="/a/b/maps/">x</A>', '<A HREF="maps/">x</A>'],
  ])("are made from an address %s", (_, html, expected) => {
    expect(relativePage("index.html", html, style)).toBe(expected);
  });

  it("reach style sheets and scripts", () => {
    expect(relativeStyles("_astro/page.css", "src:url(/a/b/_astro/font.woff2)", style)).toBe("src:url(../_astro/font.woff2)");
    expect(relativeScript("_astro/one.js", 'import{x}from"/a/b/_astro/two.js"', style)).toBe('import{x}from"../_astro/two.js"');
  });
});

describe("a page for reading from a disk", () => {
  const page = '<html><head><meta http-equiv="content-security-policy" content="default-src \'none\'; connect-src \'self\'; script-src \'self\' \'sha256-x=\'; style-src \'self\' \'sha256-y=\'"><link rel="canonical" href="https://site/compare/"><link rel="stylesheet" href="/_astro/page.css"><style>src:url(/_astro/f.woff2)</style><link rel="preload" href="/f.woff2" as="font" crossorigin></head><body><a href="/maps/#july">x</a><a href="/">y</a><a href="/data/claims.json">z</a><script type="module" src="/_astro/x.js"></script></body></html>';
  const offline = offlinePage("compare/index.html", page, "/", (text) => `hash-of-${text}`);

  it("names the file behind each folder", () => {
    expect([...offline.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address)).toEqual(["../maps/index.html#july", "../index.html", "../data/claims.json"]);
  });

  it("finds its letters from its own style, which its policy names by the new hash", () => {
    expect(offline).toContain("<style>src:url(../_astro/f.woff2)</style>");
    expect(offline).toContain("style-src 'self' file: 'sha256-hash-of-src:url(../_astro/f.woff2)'");
  });

  it("asks for no script file, no preload and no network", () => {
    expect(offline).not.toMatch(/<script[^>]*src=|rel="preload"|rel="canonical"|connect-src/);
    expect(offline).toContain("style-src 'self' file:");
    expect(offline).toContain("default-src 'none'");
  });

  it.each([
    ["in no quotes", "<script type=module src=/_astro/x.js></script>", ""],
    ["with a sign that looks like an end", `<script type="module" title="a > b" src="/_astro/x.js"></script>`, ""],
    ["of a link in other quotes", "<link as=font rel='preload' href='/f.woff2' crossorigin>", ""],
    ["of a picture of another origin", '<img alt="" crossorigin="anonymous" src="/p.png">', '<img alt="" src="../p.png">'],
    ["but the words of a page about them", "<pre>&lt;script src=\"/x.js\"&gt;</pre>", "<pre>&lt;script src=\"/x.js\"&gt;</pre>"],
  ])("takes out what a disk refuses, %s", (_, html, expected) => {
    expect(offlinePage("compare/index.html", `<body>${html}</body>`, "/", String)).toBe(`<body>${expected}</body>`);
  });
});
