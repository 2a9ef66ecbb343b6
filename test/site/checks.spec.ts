import { expect, type Page, test } from "@playwright/test";
import { overflow, smallTexts } from "./look.ts";
import { watch } from "./watch.ts";

/** Opens a made-up page at the site's own address. */
async function open(page: Page, baseURL: string | undefined, html: string, head = ""): Promise<void> {
  const address = `${baseURL ?? ""}made-up/`;
  await page.route(address, (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><head><title>x</title>${head}</head><body>${html}</body></html>` }));
  await page.goto(address, { waitUntil: "load" });
}

test("the checks see each silent fault of a page", async ({ page, baseURL }) => {
  await page.route("http://other.example/**", (route) => route.fulfill({ body: "" }));
  const faults = await watch(page, new URL(baseURL ?? "").origin);
  const policy = `<meta http-equiv="content-security-policy" content="style-src 'self'">`;
  await open(page, baseURL, `<p style="color: red">x</p><img alt="" src="no-such-picture.png"><img alt="" src="http://other.example/x.png"><script>console.warn("careful"); throw new Error("broken");</script>`, policy);
  const found = (await faults()).join("\n");
  for (const part of ["policy: style-src-attr", "status 404", "another host: http://other.example/x.png", "console warning: careful", "error: broken"]) expect(found).toContain(part);
});

test("the checks find nothing on a page that is sound", async ({ page, baseURL }) => {
  const faults = await watch(page, new URL(baseURL ?? "").origin);
  await page.setViewportSize({ width: 320, height: 400 });
  await open(page, baseURL, `<h1>x</h1><svg viewBox="0 0 100 50" width="100" height="50"><text x="5" y="20" font-size="12">fine</text></svg>`);
  expect(await faults()).toEqual([]);
  expect(await overflow(page)).toEqual([]);
  expect(await smallTexts(page)).toEqual([]);
});

test("the checks measure text as it is shown: a drawing made smaller makes its text smaller", async ({ page, baseURL }) => {
  await open(page, baseURL, `<svg viewBox="0 0 200 100" width="100" height="50"><text x="5" y="20" font-size="12">half</text><text x="5" y="60" font-size="24">enough</text><text x="5" y="90" font-size="5" visibility="hidden">not shown</text></svg>`);
  expect(await smallTexts(page)).toEqual(["“half” at 6.0 px"]);
});

test("the checks name what makes a page scroll sideways", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 320, height: 400 });
  await open(page, baseURL, `<pre class="long">${"x".repeat(200)}</pre>`);
  const [first, ...places] = await overflow(page);
  expect(first).toMatch(/^the page is \d+ px wide in a window of 320 px$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeGreaterThan(320);
  expect(places).toEqual([]);
});
