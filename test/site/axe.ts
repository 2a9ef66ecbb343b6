import type { Page } from "@playwright/test";
import axe from "axe-core";

/**
 * Faults of axe on a page as it stands, one line each: the rule and the first places. The page may hold no frame: axe does not look into them here.
 * The checker is put into a page once, and only breaches are worked out in full: naming the thousands of places that it cannot judge took most of its time.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} holds a frame, which axe would not look into`);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const checker = (window as unknown as { axe: typeof import("axe-core") }).axe;
    return (await checker.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })).violations;
  });
  return violations.map((each) => `${each.id}: ${each.help}; ${each.nodes.length} places, such as ${each.nodes[0]?.html.slice(0, 200) ?? ""}`);
}
