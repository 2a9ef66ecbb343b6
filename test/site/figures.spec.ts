import { expect, test } from "@playwright/test";
import { nameOf, pages, thorough } from "./built-pages.ts";

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

test("every figure can be embedded, and its embed names its source and leads to its page", async ({ page }) => {
  const ids = new Set(embeds.map((address) => address.split("/")[1] ?? ""));
  expect([...ids].sort()).toEqual(alone.map((address) => address.split("/")[1] ?? "").sort());
  for (const address of embeds) {
    await page.goto(address);
    const figure = page.locator("figure.figure");
    for (const part of [".figure-title", ".figure-subtitle", ".figure-source"]) await expect.soft(figure.locator(part), `${address} ${part}`).toHaveText(/\w{3,}/);
    await expect.soft(page.locator("meta[name=robots]"), `${address} is kept out of searches`).toHaveAttribute("content", /noindex/);
    await expect.soft(figure.locator(`a[href$="/figures/${address.split("/")[1] ?? ""}/"]`), `${address} leads to its figure`).not.toHaveCount(0);
  }
});
