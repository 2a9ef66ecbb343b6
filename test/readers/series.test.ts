import { describe, expect, it } from "vitest";
import { messages, withText, xs4allFile } from "./altered-files.ts";

const twice = (line: number) => (text: string): string => `${text.trimEnd()}\n${text.split("\n")[line - 1] ?? ""}\n`;

describe("a second value of a measure for one time", () => {
  it("is refused with both lines", () => {
    expect(messages(withText(xs4allFile, twice(3)))).toEqual([
      "1 problem in 1 file of records",
      'data/records/series/xs4all-2001-08.csv:5 measure: found "unique_sources", expected one value of a measure for one time; line 3 has it for 2001-08-01T22:00Z to 2001-08-02T06:00Z already',
    ]);
  });

  it("is refused where no time is stated, too", () => {
    expect(messages(withText(xs4allFile, twice(4)))[1]).toContain("line 4 has it for no start to no end already");
  });

  it("is none where the measure or an edge differs", () => {
    expect(messages(withText(xs4allFile, (text) => twice(3)(text).replace(/unique_sources(?=,eq,7528[^\n]*\n$)/, "probes")))).toEqual([]);
  });
});
