import { expect } from "@playwright/test";
import { axeFaults } from "./axe.ts";
import { nameOf, pages, quick, thorough } from "./built-pages.ts";
import { content, overflow, shownTexts, smallTexts } from "./look.ts";
import { test } from "./shared-context.ts";
import { watch } from "./watch.ts";

const schemes = ["light", "dark"] as const;
const widths = [320, 1280] as const;

test("the site has pages, and the list of them is not empty", () => {
  expect(pages).toContain("");
  expect(pages).toContain("404.html");
  expect(thorough.length).toBeGreaterThan(5);
});

for (const address of thorough) {
  test(`${nameOf(address)} is whole in light and dark, on a phone and on a desk`, async ({ page, baseURL }) => {
    const faults = await watch(page, new URL(baseURL ?? "").origin);
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    await expect(page.locator("h1"), "one heading of the first level").toHaveCount(1);
    for (const colorScheme of schemes)
      for (const width of widths)
        await test.step(`${colorScheme}, ${width} px`, async () => {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          const where = `${nameOf(address)} in ${colorScheme} at ${width} px`;
          expect.soft(await overflow(page), `${where} scrolls sideways`).toEqual([]);
          expect.soft(await smallTexts(page), `${where} has small text in drawings`).toEqual([]);
          expect.soft(await axeFaults(page), `${where} has faults of axe`).toEqual([]);
        });
    expect.soft(await faults(), `${nameOf(address)} has silent faults`).toEqual([]);
  });

  test(`${nameOf(address)} shows the same without JavaScript`, async ({ page, scriptless }) => {
    await page.goto(address, { waitUntil: "load" });
    const withScript = await content(page);
    await scriptless.goto(address, { waitUntil: "load" });
    expect(await content(scriptless)).toEqual(withScript);
    expect(withScript.h1).toHaveLength(1);
    await expect(scriptless.locator("noscript")).toHaveCount(0);
    await expect(scriptless.locator("[data-scripted]:visible")).toHaveCount(0);
  });
}

for (const [index, address] of quick.entries()) {
  test(`${nameOf(address)} opens without a fault`, async ({ page, baseURL }) => {
    const faults = await watch(page, new URL(baseURL ?? "").origin);
    await page.setViewportSize({ width: 320, height: 800 });
    // One template makes them, and its colours are the thorough pages': each page meets axe once, every other one in dark.
    await page.emulateMedia({ colorScheme: index % 2 === 0 ? "light" : "dark", reducedMotion: "reduce" });
    await page.goto(address, { waitUntil: "load" });
    await expect(page.locator("h1")).toHaveCount(1);
    expect(await overflow(page)).toEqual([]);
    expect(await smallTexts(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    expect(await faults()).toEqual([]);
  });
}

test("drawings on the first page hold text that can be measured", async ({ page }) => {
  await page.goto("");
  expect(await shownTexts(page)).toBeGreaterThan(10);
});

test("an address that leads nowhere answers 404 with a page that works, at any depth", async ({ page, baseURL }) => {
  for (const address of ["no-such-page", "claims/no-such-claim/", "a/b/c/d.html"]) {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.locator("h1")).toHaveCount(1);
    const home = await page.locator("header a").first().getAttribute("href");
    expect(new URL(home ?? "", baseURL).href).toBe(baseURL);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily), "the style sheet is found at this depth").toContain("S");
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
  }
});
