import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { contextPairs } from "../../src/aggregates/context-pairs.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const pairs = contextPairs(records).rows;

describe("pairs of counts of later botnets", () => {
  it("differ more than sixfold where they are like with like", () => {
    const like = pairs.filter((pair) => pair.likeWithLike);
    expect(like.map((pair) => pair.id)).toEqual(["torpig", "rajab"]);
    expect(Math.min(...like.map((pair) => pair.ratio))).toBeGreaterThan(6);
  });

  it("carry a bound into the ratio, in the right direction", () => {
    expect(pairs.map(({ id, ratioBound, ratioWords }) => [id, ratioBound, ratioWords])).toEqual([
      ["torpig", "exact", "6.7"],
      ["rajab", "at_least", "at least 16.2"],
      ["conficker", "at_most", "at most 22.9"],
    ]);
  });

  it("leave Conficker out of the finding", () => {
    expect(pairs.find((pair) => pair.id === "conficker")?.likeWithLike).toBe(false);
  });
});
