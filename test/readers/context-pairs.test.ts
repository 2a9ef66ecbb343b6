import { describe, expect, it } from "vitest";
import { messages, withText } from "./altered-files.ts";

describe("rows that do not make pairs stop the build with one line", () => {
  it.each([
    ["a pair with one side", (text: string) => text.replace(/^torpig,Torpig,larger.*\n/m, ""), 'context-pairs.csv:2 pair: found "torpig", expected a second row of this pair, whose side is larger; add it, or take this row out'],
    ["three rows for one pair", (text: string) => text.replace(/^(torpig,Torpig,larger.*\n)/m, "$1$1"), 'context-pairs.csv:3 side: found "larger", expected each side of torpig once; line 2 has it already'],
    ["a pair of two populations", (text: string) => text.replace("torpig,Torpig,smaller", "torpig,Another,smaller"), 'context-pairs.csv:3 population: found "Another", expected the population of the other side of torpig, in line 2'],
    ["a pair that disagrees on being like with like", (text: string) => text.replace("torpig,Torpig,smaller,yes", "torpig,Torpig,smaller,no"), 'context-pairs.csv:3 like_with_like: found "no", expected the same as the other side of torpig, in line 2'],
    ["a larger side that is smaller", (text: string) => text.replace(",eq,1200000,", ",eq,120000,"), 'context-pairs.csv:2 value: found "120000", expected a number above 180000, that of the smaller side of torpig; or the sides exchanged'],
  ])("%s", (_, change, message) => {
    expect(messages(withText("data/records/context-pairs.csv", change))).toEqual(["1 problem in 1 file of records", `data/records/${message}`]);
  });

  it("but a row that is refused for another reason is reported once", () => {
    expect(messages(withText("data/records/context-pairs.csv", (text) => text.replace(",eq,1200000,", ",equals,1200000,")))).toHaveLength(2);
  });
});
