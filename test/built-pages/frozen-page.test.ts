import { describe, expect, it } from "vitest";
import { correctedSince, newestVersionFirst } from "../../src/content/version.ts";
import { frozenPage, versionDay, versionName } from "../../src/built-pages/frozen-page.ts";

const page = '<html><head><meta http-equiv="content-security-policy" content="default-src \'none\'"><link rel="canonical" href="https://site/compare/"></head><body class="x"><a class="skip" href="#content">Skip</a><a href="/maps/">m</a><ul><li><a href="/x.csv">x</a></li><li><a href="/counting-code-red-offline.zip" download>all</a>: <code>index.html</code></li></ul></body></html>';

const hashOf = (text: string): string => `hash-of-${text}`;

describe("a frozen page", () => {
  const frozen = frozenPage("compare/index.html", page, "/", "20261123", hashOf);

  it("says that it is one, on which day, and links to the newest and to what was corrected since", () => {
    expect(frozen).toContain('<time datetime="2026-11-23">2026-11-23</time>, kept as it was');
    const links = [...frozen.matchAll(/<a href="([^"]*)"/g)].map(([, address = ""]) => new URL(address, "https://site/v/20261123/compare/").pathname + new URL(address, "https://site/v/20261123/compare/").hash);
    expect(links).toEqual(["/compare/", "/versions/#v20261123", "/v/20261123/maps/", "/v/20261123/x.csv"]);
  });

  it("keeps the skip link first, and offers no zip of the whole site, which it does not hold", () => {
    expect(frozen.indexOf('class="skip"')).toBeLessThan(frozen.indexOf("frozen-note"));
    expect(frozen).not.toContain("offline.zip");
  });

  it("names the living page as its canonical address", () => {
    expect(frozen).toContain('<link rel="canonical" href="https://site/compare/">');
  });

  it("is found wherever the site is moved, because no link names the host's folder", () => {
    expect(frozen).not.toMatch(/(?:href|src)="\//);
  });

  it("has a policy that fits its styles, whose addresses have changed", () => {
    const styled = '<meta http-equiv="content-security-policy" content="style-src \'self\' \'sha256-old\'"><style>url(/f.woff2)</style>';
    expect(frozenPage("compare/index.html", styled, "/", "20261123", hashOf)).toContain("style-src 'self' 'sha256-hash-of-url(../f.woff2)'");
  });

  it("has no banner in an embed, whose frame has no room for one", () => {
    expect(frozenPage("embed/how-many/index.html", page, "/", "20261123", hashOf)).not.toContain("frozen-note");
  });
});

describe("versions", () => {
  it("are named by their day", () => {
    expect(versionName("2026-11-23")).toBe("20261123");
    expect(versionDay("20261123")).toBe("2026-11-23");
    for (const name of ["20261301", "20260231", "2026112", "latest", ""]) expect(() => versionDay(name)).toThrow("a day of eight digits is wanted");
  });

  it("list the corrections that they do not hold yet, and no other", () => {
    const log = [{ id: "c" }, { id: "b" }, { id: "a" }];
    expect(correctedSince({ corrections: ["a"] }, log)).toEqual([{ id: "c" }, { id: "b" }]);
    expect(correctedSince({ corrections: ["a", "b", "c"] }, log)).toEqual([]);
  });

  it("stand newest first", () => {
    const version = (name: string) => ({ version: name, day: "2026-01-01", sha256: "", files: 1, corrections: [] });
    expect(newestVersionFirst([version("20260101"), version("20270101"), version("20261231")]).map(({ version: name }) => name)).toEqual(["20270101", "20261231", "20260101"]);
  });
});
