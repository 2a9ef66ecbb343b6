import { test as base, type BrowserContext } from "@playwright/test";

/**
 * Playwright's test, with a new page for each test in one context for each worker: typefaces and style sheets are fetched once.
 * The site keeps nothing in the browser, so one page cannot disturb the next.
 */
export const test = base.extend<object, { readonly shared: BrowserContext }>({
  shared: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId } = project.use;
      const context = await browser.newContext({
        reducedMotion: "reduce",
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
      });
      context.setDefaultTimeout(project.use.actionTimeout ?? 5_000);
      await use(context);
      await context.close();
    },
    { scope: "worker" },
  ],
  page: async ({ shared }, use) => {
    const page = await shared.newPage();
    await use(page);
    await page.close();
  },
});
