import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "../../src/readers/utf8.ts";

const bytes = (...parts: (string | number)[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...new TextEncoder().encode(part)])));

describe("bytes of an input file", () => {
  it("become the text they were made from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!text.startsWith("\ufeff"));
        expect(decodeUtf8("f", new TextEncoder().encode(text))).toEqual({ text });
      }),
    );
  });

  it("lose a byte-order mark", () => {
    expect(decodeUtf8("f", bytes(0xef, 0xbb, 0xbf, "id\n"))).toEqual({ text: "id\n" });
  });

  it.each([
    ["a Latin-1 letter before another letter", bytes("a\nb\nAndr", 0xe9, " Post"), 3, "byte 0xe9"],
    ["a byte that begins nothing", bytes("a\n", 0xff), 2, "byte 0xff"],
    ["a continuation without a beginning", bytes(0x80, "a"), 1, "byte 0x80"],
    ["half a surrogate pair", bytes("a", 0xed, 0xa0, 0x80), 1, "byte 0xed"],
    ["the end in the middle of a character", bytes("a\n", 0xe2, 0x82), 2, "a character cut short"],
  ])("name the line and the byte at fault: %s", (_, input, line, value) => {
    expect(decodeUtf8("f", input)).toEqual({ problem: { file: "f", line, column: "", value, expected: "UTF-8 text; save the file as UTF-8" } });
  });
});
