import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/**
 * Faults of axe on a page as it stands, one line each: the rule and the first places.
 * Only breaches are worked out in full: naming the thousands of places that axe cannot judge took most of its time.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })
    .analyze();
  return violations.map((each) => `${each.id}: ${each.help}; ${each.nodes.length} places, such as ${each.nodes[0]?.html.slice(0, 200) ?? ""}`);
}
