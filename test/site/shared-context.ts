import { test as base, type BrowserContext, type Page } from "@playwright/test";

interface WorkerFixtures {
  readonly shared: BrowserContext;
  /** One page for all tests of a worker: a new one starts a process, which costs as much as the checks of a small page. */
  readonly reused: Page;
  /** The same for a reader whose browser runs no scripts. */
  readonly scriptless: Page;
}

/**
 * Playwright's test, with one page in one context for each worker, as at first at the start of each test: typefaces and style sheets are fetched once.
 * The site keeps nothing in the browser, so one test cannot disturb the next.
 */
export const test = base.extend<object, WorkerFixtures>({
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
  reused: [
    async ({ shared }, use) => {
      await use(await shared.newPage());
    },
    { scope: "worker" },
  ],
  scriptless: [
    async ({ browser }, use, { project }) => {
      const { baseURL } = project.use;
      const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
      await use(await context.newPage());
      await context.close();
    },
    { scope: "worker" },
  ],
  page: async ({ reused }, use) => {
    await reused.setViewportSize({ width: 1280, height: 720 });
    await reused.emulateMedia({ media: null, colorScheme: null, reducedMotion: "reduce", forcedColors: null });
    await use(reused);
  },
});
