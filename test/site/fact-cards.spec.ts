import { expect, test } from "@playwright/test";

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
