import fc from "fast-check";
import { expect, it } from "vitest";
import { get } from "../../src/published.ts";
import { typographic } from "../../src/schema/typographic.ts";

it.each([
  ["'Unique infected machines' that probed XS4ALL systems", "“Unique infected machines” that probed XS4ALL systems"],
  ["CAIDA's table, not XS4ALL's", "CAIDA’s table, not XS4ALL’s"],
  ["'over a 150,000 thousand' [sic]", "“over a 150,000 thousand” [sic]"],
  ["unique source IPs (reported as 'infections')", "unique source IPs (reported as “infections”)"],
  ["the hosts' own clocks", "the hosts’ own clocks"],
  ["'the project's servers' and \"the worm's\"", "“the project’s servers” and “the worm’s”"],
  ["it isn't known", "it isn’t known"],
  ["no mark at all", "no mark at all"],
])("%s", (typed, printed) => {
  expect(typographic(typed)).toBe(printed);
});

it("changes nothing but the marks, and changes nothing twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '"', "a", " ", "(", ".", "9") }), (text) => {
      const printed = typographic(text);
      expect(printed.replace(/[“”]|[’]/g, "#")).toBe(text.replace(/["']/g, "#"));
      expect(typographic(printed)).toBe(printed);
    }),
  );
});

it("every quotation that the ledger's words open, they close", () => {
  for (const { id, whatIsCounted, vantage, methodNotes, comments } of get("claims").rows)
    for (const words of [whatIsCounted, vantage, methodNotes, comments]) expect((words ?? "").replace(/[^“”]/g, ""), id).toMatch(/^(?:“”)*$/);
});
