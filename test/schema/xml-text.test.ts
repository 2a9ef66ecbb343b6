import fc from "fast-check";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { xmlText } from "../../src/schema/xml-text.ts";

test("quotation marks of both kinds are escaped", () => {
  expect(xmlText("a\"b'c")).toBe("a&quot;b&apos;c");
});

test("what XML forbids is dropped: control characters, and halves of a pair that stand alone", () => {
  expect(xmlText("a\u0000b\u001bc\ud800d\uffff")).toBe("abcd");
  expect(xmlText("a\tb\nc \ud83d\ude00")).toBe("a\tb\nc \ud83d\ude00");
});

test("any text gives XML that parses, and an allowed text comes back as it was", () => {
  const parser = new (new JSDOM("").window.DOMParser)();
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const parsed = parser.parseFromString(`<a b="${xmlText(text)}"/>`, "application/xml").documentElement;
      expect(parsed.tagName).toBe("a");
      // eslint-disable-next-line no-control-regex
      if (!/[\u0000-\u001f\ufffe\uffff]/.test(text)) expect(parsed.getAttribute("b")).toBe(text);
    }),
  );
});
