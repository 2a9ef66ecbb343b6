import { expect, test } from "@playwright/test";
import { JSDOM } from "jsdom";
import { htmlOf, nameOf, pages } from "./built-pages.ts";

test.describe("a number's card under a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("opens at the first tap, closes at a tap elsewhere, and leads on at the second", async ({ page }) => {
    await page.goto("");
    const { pathname } = new URL(page.url());
    const fact = page.locator(".fact").filter({ visible: true }).first();
    const [link, card] = [fact.locator("> a"), fact.locator("> .fact-card")];
    const target = (await link.getAttribute("href")) ?? "";
    await link.tap();
    await expect(card).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(pathname);
    await page.locator("h1").tap();
    await expect(card).toBeHidden();
    await link.tap();
    await link.tap();
    await page.waitForURL((url) => url.pathname !== pathname);
    expect(new URL(page.url()).pathname).toBe(new URL(target, page.url()).pathname);
  });
});

test("a number's card shows for the keyboard, and Escape closes it until the number is left", async ({ page }) => {
  await page.goto("");
  const fact = page.locator(".fact").filter({ visible: true }).first();
  const card = fact.locator("> .fact-card");
  await fact.locator("> a").focus();
  await expect(card).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(card).toBeVisible();
});

test("on paper every number of the prose has its mark, and the list below has a note for each", () => {
  const noted = pages.filter((address) => htmlOf(address).includes('class="print-notes"'));
  expect(noted).toContain("");
  for (const address of noted) {
    const { document } = new JSDOM(htmlOf(address)).window;
    const list = document.querySelector(".print-notes");
    // Facts of this list's own prose: what stands before it in the same parent.
    const facts = [...(list?.parentElement?.querySelectorAll(".fact") ?? [])];
    const marks = facts.map((fact) => fact.querySelector(":scope > .fact-mark")?.textContent ?? "none");
    const keys = facts.map((fact) => fact.getAttribute("data-fact") ?? "");
    const order = [...new Set(keys)];
    expect(marks, nameOf(address)).toEqual(keys.map((key) => String(order.indexOf(key) + 1)));
    expect(list?.children.length, nameOf(address)).toBe(order.length);
  }
});
