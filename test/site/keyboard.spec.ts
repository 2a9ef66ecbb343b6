import { expect, type Page, test } from "@playwright/test";

test.use({ viewport: { width: 320, height: 800 } });

/** Presses Tab until the element of a name has the focus, as a reader without a mouse does. */
async function tabTo(page: Page, name: string, most = 400): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute("name") === wanted || (wanted === "search" && document.activeElement?.getAttribute("type") === "search"), name)) return;
  }
  throw new Error(`no ${name} within ${most} presses of Tab`);
}

const answerOf = (page: Page, organisation: string): Promise<string> => page.locator(`#normaliser tr[data-organisation="${organisation}"] .answer`).innerText();

test("the normaliser refuses without a sensor's size, and answers once the keyboard gives one", async ({ page }) => {
  await page.goto("compare/");
  const xs4all = page.locator('#normaliser tr[data-organisation="XS4ALL"]');
  await expect(xs4all.locator(".answer")).toHaveText("no answer");
  await expect(xs4all.locator(".working")).toContainText("addresses");
  await tabTo(page, "n");
  await page.keyboard.type("836");
  await page.keyboard.press("Tab");
  await expect(xs4all.locator(".answer")).not.toHaveText("no answer");
  expect(await answerOf(page, "XS4ALL")).toMatch(/\d/);
  await expect(page).toHaveURL(/n=836/);
});

test("the ledger is narrowed by the keyboard, and whole without a script", async ({ page, browser, baseURL }) => {
  await page.goto("claims/");
  const whole = await page.locator("tbody tr:visible").count();
  await tabTo(page, "q", 40);
  await page.keyboard.type("228,949");
  await expect.poll(() => page.locator("tbody tr:visible").count()).toBeLessThan(whole);
  await expect(page.locator("tbody tr:visible").first()).toContainText("228,949");
  const plain = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const quiet = await plain.newPage();
  await quiet.goto("claims/");
  expect(await quiet.locator("tbody tr:visible").count()).toBe(whole);
  await plain.close();
});

test("a number that was seen in print is found by the keyboard", async ({ page }) => {
  await page.goto("numbers/");
  await tabTo(page, "search", 40);
  await page.keyboard.type("228949");
  await expect(page.locator("[aria-live], [role=status]").first()).toContainText(/1 number|one number/i);
});

test("the named states of the normaliser stand without a script", async ({ browser, baseURL }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 }, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await plain.newPage();
  await page.goto("compare/normalise/small-sensor/");
  await expect(page.locator("#normaliser tbody tr")).toHaveCount(7);
  expect(await answerOf(page, "XS4ALL")).toMatch(/\d/);
  await plain.close();
});
