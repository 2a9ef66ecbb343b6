import { expect, type Page, test } from "@playwright/test";
import { axeFaults } from "./axe.ts";
import { overflow } from "./look.ts";

/** What a reader does to a page, up to the state that is looked at. */
const states: readonly { readonly what: string; readonly address: string; readonly reach: (page: Page) => Promise<void> }[] = [
  {
    what: "the ledger narrowed by a number",
    address: "claims/",
    reach: async (page) => {
      await page.locator('claim-filter input[name="q"]').fill("228,949");
      await expect(page.locator("claim-filter [role=status]")).toHaveText(/^\d+ of \d+ claims$/);
    },
  },
  {
    what: "the ledger when nothing fits",
    address: "claims/",
    reach: async (page) => {
      await page.locator('claim-filter input[name="q"]').fill("no such words");
      await expect(page.locator("claim-filter [role=status]")).toHaveText(/^0 of \d+ claims$/);
    },
  },
  {
    what: "the search with results",
    address: "search/",
    reach: async (page) => {
      await page.locator("site-search input").fill("Symantec");
      await expect(page.locator(".search-results li").first()).toBeVisible();
    },
  },
  {
    what: "the number finder with a hit",
    address: "numbers/",
    reach: async (page) => {
      await page.locator("number-finder input").fill("228949");
      await expect(page.locator("number-finder [role=status]")).toHaveText(/found/);
    },
  },
  {
    what: "the normaliser after a change",
    address: "compare/",
    reach: async (page) => {
      await page.locator('#normaliser [name="q"]').selectOption("at-once");
      await page.locator('#normaliser [name="n"]').fill("836");
      await expect(page.locator("#normaliser [role=status]")).toContainText("836 addresses watched");
    },
  },
  {
    what: "every fold of the first page opened",
    address: "",
    reach: async (page) => {
      const folds = page.locator("main details");
      expect(await folds.count()).toBeGreaterThan(0);
      for (const fold of await folds.all()) if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
      await expect(page.locator("main details:not([open])")).toHaveCount(0);
    },
  },
  {
    what: "the page verified",
    address: "verify/",
    reach: async (page) => {
      await page.getByRole("button", { name: "Verify this page" }).click();
      await expect(page.locator("verify-data [role=status]")).toContainText("byte for byte");
    },
  },
];

for (const colorScheme of ["light", "dark"] as const)
  for (const { what, address, reach } of states)
    test(`${what}, in ${colorScheme}, has no fault of axe on a phone or a desk`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(address);
      await reach(page);
      expect(await overflow(page)).toEqual([]);
      expect(await axeFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await axeFaults(page)).toEqual([]);
    });

for (const colorScheme of ["light", "dark"] as const)
  test(`drawings keep their own ground and colours where a reader forces colours, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    for (const address of ["figures/how-many/", "figures/hosts-by-country-map/", "embed/how-many/dark/", "embed/how-many/light/", "recordings/owt-2001-08-01/"]) {
      await page.goto(address);
      const drawing = page.locator("svg.chart:visible").first();
      await expect(drawing).toHaveCSS("forced-color-adjust", "none");
      const [ground, paper] = await drawing.evaluate((svg) => {
        const card = svg.closest(".map-card") ?? svg;
        const wanted = document.createElement("i");
        wanted.style.cssText = `forced-color-adjust: none; background: var(${card === svg ? "--paper" : "--sea"})`;
        document.body.append(wanted);
        return [getComputedStyle(card).backgroundColor, getComputedStyle(wanted).backgroundColor];
      });
      expect(ground, address).toBe(paper);
    }
  });
