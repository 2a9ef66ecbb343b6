import fs from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

/** The checker without its comments: it is read by the browser again for each page, and that took longer than the check. */
const checker = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Faults of axe on a page as it stands, one line each: the rule and the first places. The page may hold no frame: axe does not look into them here.
 * The checker is put into a page once, and only breaches are worked out in full: naming the thousands of places that it cannot judge took most of its time.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} holds a frame, which axe would not look into`);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(checker);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    return (await axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })).violations;
  });
  return violations.map((each) => `${each.id}: ${each.help}; ${each.nodes.length} places, such as ${each.nodes[0]?.html.slice(0, 200) ?? ""}`);
}
