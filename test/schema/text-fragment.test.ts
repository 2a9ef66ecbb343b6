import { describe, expect, it } from "vitest";
import { textFragment } from "../../src/schema/text-fragment.ts";

describe("a link to a sentence", () => {
  it("encodes what a text directive would read as a mark of its own", () => {
    expect(textFragment("https://example.org/a", "7,528 well-known & more")).toBe("https://example.org/a#:~:text=7%2C528%20well%2Dknown%20%26%20more");
  });

  it("turns words left out into a range", () => {
    expect(textFragment("https://example.org/a", "more than 359,000 computers ... in less than 14 hours")).toBe("https://example.org/a#:~:text=more%20than%20359%2C000%20computers,in%20less%20than%2014%20hours");
  });

  it("keeps a fragment that the address has", () => {
    expect(textFragment("https://example.org/a#part", "x")).toBe("https://example.org/a#part:~:text=x");
  });

  it("is the address alone where no words are kept", () => {
    expect(textFragment("https://example.org/a", " ... ")).toBe("https://example.org/a");
  });
});
