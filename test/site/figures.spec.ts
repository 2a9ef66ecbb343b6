import { expect } from "@playwright/test";
import { JSDOM } from "jsdom";
import { htmlOf, nameOf, pages, thorough } from "./built-pages.ts";
import { test } from "./shared-context.ts";

const alone = pages.filter((page) => /^figures\/[^/]+\/$/.test(page));

test("every figure has a page of its own", async ({ page }) => {
  await page.goto("figures/");
  const linked = await page.locator("main a[href*='/figures/']").evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const { pathname } = new URL(page.url());
  const wanted = new Set(linked.filter((each) => each.startsWith(pathname) && /^[^/]+\/$/.test(each.slice(pathname.length))).map((each) => `figures/${each.slice(pathname.length)}`));
  expect([...wanted].sort()).toEqual([...alone]);
  expect(alone.length).toBeGreaterThan(0);
});

const embeds = pages.filter((page) => page.startsWith("embed/"));

for (const address of thorough.filter((page) => !embeds.includes(page))) {
  test(`figures of ${nameOf(address)} come with words, a table and their data`, async ({ page, request }) => {
    await page.goto(address);
    const figures = page.locator("figure.figure");
    for (let index = 0; index < (await figures.count()); index++) {
      const figure = figures.nth(index);
      const name = (await figure.getAttribute("id")) ?? `figure ${index + 1}`;
      for (const part of [".figure-title", ".figure-subtitle", ".figure-how", ".figure-source"]) {
        await expect.soft(figure.locator(part), `${name} ${part}`).toBeVisible();
        await expect.soft(figure.locator(part), `${name} ${part}`).toHaveText(/\w{3,}/);
      }
      expect.soft(await figure.locator("svg").count(), `${name} has a drawing`).toBeGreaterThan(0);
      const description = figure.locator("details", { has: page.locator("summary", { hasText: "Describe this figure" }) });
      await expect.soft(description, `${name} can be described`).toHaveCount(1);
      expect.soft(((await description.locator("p").first().textContent()) ?? "").length, `${name} has a description`).toBeGreaterThan(80);
      const rows = await figure.locator("tbody tr").count();
      expect.soft(rows, `${name} has rows in its table`).toBeGreaterThan(0);
      expect.soft(await figure.locator("thead th[scope=col]").count(), `${name} names its columns`).toBeGreaterThan(1);
      for (const kind of ["CSV", "JSON"]) {
        const link = figure.getByRole("link", { name: kind, exact: true });
        await expect.soft(link, `${name} offers ${kind}`).toHaveCount(1);
        const response = await request.get(new URL((await link.getAttribute("href")) ?? "", page.url()).href);
        expect.soft(response.status(), `${name} ${kind}`).toBe(200);
        const text = await response.text();
        if (kind === "JSON") expect.soft(() => JSON.parse(text) as unknown, `${name} JSON can be read`).not.toThrow();
        else expect.soft(text.trim().split("\n").length, `${name} CSV has as many rows as the table`).toBeGreaterThan(rows);
      }
    }
  });
}

for (const address of alone) {
  test(`${nameOf(address)} holds its figure, drawn and described on the page`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator("figure.figure")).toHaveCount(1);
    await expect(page.locator("figure.figure tbody tr").first()).toBeVisible();
    for (const drawing of await page.locator("figure.figure svg[role=img]").all()) {
      const labels = ((await drawing.getAttribute("aria-labelledby")) ?? "").split(" ");
      expect(labels).toHaveLength(2);
      for (const label of labels) expect(((await page.locator(`[id="${label}"]`).textContent()) ?? "").trim()).not.toBe("");
    }
  });
}

for (const address of alone) {
  test(`${nameOf(address)} is drawn on a phone with text of 12 px, no style of its own, and every id once`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(address);
    const found = await page.locator("figure.figure").evaluate((figure) => {
      const shown = [...figure.querySelectorAll<SVGSVGElement>("svg[role=img]")].filter((svg) => svg.getBoundingClientRect().width > 0);
      const sizes = shown.flatMap((svg) => [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() !== "").map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.d ?? 0)));
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      return { drawings: shown.length, smallest: Math.min(...sizes.filter((size) => size > 0.5)), styled: figure.querySelectorAll("svg style, svg [style]").length, twice: ids.filter((id, index) => ids.indexOf(id) !== index) };
    });
    expect(found.drawings).toBeGreaterThan(0);
    expect(found.smallest).toBeGreaterThanOrEqual(11.95);
    expect([found.styled, found.twice]).toEqual([0, []]);
  });
}

