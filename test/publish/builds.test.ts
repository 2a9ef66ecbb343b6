import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFrozenVersions } from "../../scripts/frozen-versions.ts";
import { release } from "../../scripts/release.ts";
import { serveFolder } from "../../scripts/serve.ts";
import { sha256 } from "../../scripts/sha256.ts";
import { filesBelow } from "../../scripts/site-files.ts";
import { copyProject, differences, hashesOf, runIn } from "../../scripts/verify-build.ts";
import { faultsOf, openBrowser } from "./browse.ts";
import { dist } from "./finished-site.ts";

const day = "2031-02-03";
const version = "20310203";
const newCorrection = {
  date: "2031-03-01",
  kind: "wording",
  title: "A correction made for this test",
  affects: ["claim:xs4all-unique-8h"],
  was: "One wording.",
  now: "Another wording.",
  why: "To see that a frozen version says what was corrected since.",
  noticed: "this test",
};

/** Two copies of the project, each with the site built in it. */
let folder: string;
let one: string;
let other: string;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "builds-"));
  other = copyProject(path.join(folder, "another/place"));
  await runIn(other, ["build"], { timeZone: "Asia/Seoul", shiftDays: 40 });
  one = path.join(folder, "one");
  fs.cpSync(other, one, { recursive: true, verbatimSymlinks: true });
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const distOf = (project: string): string => path.join(project, "dist");

describe("a build", () => {
  it("gives the same bytes in another folder, on another day, in another time zone, from empty caches", () => {
    const [here, there] = [hashesOf(dist), hashesOf(distOf(other))];
    expect(differences(here, there)).toEqual([]);
    expect(here.size).toBeGreaterThan(500);
  });

  it("does nothing when nothing has changed, in whatever folder", async () => {
    const before = hashesOf(distOf(one));
    const written = fs.statSync(path.join(distOf(one), "index.html")).mtimeMs;
    expect(await runIn(one, ["build"], { timeZone: "Europe/Helsinki" })).toMatch(/^Nothing has changed since the last build/);
    expect(fs.statSync(path.join(distOf(one), "index.html")).mtimeMs).toBe(written);
    expect(differences(before, hashesOf(distOf(one)))).toEqual([]);
  });

  it("mends a file that somebody altered, and follows a changed record and another address", async () => {
    const before = hashesOf(distOf(one));
    fs.appendFileSync(path.join(distOf(one), "index.html"), " ");
    const claims = path.join(other, "data/records/claims.csv");
    const records = fs.readFileSync(claims, "utf8");
    expect(records).toContain("Eight hours, one ISP.");
    fs.writeFileSync(claims, records.replace("Eight hours, one ISP.", "Eight hours, one provider."));
    const [mended, followed] = await Promise.all([runIn(one, ["build"]), runIn(other, ["build"], { base: "/a/b/", site: "https://example.org" })]);
    expect(mended).toContain("Building: dist/index.html is another");
    expect(differences(before, hashesOf(distOf(one)))).toEqual([]);
    expect(followed).toContain("Building: data/records/claims.csv is another");
    expect(fs.readFileSync(path.join(distOf(other), "data/records/claims.csv"), "utf8")).toContain("Eight hours, one provider.");
    expect(fs.readFileSync(path.join(distOf(other), "claims/xs4all-unique-8h/index.html"), "utf8")).toContain("Eight hours, one provider.");
    fs.writeFileSync(claims, records);
  });
});

