import { describe, expect, it } from "vitest";
import { canonicalOf } from "../../src/built-pages/canonical.ts";

describe("the canonical address of a page", () => {
  it.each([
    ["as the site writes it", '<link rel="canonical" href="https://example.org/a/b/">', "https://example.org/a/b/"],
    ["in another order and other quotes", "<link href='https://example.org/' rel=canonical>", "https://example.org/"],
    ["not from a comment", '<!-- <link rel="canonical" href="https://example.org/"> -->', null],
    ["not where there is none", "<p>x</p>", null],
  ])("is read %s", (_, html, address) => {
    expect(canonicalOf(html)).toBe(address);
  });
});
