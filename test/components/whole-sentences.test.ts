import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeSentences } from "../../src/components/whole-sentences.ts";
import { figures } from "../../src/figures/all.ts";
import { get } from "../../src/published.ts";

const text = "SANS counted 228,949. At 9 a.m. UTC it had more. XS4ALL counted 7,528.";

test.each([
  [200, text],
  [69, "SANS counted 228,949. At 9 a.m. UTC it had more."],
  [49, "SANS counted 228,949. At 9 a.m. UTC it had more."],
  [48, "SANS counted 228,949."],
  [15, "SANS counted …"],
])("of a text, %i characters hold whole sentences, or whole words where no sentence fits", (most, kept) => {
  expect(wholeSentences(text, most)).toBe(kept);
});

test("the answer is never longer than allowed and never changes the words it keeps", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 10, max: 60 }), (any, most) => {
      const kept = wholeSentences(any, most);
      expect(kept.length).toBeLessThanOrEqual(most);
      expect(any.startsWith(kept.replace(/ …$/, ""))).toBe(true);
    }),
  );
});

test("the description of every figure's picture ends with a sentence", () => {
  for (const figure of figures) expect(wholeSentences(figure.alt(get), 420)).toMatch(/[.!?]”?$/);
});