describe("a site under /a/b/", () => {
  it("has no link out of its folder, and none that leads nowhere", async () => {
    const output = await runIn(other, ["check:links"], { base: "/a/b/" });
    expect(output).toMatch(/\d{3,} links checked, 0 broken/);
    const outside = filesBelow(distOf(other))
      .filter((file) => file.endsWith(".html"))
      .flatMap((file) => [...fs.readFileSync(path.join(distOf(other), file), "utf8").matchAll(/<[a-z][^>]*?\s(?:href|src|data-href)="(\/[^"]*)"/g)].filter(([, address = ""]) => !address.startsWith("/a/b/")).map(([, address = ""]) => `${file}: ${address}`));
    expect(outside).toEqual([]);
  });

  it("says its whole address in its sitemap, its feed, its data package and its pages", () => {
    const text = (file: string): string => fs.readFileSync(path.join(distOf(other), file), "utf8");
    expect(text("index.html")).toContain('<link rel="canonical" href="https://example.org/a/b/"');
    expect(text("sitemap-0.xml")).toContain("<loc>https://example.org/a/b/compare/</loc>");
    expect(text("corrections.xml")).toContain("https://example.org/a/b/corrections/");
    expect(text("robots.txt")).toContain("https://example.org/a/b/sitemap-index.xml");
    expect((JSON.parse(text("datapackage.json")) as { homepage: string }).homepage).toBe("https://example.org/a/b/");
  });

  it("answers 404 at any depth with a page that has its style, and adds a missing slash", async () => {
    const served = await serveFolder(distOf(other), { port: 0, base: "/a/b/" });
    try {
      for (const address of ["nothing", "claims/nothing/", "x/y/z/w.html"]) {
        const response = await fetch(served.url + address);
        expect(response.status).toBe(404);
        const html = await response.text();
        expect(html).toContain("<style>");
        const [, letters = ""] = /<link rel="preload" href="([^"]+)" as="font"/.exec(html) ?? [];
        const found = await fetch(new URL(letters, response.url));
        expect([found.status, found.headers.get("content-type")]).toEqual([200, expect.stringContaining("font/woff2")]);
      }
      expect((await fetch(`${served.url}compare`)).url).toBe(`${served.url}compare/`);
    } finally {
      await served.close();
    }
  });

  it("searches, verifies and shows every page without a fault in a browser", async () => {
    const served = await serveFolder(distOf(other), { port: 0, base: "/a/b/" });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const faults = faultsOf(page, (url) => url.startsWith(served.url));
      for (const address of ["", "compare/", "maps/", "timelines/", "figures/how-many/", "data/"]) await page.goto(served.url + address, { waitUntil: "networkidle" });
      await page.goto(`${served.url}search/?q=228949`);
      await page.locator(".search-results li").first().waitFor();
      expect(new URL((await page.locator(".search-results a").first().getAttribute("href")) ?? "", page.url()).href.startsWith(served.url)).toBe(true);
      await page.goto(`${served.url}verify/`);
      await page.getByRole("button", { name: "Verify this page and the data" }).click();
      await page.getByText(/^All \d+ files are/).waitFor();
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
      await served.close();
    }
  });
});

