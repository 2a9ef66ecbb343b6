import type { Page } from "@playwright/test";

declare global {
  interface Window {
    __violations?: string[];
  }
}

/** What was found on each page that is watched already. */
const watched = new WeakMap<Page, string[]>();

/**
 * Collects, from now on, everything that goes wrong on a page and a reader would not be told: messages of the console, errors,
 * failed requests, requests to other hosts, and breaches of the content security policy.
 * Watching a page again forgets what was found before; its origin stays the first one.
 * @returns a function that gives what was found so far, one line each
 */
export async function watch(page: Page, origin: string): Promise<() => Promise<string[]>> {
  const known = watched.get(page);
  const found = known ?? [];
  found.length = 0;
  const faults = async (): Promise<string[]> => [...found, ...(await page.evaluate(() => window.__violations ?? ["policy: not watched"]))];
  if (known !== undefined) return faults;
  watched.set(page, found);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") found.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => found.push(`request failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) found.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && asked !== origin) found.push(`another host: ${request.url()}`);
  });
  await page.addInitScript(() => {
    window.__violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.__violations?.push(`policy: ${event.violatedDirective} stopped ${event.blockedURI} ${event.sample}`);
    });
  });
  return faults;
}