const parts = pages.filter((address) => /^dossier\/[^/]+\/$/.test(address));

test("the parts of the dossier hold every figure once, and its list leads to each", () => {
  const sheets = parts.flatMap((address) => [...new JSDOM(htmlOf(address)).window.document.querySelectorAll(".sheet h2")].map((title) => `${address}#${title.id}`));
  expect(sheets.map((sheet) => sheet.replace(/.*#sheet-/, "figures/") + "/").sort()).toEqual([...alone].sort());
  const links = [...new JSDOM(htmlOf("dossier/")).window.document.querySelectorAll(".dossier-list a")].map((link) => (link.getAttribute("href") ?? "").replace(/^.*?dossier\//, "dossier/"));
  expect(links.sort()).toEqual(sheets.sort());
});

for (const address of parts) test(`${nameOf(address)} sets every figure on the sheets it was fitted to, and cuts nothing off`, async ({ page }) => {
  // Letter, the lower of the usual papers, inside margins of 14 mm.
  const paper = { width: 688, height: 950 };
  await page.setViewportSize({ width: paper.width, height: 1000 });
  await page.goto(address);
  await page.emulateMedia({ media: "print" });
  const sheets = await page.locator(".sheet").evaluateAll((all) =>
    all.map((sheet) => ({
      id: sheet.getAttribute("aria-labelledby") ?? "",
      sheets: Number(sheet.getAttribute("data-sheets")),
      height: sheet.getBoundingClientRect().height,
      right: Math.max(...[...sheet.querySelectorAll("td, th, p, .chart")].filter((part) => part.getBoundingClientRect().width > 0).map((part) => part.getBoundingClientRect().right)),
      rows: sheet.querySelectorAll("tbody tr").length,
    })),
  );
  expect(sheets.length).toBeGreaterThan(1);
  for (const { id, sheets: wanted, height, right, rows } of sheets) {
    expect.soft(height, `${id} on ${wanted} of paper`).toBeLessThanOrEqual(paper.height * wanted);
    expect.soft(right, `${id} is cut off`).toBeLessThanOrEqual(paper.width + 1);
    expect.soft(rows, `${id} has rows of its table`).toBeGreaterThan(1);
  }
  const pdf = (await page.pdf({ width: "216mm", height: "279mm", preferCSSPageSize: true, printBackground: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1 + sheets.reduce((sum, each) => sum + each.sheets, 0));
});

test("every figure can be embedded, and its embed names its source and leads to its page", () => {
  const ids = new Set(embeds.map((address) => address.split("/")[1] ?? ""));
  expect([...ids].sort()).toEqual(alone.map((address) => address.split("/")[1] ?? "").sort());
  for (const address of embeds) {
    const { window } = new JSDOM(htmlOf(address));
    const text = (selector: string): string => window.document.querySelector(selector)?.textContent ?? "";
    for (const part of ["title", "subtitle", "source"]) expect.soft(text(`figure.figure .figure-${part}`), `${address} ${part}`).toMatch(/\w{3,}/);
    expect.soft(window.document.querySelector("meta[name=robots]")?.getAttribute("content"), `${address} is kept out of searches`).toContain("noindex");
    expect.soft(window.document.querySelectorAll(`figure.figure a[href$="/figures/${address.split("/")[1] ?? ""}/"]`).length, `${address} leads to its figure`).toBeGreaterThan(0);
    window.close();
  }
});

test("a figure's own page keeps its drawings and its table whole on paper", async ({ page }) => {
  await page.setViewportSize({ width: 688, height: 930 });
  await page.emulateMedia({ media: "print" });
  for (const id of ["how-many", "hosts-by-country-map", "who-published-a-geography", "count-rank-rate-rank"]) {
    await page.goto(`figures/${id}/`);
    for (const panel of await page.locator(".figure .panel").all()) await expect.soft(panel.locator("svg:visible"), `${id}: drawings of a panel`).toHaveCount(1);
    const beyond = await page.locator(".figure .table-frame").evaluateAll((frames) => frames.map((frame) => frame.scrollWidth - frame.clientWidth));
    expect.soft(Math.max(0, ...beyond), `${id}: px of table beyond the paper`).toBeLessThanOrEqual(1);
  }
});