describe("a frozen version, after the site was changed and built again", () => {
  let frozen: ReadonlyMap<string, string>;
  let source: ReadonlyMap<string, string>;
  /** Meanwhile the other copy, back at its first records and address, is built over a site that somebody touched. */
  let back: Promise<string>;
  beforeAll(async () => {
    source = hashesOf(path.join(one, "src"));
    release(one, day);
    frozen = new Map(Object.entries(unzipSync(fs.readFileSync(path.join(one, "releases", `${version}.zip`)))).map(([file, bytes]) => [file, sha256(bytes)]));
    fs.writeFileSync(path.join(one, "src/content/corrections/2031-03-01-test.json"), JSON.stringify(newCorrection));
    const story = path.join(one, "src/pages/index.astro");
    fs.writeFileSync(story, fs.readFileSync(story, "utf8").replace("</Page>", "<p>A sentence that was not there.</p></Page>"));
    fs.appendFileSync(path.join(distOf(other), "index.html"), " ");
    fs.rmSync(path.join(distOf(other), "maps/index.html"));
    back = runIn(other, ["build"]);
    await Promise.all([runIn(one, ["build"], { timeZone: "Europe/Helsinki", shiftDays: 3000 }), back]);
  });

  it("leaves no trace in a site without it: records and address put back give the first bytes again", async () => {
    await back;
    expect(differences(hashesOf(dist), hashesOf(distOf(other)))).toEqual([]);
  });

  it("is added to, never written over: releasing adds two files and changes none", () => {
    const after = hashesOf(path.join(one, "src"));
    expect(differences(source, after).filter((file) => source.has(file) && file !== "pages/index.astro")).toEqual([]);
    expect(fs.existsSync(path.join(one, "src/content/versions", `${version}.json`))).toBe(true);
    const archive = sha256(fs.readFileSync(path.join(one, "releases", `${version}.zip`)));
    expect(() => release(one, day)).toThrow(`version ${version} exists (releases/${version}.zip): a frozen version is never written again`);
    expect(sha256(fs.readFileSync(path.join(one, "releases", `${version}.zip`)))).toBe(archive);
  });

  it("stays as it was, byte for byte, when the site is changed and built again", () => {
    const built = new Map([...hashesOf(path.join(distOf(one), "v", version))].filter(([file]) => !/\.(?:br|gz)$/.test(file)));
    expect(differences(frozen, built)).toEqual([]);
    expect(fs.readFileSync(path.join(distOf(one), "index.html"), "utf8")).toContain("A sentence that was not there.");
    expect(fs.readFileSync(path.join(distOf(one), "v", version, "index.html"), "utf8")).not.toContain("A sentence that was not there.");
  });

  it("carries sums of its own that hold", () => {
    const sums = fs.readFileSync(path.join(distOf(one), "v", version, "SHA256SUMS"), "utf8").trimEnd().split("\n");
    for (const line of sums) {
      const [sum = "", file = ""] = line.split("  ");
      expect(frozen.get(file), file).toBe(sum);
    }
    expect(sums.length).toBe(frozen.size - 1);
  });

  it("has a banner on every page that links to the newest and to what was corrected since", () => {
    const pages = [...frozen.keys()].filter((file) => file.endsWith(".html") && !file.startsWith("embed/"));
    for (const file of pages) {
      const html = fs.readFileSync(path.join(distOf(one), "v", version, file), "utf8");
      const links = [...(/<aside class="frozen-note"[\s\S]*?<\/aside>/.exec(html)?.[0] ?? "").matchAll(/href="([^"]*)"/g)].map(([, address = ""]) => new URL(address, `https://site/v/${version}/${file}`).pathname);
      expect(links, file).toEqual([`/${file.replace(/index\.html$/, "")}`, "/versions/"]);
    }
    expect(pages.length).toBeGreaterThan(50);
  });

  it("works in a browser, names the corrections that came later, and stays within itself", async () => {
    const served = await serveFolder(distOf(one), { port: 0, base: "/" });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const faults = faultsOf(page, (url) => url.startsWith(served.url));
      await page.goto(`${served.url}v/${version}/compare/`);
      await page.getByText("Corrected since: A correction made for this test, which touches claim xs4all-unique-8h.").waitFor();
      expect(await page.locator(".frozen-note li").count()).toBe(1);
      await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Data" }).click();
      expect(new URL(page.url()).pathname).toBe(`/v/${version}/data/`);
      expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
      await page.getByRole("link", { name: "The newest version of this page" }).click();
      expect(new URL(page.url()).pathname).toBe("/data/");
      expect(faults).toEqual([]);
      await page.goto(`${served.url}versions/`);
      expect(await page.locator(`#v${version}`).textContent()).toContain("A correction made for this test");
    } finally {
      await browser.close();
      await served.close();
    }
  });

  it("has no link that leads nowhere, in the version and in the site around it", async () => {
    expect(await runIn(one, ["check:links"])).toMatch(/\d{3,} links checked, 0 broken/);
  });

  it("is refused when its archive was changed or is gone", () => {
    const project = path.join(folder, "broken");
    fs.cpSync(path.join(one, "releases"), path.join(project, "releases"), { recursive: true });
    fs.cpSync(path.join(one, "src/content/versions"), path.join(project, "src/content/versions"), { recursive: true });
    const archive = path.join(project, "releases", `${version}.zip`);
    expect(addFrozenVersions(path.join(project, "dist"), project)).toBe(1);
    fs.appendFileSync(archive, "x");
    expect(() => addFrozenVersions(path.join(project, "dist"), project)).toThrow("is not the archive that was released");
    fs.rmSync(archive);
    expect(() => addFrozenVersions(path.join(project, "dist"), project)).toThrow("is missing: restore it from the history");
  });

  it("is not made of a site that was changed after it was built", () => {
    fs.appendFileSync(path.join(distOf(other), "index.html"), " ");
    expect(() => release(other, day)).toThrow("dist is not what its SHA256SUMS say (index.html)");
  });
});
