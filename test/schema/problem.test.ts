import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeProblem, RecordError } from "../../src/schema/problem.ts";

const at = (value: string) => ({ file: "f.csv", line: 3, column: "hosts", value, expected: "a number" });
/** Control characters of ASCII and Latin-1, marks that turn the direction of text, and the byte-order mark. */
const control = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

describe("a problem in words", () => {
  it("names file, line, column, what was found and what was expected", () => {
    expect(describeProblem(at("many"))).toBe('f.csv:3 hosts: found "many", expected a number');
  });

  it("leaves out what does not apply", () => {
    expect(describeProblem({ file: "f.csv", line: 0, column: "", value: "", expected: "a file" })).toBe("f.csv: expected a file");
  });

  it("shows the escapes of a hostile file by their codes, so that it cannot write on a terminal", () => {
    expect(describeProblem(at("\u001b[2J\u202etxt\u0007"))).toBe('f.csv:3 hosts: found "\\u001b[2J\\u202etxt\\u0007", expected a number');
  });

  it("never holds a control character, whatever was found", () => {
    const hostile = fc.string({ unit: fc.oneof(fc.string({ unit: "binary", maxLength: 1 }), fc.constantFrom("\u001b", "\u009b", "\r", "\n", "\u202e", "\ufeff", "\u2066", "\0")) });
    fc.assert(
      fc.property(hostile, (value) => {
        expect(describeProblem(at(value))).not.toMatch(control);
      }),
    );
  });

  it("stays short, whatever was found", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 100 }), (value) => {
        // A character shown by its code takes six places.
        expect(describeProblem(at(value)).length).toBeLessThan(80 * 6 + 60);
      }),
    );
  });
});

describe("an error of records", () => {
  it("counts the problems and the files that hold them", () => {
    const error = new RecordError([at("a"), at("b"), { ...at("c"), file: "g.csv" }]);
    expect(error.message.split("\n")).toEqual([
      "3 problems in 2 files of records",
      '  f.csv:3 hosts: found "a", expected a number',
      '  f.csv:3 hosts: found "b", expected a number',
      '  g.csv:3 hosts: found "c", expected a number',
    ]);
  });
});
