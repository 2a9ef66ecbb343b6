import { describe, expect, it } from "vitest";
import { readCards } from "../../src/readers/cards.ts";
import { describeProblem } from "../../src/schema/problem.ts";
import { bytesOf, cardsFile } from "./altered-files.ts";

const committed = new TextDecoder().decode(bytesOf(cardsFile));
const faults = (text: string): string[] => readCards("cards.json", text).problems.map(describeProblem);

describe("the list of dataset cards", () => {
  it("is read in its order", () => {
    const { cards, problems } = readCards(cardsFile, committed);
    expect(problems).toEqual([]);
    expect(cards[0]).toMatchObject({ id: "xs4all-2001-08", monitored_addresses: null, status: "quoted" });
  });

  it.each([
    ["a comment", '[\n // none\n]', "cards.json:2"],
    ["a comma after the last card", "[\n{},\n]", "cards.json:3"],
    ["a list that is never closed", "[\n\n", "cards.json"],
    ["text after the list", "[]\n[]", "cards.json:2"],
  ])("is refused with its line: %s", (_, text, place) => {
    const [first = ""] = faults(text);
    expect(first.startsWith(place)).toBe(true);
    expect(first).toContain("expected JSON (");
  });

  it("must be a list", () => {
    expect(faults('{"id": "x"}')).toEqual(['cards.json:1: found "{"id": "x"}", expected a list of dataset cards']);
  });

  it("names the card and the property that is left out", () => {
    const without = committed.replace(/ {2}"zone_basis": .*\n/, "");
    expect(faults(without)).toEqual([expect.stringMatching(/^cards\.json:2 \[0\]\.zone_basis: found .*expected text$/)]);
  });

  it("refuses a property that no card has, so that a misspelt name is not dropped", () => {
    const misspelt = committed.replace('"recorder":', '"recorded_by": "x",\n  "recorder":');
    expect(faults(misspelt).join("\n")).toContain('Unrecognized key: "recorded_by"');
  });

  it("refuses an id that stands twice", () => {
    const [first] = JSON.parse(committed) as unknown[];
    expect(faults(JSON.stringify([first, first], null, 1)).join("\n")).toContain('id: found "xs4all-2001-08", expected an id used once');
  });
});
