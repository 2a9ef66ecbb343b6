import crypto from "node:crypto";
import { describe, expect, it } from "vitest";
import { directivesOf, policyFaults, policyOf, scriptsIn, sealPage, stylesIn } from "../../src/built-pages/page-policy.ts";

const hashOf = (text: string): string => crypto.createHash("sha256").update(text).digest("base64");
const page = (policy: string, body: string): string => `<!doctype html><html><head><meta http-equiv="content-security-policy" content="${policy}"></head><body>${body}</body></html>`;
const strict = "default-src 'none'; script-src 'self' 'sha256-old='; style-src 'self'";

describe("sealing a page", () => {
  it("names the hash of each script in it, of data blocks too, and no other", () => {
    const sealed = sealPage(page(strict, '<script type="module">one()</script><script type="application/ld+json">{"a":1}</script><script src="/x.js"></script>'), hashOf);
    expect(directivesOf(policyOf(sealed) ?? "").get("script-src")).toEqual(["'self'", `'sha256-${hashOf("one()")}'`, `'sha256-${hashOf('{"a":1}')}'`]);
    expect(policyFaults(sealed, hashOf)).toEqual([]);
  });

  it("changes nothing the second time", () => {
    const once = sealPage(page(strict, "<script>one()</script><style>p{}</style>"), hashOf);
    expect(sealPage(once, hashOf)).toBe(once);
  });

  it("leaves a page without a policy alone", () => {
    expect(sealPage("<p>x</p><script>one()</script>", hashOf)).toBe("<p>x</p><script>one()</script>");
  });

  it("takes a sign of replacement in a script as text", () => {
    expect(scriptsIn(sealPage(page(strict, "<script>'$&'</script>"), hashOf))).toEqual(["'$&'"]);
  });
});

describe("what a page only mentions", () => {
  const mentions = page(strict, '<!-- <script>no()</script> --><p title="<style>p{}</style> <script>no()</script>">x</p><textarea><script>no()</script></textarea><script>one()</script>');

  it("is no script and no style of its own", () => {
    expect(scriptsIn(mentions)).toEqual(["one()"]);
    expect(stylesIn(mentions)).toEqual([]);
    expect(policyFaults(sealPage(mentions, hashOf), hashOf)).toEqual([]);
  });

  it("is no policy", () => {
    const commented = `<!-- <meta http-equiv="content-security-policy" content="default-src *"> -->${page(strict, "")}`;
    expect(policyOf(commented)).toBe(strict);
    expect(sealPage(commented, hashOf)).toContain("<!-- <meta http-equiv=\"content-security-policy\" content=\"default-src *\"> -->");
  });
});

describe("what a browser reads in spite of how it is written", () => {
  it.each([
    ["capitals and a space at the end", "<SCRIPT>two()</SCRIPT >", "two()"],
    ["a word that only ends in src", '<script data-src="/x.js">two()</script>', "two()"],
    ["a script in a drawing", "<svg><script>two(1 &lt; 2)</script></svg>", "two(1 < 2)"],
  ])("is a script: %s", (_, body, text) => {
    expect(scriptsIn(page(strict, body))).toEqual([text]);
    expect(policyFaults(page(strict, body), hashOf)).toEqual([`script-src lacks the hash of ${JSON.stringify(text)}`]);
  });

  it("is a style or event attribute, in other quotes or none", () => {
    expect(policyFaults(page(strict, "<p style='color:red'>x</p>"), hashOf)).toEqual(["has a style attribute"]);
    expect(policyFaults(page(strict, "<p ONCLICK=x()>x</p>"), hashOf)).toEqual(["has an event attribute"]);
  });
});

describe("faults of a policy", () => {
  it.each([
    ["a script without its hash", page(strict, "<script>two()</script>"), 'script-src lacks the hash of "two()"'],
    ["a style without its hash", page(strict, "<style>p{}</style>"), 'style-src lacks the hash of "p{}"'],
    ["unsafe-inline", page("default-src 'none'; style-src 'unsafe-inline'", ""), "allows 'unsafe-inline'"],
    ["another host", page("default-src 'none'; img-src https://example.org", ""), "allows https://example.org"],
    ["an open beginning", page("default-src 'self'", ""), "does not begin from default-src 'none'"],
    ["no policy", "<p>x</p>", "has no policy"],
    ["a style attribute", page(strict, '<p style="color:red">x</p>'), "has a style attribute"],
    ["an event attribute", page(strict, '<p onclick="x()">x</p>'), "has an event attribute"],
  ])("are found: %s", (_, html, fault) => {
    expect(policyFaults(html, hashOf)).toEqual([fault]);
  });

  it("are not seen in code that a page only shows", () => {
    expect(policyFaults(page(strict, '<pre><code>&lt;iframe style="width:100%"&gt;</code></pre>'), hashOf)).toEqual([]);
  });
});
