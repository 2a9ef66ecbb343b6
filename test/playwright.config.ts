import fs from "node:fs";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "../scripts/browser.ts";

const root = path.resolve(import.meta.dirname, "..");
const port = process.env["E2E_PORT"] ?? "4399";
const base = `/${(process.env["BASE"] ?? "").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");

/** Ends the run with one line: a run without a browser never passes. */
const stop = (line: string): never => {
  console.error(line);
  process.exit(1);
};
const browser = await findBrowser().catch((error: unknown) => stop(error instanceof Error ? error.message : String(error)));
if (!fs.existsSync(browser.executablePath)) stop(`There is no browser at ${browser.executablePath}: set CHROME_PATH to Chrome or Chromium, or unset it to use the packed one`);

export default defineConfig({
  testDir: "site",
  outputDir: "../test-results/playwright",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  reporter: [["dot"], ["json", { outputFile: "../test-results/playwright.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    launchOptions: { executablePath: browser.executablePath, args: browser.args, env: browser.env },
    reducedMotion: "reduce",
    // A part that is missing fails at once, not when the whole test runs out of time.
    actionTimeout: 5_000,
    // A clock and a language far from the author's: neither may show on a page.
    timezoneId: "Asia/Seoul",
    locale: "de-DE",
  },
  webServer: {
    command: `"${process.execPath}" scripts/serve.ts`,
    cwd: root,
    port: Number(port),
    env: { PORT: port, BASE: base },
    reuseExistingServer: false,
  },
});
