import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serveFolder } from "../../scripts/serve.ts";
import { filesBelow, writeFile } from "../../scripts/site-files.ts";
import { faultsOf, openBrowser } from "./browse.ts";
import { dist, site } from "./finished-site.ts";

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(dist, { port: 0, base: new URL(site).pathname });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});
const own = (url: string): boolean => url.startsWith(served.url);

describe("the search", () => {
  it.each(["228,949", "228949", "7528", "7,528"])("finds the number %s in its claim and its figure, however it is written", async (number) => {
    const page = await browser.newPage();
    const faults = faultsOf(page, own);
    await page.goto(`${served.url}search/`);
    await page.getByLabel("Words or a number").fill(number);
    await page.locator(".search-results li").first().waitFor();
    const links = await page.locator(".search-results a").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.some((link) => link.includes("/claims/"))).toBe(true);
    expect(links.some((link) => link.includes("/figures/how-many/"))).toBe(true);
    expect((await fetch(links[0] ?? "")).status).toBe(200);
    expect(await page.locator(".search-results mark").first().textContent()).toMatch(/7,528|228,949/);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("finds words, takes a query from the address, and does not take one number for another", async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}search/?q=telescope`);
    await page.locator(".search-results li").first().waitFor();
    expect(await page.getByRole("status").textContent()).toMatch(/^\d+ pages?/);
    await page.getByLabel("Words or a number").fill("228,950");
    await page.getByText("No page holds “228,950”.").waitFor();
    expect(await page.locator(".search-results li").count()).toBe(0);
    await page.close();
  });

  it("shows nothing of an older query, however late its answer comes", async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}search/`);
    const field = page.getByLabel("Words or a number");
    // The index comes late, so that every answer to the first words does.
    await page.route("**/pagefind/**", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await field.fill("telescope");
    await page.waitForRequest("**/pagefind/**");
    await field.fill("");
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    expect(await page.locator(".search-results li").count()).toBe(0);
    expect(await page.getByRole("status").textContent()).toBe("");
    await page.close();
  });

  it("reads no number together with the mark of its footnote", async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}search/?q=228949`);
    await page.locator(".search-results li").first().waitFor();
    for (const mark of await page.locator(".search-results mark").allTextContents()) expect(mark).not.toMatch(/228,?949[\p{L}\d]/u);
    await page.close();
  });

  it("shows a query as text, never as markup", async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}search/`);
    await page.getByLabel("Words or a number").fill('<img src=x onerror="alert(1)"> telescope');
    await page.locator("site-search p[role=status]:not(:empty)").waitFor();
    expect(await page.locator("site-search img").count()).toBe(0);
    await page.close();
  });

  it("costs a reader at most 15 KB of script, and nothing before the first letter", async () => {
    const page = await browser.newPage();
    const scripts: string[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(new URL(response.url()).pathname);
    });
    await page.goto(`${served.url}search/`, { waitUntil: "networkidle" });
    const before = scripts.filter((script) => script.includes("pagefind"));
    expect(before).toEqual([]);
    await page.getByLabel("Words or a number").fill("Asia");
    await page.locator(".search-results li").first().waitFor();
    const html = fs.readFileSync(path.join(dist, "search/index.html"), "utf8");
    const inline = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => text).join("");
    const bytes = [...new Set(scripts)].map((script) => gzipSync(fs.readFileSync(path.join(dist, script.slice(new URL(served.url).pathname.length))), { level: 9 }).length);
    expect(bytes.reduce((sum, each) => sum + each, gzipSync(inline).length)).toBeLessThan(15_000);
    await page.close();
  });

  it("is not there without JavaScript, and the lists are", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.url}search/`);
    expect(await page.locator("site-search").isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Every number" }).isVisible()).toBe(true);
    await context.close();
  });
});

describe("the button that verifies", () => {
  it("finds every file as the manifest says", async () => {
    const page = await browser.newPage();
    const faults = faultsOf(page, own);
    await page.goto(`${served.url}verify/`);
    await page.getByRole("button", { name: "Verify this page and the data" }).click();
    await page.getByText(/^All \d+ files are, byte for byte, those of the manifest/).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  it("names a file that was changed on the way", async () => {
    const page = await browser.newPage();
    await page.route("**/data/claims.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace("228949", "228950") });
    });
    await page.goto(`${served.url}verify/`);
    await page.getByRole("button", { name: "Verify this page and the data" }).click();
    await page.getByText(/^1 of \d+ files differ from the manifest: data\/claims\.json\./).waitFor();
    await page.close();
  });

  it("knows a downloaded file again, and says when it does not", async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}verify/`);
    await page.getByLabel(/choose a file that you downloaded/).setInputFiles(path.join(dist, "data/records/claims.csv"));
    await page.getByText("It is, byte for byte, data/records/claims.csv.").waitFor();
    await page.getByLabel(/choose a file that you downloaded/).setInputFiles({ name: "claims.csv", mimeType: "text/csv", buffer: Buffer.from("changed") });
    await page.getByText(/^No file of this version of the site has that hash/).waitFor();
    await page.close();
  });

  it("is not there without JavaScript, and the command is", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.url}verify/`);
    expect(await page.locator("verify-data").isVisible()).toBe(false);
    expect(await page.getByText("sha256sum --ignore-missing -c SHA256SUMS").isVisible()).toBe(true);
    await context.close();
  });
});

describe("frames of other sites", () => {
  const embed = filesBelow(dist).find((file) => /^embed\/[^/]+\/index\.html$/.test(file))?.replace("index.html", "") ?? "";

  it.each([
    [embed, true],
    ["", false],
    ["data/", false],
    ["figures/how-many/", false],
  ])("show /%s: %s", async (address, shown) => {
    const other = http.createServer((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end(`<iframe src="${served.url}${address}" width="600" height="600"></iframe>`);
    });
    await new Promise<void>((resolve) => {
      other.listen(0, "127.0.0.1", resolve);
    });
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(other.address() as AddressInfo).port}/`.replace("localhost", "127.0.0.1"), { waitUntil: "networkidle" });
    const frame = page.frames()[1];
    const text = await frame?.evaluate(() => document.querySelector("main")?.textContent ?? "").catch(() => "");
    expect((text ?? "") !== "").toBe(shown);
    await page.close();
    other.close();
  });
});

