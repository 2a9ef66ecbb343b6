import { expect, test } from "vitest";
import { conditionalShares } from "../../src/charts/conditional-shares.ts";
import { drawSvg } from "../../src/charts/svg.ts";

const draw = (bound: boolean): string =>
  drawSvg(conditionalShares([{ key: "a", organisation: "Symantec", label: "Symantec", totalText: "of 100,000", low: 75_000, high: 80_000, bound, words: "x" }], "wide"), { id: "c", title: "t", description: "d" });

test("a share of a bound fades to the left, with a stop and an arrow, and is neither a dot nor a closed bar", () => {
  const svg = draw(true);
  expect(svg).toContain("<linearGradient");
  expect(svg).not.toContain("<circle");
  expect([...svg.matchAll(/<rect[^>]*>/g)].filter(([rect]) => rect.includes("stroke="))).toHaveLength(0);
});

test("a share of a stated total is an open bar: outlined, never filled like a count", () => {
  const svg = draw(false);
  expect(svg).not.toContain("<linearGradient");
  expect(svg).not.toContain('fill="var(--symantec)"');
  expect(svg).toMatch(/fill="var\(--paper\)" stroke="var\(--symantec\)"|stroke="var\(--symantec\)"[^>]*fill="var\(--paper\)"/);
});
