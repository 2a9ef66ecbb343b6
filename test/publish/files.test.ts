import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { letters } from "../../scripts/make-fonts.ts";
import { sha256 } from "../../scripts/sha256.ts";
import { filesBelow, policyHash } from "../../scripts/site-files.ts";
import { apacheFile } from "../../src/hosting/apache.ts";
import { caddyFile } from "../../src/hosting/caddy.ts";
import { nginxFile } from "../../src/hosting/nginx.ts";
import { policyFaults } from "../../src/built-pages/page-policy.ts";
import { usualPlace } from "../../src/hosting/place.ts";
import { dist, site, textOf } from "./finished-site.ts";

const files = filesBelow(dist);
const pages = files.filter((file) => file.endsWith(".html") && !file.startsWith("v/"));

describe("the finished site", () => {
  it("has sums that sha256sum itself accepts", () => {
    expect(execFileSync("sha256sum", ["--quiet", "-c", "SHA256SUMS"], { cwd: dist, encoding: "utf8" })).toBe("");
  });

  it("names every file in its manifest, with bytes and hash", () => {
    const { files: listed } = JSON.parse(textOf("manifest.json")) as { files: Record<string, { bytes: number; sha256: string }> };
    const wanted = files.filter((file) => !/\.(?:br|gz)$/.test(file) && !/^v\/\d{8}\/(?!SHA256SUMS$)/.test(file) && !["manifest.json", "SHA256SUMS"].includes(file));
    expect(Object.keys(listed)).toEqual(wanted);
    for (const [file, { bytes }] of Object.entries(listed)) expect(fs.statSync(path.join(dist, file)).size, file).toBe(bytes);
  });

  it("has twins that unpack to the file beside them", () => {
    const twins = files.filter((file) => /\.(?:br|gz)$/.test(file));
    expect(twins.length).toBeGreaterThan(100);
    for (const twin of twins) {
      const bytes = fs.readFileSync(path.join(dist, twin));
      const unpacked = twin.endsWith(".br") ? brotliDecompressSync(bytes) : gunzipSync(bytes);
      expect(unpacked.equals(fs.readFileSync(path.join(dist, twin.replace(/\.(?:br|gz)$/, "")))), twin).toBe(true);
    }
  });

  it("has a policy on every page that begins from nothing and names each script and style by its hash", () => {
    const faults = pages.flatMap((page) => policyFaults(textOf(page), policyHash).map((fault) => `${page} ${fault}`));
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(50);
  });

  it("prints no letter that was cut from its typefaces", () => {
    const whole = Object.values(createRequire(import.meta.url)("@fontsource-variable/source-serif-4/unicode.json") as Record<string, string>).join(",");
    const ranges = whole.split(",").map((range) => range.replace("U+", "").split("-").map((end) => Number.parseInt(end, 16)));
    const had = (letter: string): boolean => ranges.some(([from = 0, to = from]) => (letter.codePointAt(0) ?? 0) >= from && (letter.codePointAt(0) ?? 0) <= to);
    const latin = (letter: string): boolean => (letter.codePointAt(0) ?? 0) < 0x100 || /[\u2000-\u206f\u2212]/.test(letter);
    const lost = new Map(pages.flatMap((page) => (textOf(page).replace(/<(svg|script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g, "").match(/\S/gu) ?? []).filter((letter) => latin(letter) && had(letter) && !letters.includes(letter)).map((letter) => [letter, page] as const)));
    expect([...lost].map(([letter, page]) => `${page} prints ${letter}: add it to scripts/make-fonts.ts and run \`npm run fonts\``)).toEqual([]);
  });

  it("allows compiled code on the page of the search alone", () => {
    expect(pages.filter((page) => textOf(page).includes("wasm-unsafe-eval"))).toEqual(["search/index.html"]);
  });

  it("carries the settings of each host as the table of headers makes them", () => {
    const place = usualPlace(new URL(site).pathname);
    expect(textOf("hosting/nginx.conf")).toBe(nginxFile(place));
    expect(textOf("hosting/Caddyfile")).toBe(caddyFile(place));
    expect(textOf(".htaccess")).toBe(apacheFile(place.base));
    expect(files).toContain(".nojekyll");
  });

  it("reports the licence of everything of others that it hands on", () => {
    const report = textOf("licences.txt");
    for (const words of ["SIL OPEN FONT LICENSE", "Source Sans", "Source Serif", "pagefind 1.", "world-atlas 2.", "Natural Earth"]) expect(report.toLowerCase()).toContain(words.toLowerCase());
  });

  it("has a zip of all data whose own sums hold", () => {
    const zip = unzipSync(fs.readFileSync(path.join(dist, "data/counting-code-red-data.zip")));
    const sums = new TextDecoder().decode(zip["SHA256SUMS"]).trimEnd().split("\n").map((line) => line.split("  ") as [string, string]);
    expect(sums.map(([, file]) => file).sort()).toEqual(Object.keys(zip).filter((file) => file !== "SHA256SUMS").sort());
    for (const [sum, file] of sums) expect(sha256(zip[file] ?? new Uint8Array()), file).toBe(sum);
    expect(Object.keys(zip)).toContain("data/records/claims.csv");
    expect(Object.keys(zip).filter((file) => file.includes("probes/"))).toEqual([]);
  });
});

describe("what crawlers read", () => {
  const addresses = (file: string): string[] => [...textOf(file).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);

  it("a sitemap that names every page for readers, once, and no other", () => {
    const listed = addresses("sitemap-index.xml").flatMap((sitemap) => addresses(sitemap.slice(site.length)));
    const wanted = pages.filter((page) => !page.startsWith("embed/") && page !== "404.html").map((page) => site + page.replace(/index\.html$/, ""));
    expect([...listed].sort()).toEqual([...wanted].sort());
  });

  it("a robots.txt that names the sitemap by its whole address", () => {
    expect(textOf("robots.txt")).toBe(`User-agent: *\nAllow: /\nSitemap: ${site}sitemap-index.xml\n`);
  });

  it("a canonical address on each page, which is its own or its figure's", () => {
    for (const page of pages.filter((each) => each !== "404.html")) {
      const own = page.startsWith("embed/") ? `figures/${page.split("/")[1] ?? ""}/` : page.replace(/index\.html$/, "");
      expect(textOf(page), page).toContain(`<link rel="canonical" href="${site}${own}"`);
    }
  });

  it("Dataset markup dated by the newest correction, never by a build", () => {
    const [, text = ""] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(textOf("data/index.html")) ?? [];
    const markup = JSON.parse(text) as { "@type": string; name: string; description: string; dateModified: string; distribution: { contentUrl: string }[] };
    const { corrections } = JSON.parse(textOf("corrections.json")) as { corrections: { date: string }[] };
    expect(markup["@type"]).toBe("Dataset");
    expect(markup.dateModified).toBe(corrections.map(({ date }) => date).sort().at(-1));
    for (const { contentUrl } of markup.distribution) expect(fs.existsSync(path.join(dist, contentUrl.slice(site.length))), contentUrl).toBe(true);
  });

  it.each(["corrections.xml", "feed.xml"])("an Atom feed %s whose date is that of its newest entry", (file) => {
    const feed = textOf(file);
    expect(new JSDOM(feed, { contentType: "application/xml" }).window.document.documentElement.namespaceURI).toBe("http://www.w3.org/2005/Atom");
    const dates = [...feed.matchAll(/<entry>[\s\S]*?<updated>([^<]+)<\/updated>/g)].map(([, date = ""]) => date);
    expect(dates.length).toBeGreaterThan(0);
    expect(/<\/author>\s*<updated>([^<]+)</.exec(feed)?.[1]).toBe([...dates].sort().at(-1));
    expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="${site}${file}"/>`);
  });
});
