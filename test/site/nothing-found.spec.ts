import { expect, test } from "@playwright/test";

test("the number finder names the nearest numbers when none fits, and leads to them", async ({ page }) => {
  await page.goto("numbers/");
  await page.locator("number-finder input").fill("228950");
  await expect(page.locator("number-finder [role=status]")).toHaveText(/^No such number/);
  const near = page.locator("number-finder .nearest");
  await near.getByRole("link", { name: "228,949", exact: true }).click();
  await expect(near).toBeHidden();
  await expect(page.locator(".number-entry:target")).toBeInViewport();
});

test("the number finder offers the whole list when no words fit", async ({ page }) => {
  await page.goto("numbers/");
  await page.locator("number-finder input").fill("no such words");
  await page.getByRole("button", { name: "Show all numbers" }).click();
  await expect(page.locator("number-finder input")).toHaveValue("");
  await expect(page.locator(".number-entry").last()).toBeVisible();
});

test("the ledger names the nearest claims when no number fits", async ({ page }) => {
  await page.goto("claims/");
  await page.locator('claim-filter input[name="q"]').fill("228950");
  await expect(page.locator("claim-filter .nearest a").filter({ hasText: "228,949" })).toHaveCount(1);
  await page.getByRole("button", { name: "Show all claims" }).click();
  await expect(page.locator("claim-filter .nearest")).toBeHidden();
});

test("a search from the page of no address asks the search", async ({ page }) => {
  await page.goto("no-such-page");
  await page.getByLabel("Words or a number").fill("Symantec");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/search\/\?q=Symantec$/);
  await expect(page.locator(".search-results .kind").first()).toHaveText(/^(?:Claim|Figure|Recording|Data|Page)$/);
});

test("the search answers one letter with a hint, not with every page", async ({ page }) => {
  await page.goto("search/?q=a");
  await expect(page.locator("site-search [role=status]")).toHaveText(/two letters/);
  await expect(page.locator(".search-results li")).toHaveCount(0);
});

test("a number outside the article keeps its sentence in a fold, and the box of the finder opens it", async ({ page }) => {
  await page.goto("numbers/");
  const entry = page.locator("section[data-group]:not([aria-labelledby=article]) .number-entry").first();
  await expect(entry.locator(".safe").first()).toBeHidden();
  await page.locator("number-finder input").fill((await entry.getAttribute("data-value")) ?? "");
  await expect(entry.locator(".safe").first()).toBeVisible();
  await page.locator("number-finder input").fill("");
  await expect(entry.locator(".safe").first()).toBeHidden();
});
