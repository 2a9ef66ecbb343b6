import path from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./browser.ts";
import { root } from "./input-files.ts";
import { serveFolder } from "./serve.ts";

/** Takes the pictures of README.md from the built site. */
const pictures = [
  { file: "story.png", path: "/", y: 0, height: 1000 },
  { file: "maps.png", path: "/maps/", y: 0, height: 860 },
] as const;

const site = await serveFolder(path.join(root, "dist"), { port: 0, base: "/" });
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args, env });
try {
  for (const { file, path: address, height } of pictures) {
    const page = await browser.newPage({ viewport: { width: 1280, height }, colorScheme: "light" });
    await page.goto(new URL(address, site.url).href, { waitUntil: "networkidle" });
    await page.screenshot({ path: path.join(root, "scripts/pictures", file) });
    await page.close();
    console.log(`scripts/pictures/${file}`);
  }
} finally {
  await browser.close();
  await site.close();
}