describe("the site from a disk", () => {
  const zip = unzipSync(fs.readFileSync(path.join(dist, "counting-code-red-offline.zip")));
  const names = new Set(Object.keys(zip));
  const pages = [...names].filter((name) => name.endsWith(".html"));
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "offline-"));
    for (const [name, bytes] of Object.entries(zip)) writeFile(folder, name, bytes);
  });
  afterAll(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it("holds every page for readers, with all figures", () => {
    const wanted = filesBelow(dist).filter((file) => file.endsWith(".html") && !/^(?:embed|v)\//.test(file));
    expect(pages.sort()).toEqual(wanted.map((file) => `counting-code-red/${file}`).sort());
    expect(wanted.filter((file) => file.startsWith("figures/")).length).toBeGreaterThan(10);
  });

  it("has no link that leads nowhere on the disk, but those to what only a host can give", () => {
    const hostOnly = /(?:^|\/)(?:embed\/|v\/|pagefind\/|SHA256SUMS$|manifest\.json$|.*\.zip$|hosting\/|sitemap|.*@2x\.png$|.*(?:square|card)\.png$)/;
    const lost = pages.flatMap((page) =>
      [...new TextDecoder().decode(zip[page]).matchAll(/<(?:a|link|img|source)\b[^>]*?\s(?:href|src)="([^"#?]+)[^"]*"/g)]
        .map(([, address = ""]) => address)
        .filter((address) => !/^(?:https?|data|mailto):/.test(address) && !hostOnly.test(address))
        .map((address) => ({ address, target: path.posix.join(path.posix.dirname(page), decodeURI(address)) }))
        .filter(({ target }) => !names.has(target))
        .map(({ address }) => `${page}: ${address}`),
    );
    expect(lost).toEqual([]);
  });

  it.each(["index.html", "compare/index.html", "maps/index.html", "timelines/index.html", "figures/how-many/index.html", "data/dictionary/index.html", "404.html"])("opens %s with its style, its letters and no fault", async (file) => {
    const page = await browser.newPage();
    const faults = faultsOf(page, (url) => url.startsWith("file:"));
    await page.goto(pathToFileURL(path.join(folder, "counting-code-red", file)).href);
    await page.evaluate(() => document.fonts.ready);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
    expect(await page.evaluate(() => [...document.fonts].some((font) => font.status === "loaded" && /Source/.test(font.family)))).toBe(true);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("lets a reader walk from page to page", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path.join(folder, "counting-code-red/index.html")).href);
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Compare" }).click();
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Data" }).click();
    expect(page.url()).toContain("/counting-code-red/data/index.html");
    await page.close();
  });
});
