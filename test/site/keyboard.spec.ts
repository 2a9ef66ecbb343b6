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

test("the normaliser says what is wrong with a number, and keeps its answers until it is mended", async ({ page }) => {
  await page.goto("compare/normalise/small-sensor/");
  const before = await answerOf(page, "XS4ALL");
  const field = page.locator('#normaliser [name="n"]');
  await field.fill("-5");
  await expect(page.getByRole("alert").filter({ hasText: "Write a number from 1 to 4,294,967,296" })).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  expect(await answerOf(page, "XS4ALL")).toBe(before);
  await field.fill("65536");
  await expect(page.locator("#normaliser .fault")).toHaveText(["", "", ""]);
  await expect(field).toHaveAttribute("aria-invalid", "false");
  expect(await answerOf(page, "XS4ALL")).not.toBe(before);
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

/** What a live region said, in order, from now on. */
async function listen(page: Page, region: string): Promise<() => Promise<string[]>> {
  await page.evaluate((selector) => {
    const status = document.querySelector(selector);
    if (status === null) throw new Error(`no ${selector}`);
    const said: string[] = [];
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { said });
  }, region);
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

for (const { address, region, field, typed, says } of [
  { address: "claims/", region: "claim-filter [role=status]", field: 'input[name="q"]', typed: "228,949", says: /^\d+ of \d+ claims$/ },
  { address: "numbers/", region: "number-finder [role=status]", field: 'input[type="search"]', typed: "228949", says: /^\d+ numbers? found\.$/ },
  { address: "compare/", region: "#normaliser [role=status]", field: '[name="n"]', typed: "65536", says: /65,536 addresses watched/ },
  { address: "methods/growth/", region: "flood-sum output", field: '[name="bytes"]', typed: "1500", says: /1,500 bytes each/ },
])
  test(`${address} speaks once when the typing stops, not at every key`, async ({ page }) => {
    await page.clock.install();
    await page.goto(address);
    await page.locator(field).fill("");
    await page.clock.pauseAt(Date.now() + 3_600_000);
    const said = await listen(page, region);
    await page.locator(field).pressSequentially(typed);
    await page.clock.runFor(399);
    expect(await said()).toEqual([]);
    await page.clock.runFor(1);
    expect(await said()).toHaveLength(1);
    expect((await said())[0]).toMatch(says);
  });

test("the check of the page keeps the focus on its button, and runs once however often it is pressed", async ({ page }) => {
  let asked = 0;
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/manifest.json", async (route) => {
    asked++;
    await held;
    await route.continue();
  });
  await page.goto("verify/");
  const button = page.getByRole("button", { name: "Verify this page" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("verify-data [role=status]")).toHaveText("Working …");
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  answer();
  await expect(page.locator("verify-data [role=status]")).toContainText("byte for byte");
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-disabled", "false");
  expect(asked).toBe(1);
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
