import { describe, expect, it } from "vitest";
import { placeWords } from "../../src/schema/place-words.ts";

const names: Readonly<Record<string, string>> = { KOR: "South Korea", CHN: "China", TWN: "Taiwan", JPN: "Japan", USA: "United States" };
const words = (geography: string): string => placeWords(geography, (iso3) => names[iso3]);

describe("the place of a claim", () => {
  it.each([
    ["KOR", "South Korea"],
    ["KOR+CHN+TWN+JPN", "South Korea, China, Taiwan, Japan"],
    ["KOR yes; TWN, CHN no", "South Korea yes; Taiwan, China no"],
    ["USA (Excite@Home)", "United States (Excite@Home)"],
    ["world", "the world"],
    ["world (.edu)", "world (.edu)"],
    ["sensor:XS4ALL (AS3265, NL)", "as seen from XS4ALL (AS3265, NL)"],
    ["sensor:ISC", "as seen from ISC"],
  ])("%s is %s", (geography, place) => {
    expect(words(geography)).toBe(place);
  });

  it("keeps letters that are no country", () => {
    expect(words("sample of tested IIS sites")).toBe("sample of tested IIS sites");
  });
});
