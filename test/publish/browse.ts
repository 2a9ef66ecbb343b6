import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../scripts/browser.ts";

/** Opens the browser of the tests. @throws with one line of what to install */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args, env });
}

/** Everything that goes wrong on a page without a word to the reader: errors, refused requests, requests to elsewhere. */
export function faultsOf(page: Page, allowed: (url: string) => boolean): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!allowed(request.url()) && !request.url().startsWith("data:")) faults.push(`asked elsewhere: ${request.url()}`);
  });
  return faults;
}
