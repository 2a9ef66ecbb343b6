import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { duplicateIds, readTable } from "../../src/readers/table.ts";
import { countCell, textCell } from "../../src/schema/cell.ts";
import { describeProblem } from "../../src/schema/problem.ts";

const schema = z.object({ place: textCell, hosts: countCell, note: z.string().optional() });
const read = (text: string) => readTable("t.csv", text, schema);

describe("a table", () => {
  it("keeps quoted commas, quotation marks and line breaks in a cell", () => {
    expect(read('place,hosts\n"Korea, South ""R.O.K.""\nSeoul",3\n').rows).toEqual([{ place: 'Korea, South "R.O.K."\nSeoul', hosts: 3 }]);
  });

  it("may leave out a column that the schema does not need", () => {
    expect(read("hosts,place\n3,Taiwan\n").rows).toEqual([{ place: "Taiwan", hosts: 3 }]);
  });

  it("names the line on which a row begins, also below a cell of several lines", () => {
    const { lines, problems } = read('place,hosts\n"a\nb\nc",1\nTaiwan,many\nChina,2\n');
    expect(lines).toEqual([2, 6]);
    expect(problems.map(describeProblem)).toEqual(['t.csv:5 hosts: found "many", expected a whole number of 0 or more in plain digits']);
  });

  it("loses no row: each is either read or reported", () => {
    const cell = fc.oneof(fc.nat().map(String), fc.constantFrom("", "-1", "1.5", "many", "1e3"));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const { rows, problems } = read(["place,hosts", ...cells.map((each) => `x,${each}`)].join("\n"));
        expect(rows.length + problems.length).toBe(cells.length);
      }),
    );
  });

  it("reads the same with LF, with CRLF and with a byte-order mark", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (counts) => {
        const lines = ["place,hosts", ...counts.map((count) => `x,${count}`)];
        const plain = read(lines.join("\n"));
        expect(read(lines.join("\r\n"))).toEqual(plain);
        expect(read(`\ufeff${lines.join("\n")}\n`)).toEqual(plain);
      }),
    );
  });

  it("says so when a column stands twice", () => {
    expect(read("place,hosts,hosts\nx,1,2\n").problems.map(describeProblem)).toEqual(['t.csv:1 hosts: found "hosts", expected each column once']);
  });

  it.each([
    ["tabs", "place\thosts\nx\t1\n"],
    ["bars", "place|hosts\nx|1\n"],
    ["semicolons", "place;hosts\nx;1\n"],
  ])("names the separator when the header uses %s", (name, text) => {
    expect(read(text).problems).toEqual([expect.objectContaining({ line: 1, expected: `commas between the columns; the header uses ${name}` })]);
  });

  it.each([
    ["a row of another separator", "place,hosts,note\na;3;\n", "this row uses semicolons"],
    ["a row with cells left out, in which a cell holds a semicolon", "place,hosts,note\nSeoul; Busan,3\n", "write a comma for each empty cell"],
    ["a row with cells too many, in which a cell holds a semicolon", "place,hosts,note\nSeoul; Busan,3,,\n", "quote cells that hold a comma"],
  ])("hints at what is wrong with %s", (_, text, hint) => {
    expect(read(text).problems.map(({ expected }) => expected)).toEqual([expect.stringContaining(`(${hint})`)]);
  });

  it("says so when a quotation mark is never closed", () => {
    const { rows, problems } = read('place,hosts\n"Taiwan,1\nChina,2\n');
    expect(rows).toEqual([]);
    expect(problems.map((problem) => problem.expected)).toEqual([expect.stringContaining("balanced quotation marks")]);
  });
});

describe("ids that stand twice", () => {
  it("are reported at every later place, with the first line", () => {
    expect(duplicateIds("t.csv", "id", ["a", "b", "a", "a"], [2, 3, 4, 5]).map(describeProblem)).toEqual([
      't.csv:4 id: found "a", expected an id used once; line 2 has it already',
      't.csv:5 id: found "a", expected an id used once; line 2 has it already',
    ]);
  });
});
