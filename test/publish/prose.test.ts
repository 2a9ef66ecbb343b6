import { describe, expect, it } from "vitest";
import { gradeOf, spelledWords } from "../../scripts/check-prose.ts";

describe("the report on prose", () => {
  it("looks at words, and leaves names, numbers, short forms and addresses alone", () => {
    expect(spelledWords("The worm hit XS4ALL at 22:00 UTC; see example.org/data/x and data/claims.json, iPhone, crv2.")).toEqual(["worm", "hit", "at", "see", "and"]);
  });

  it("takes both apostrophes, and a genitive as its noun", () => {
    expect(spelledWords("it doesn’t say the sensor's size, nor the hosts’")).toEqual(["it", "doesn't", "say", "the", "sensor", "size", "nor", "the", "hosts"]);
  });

  it("gives long words in long sentences a higher school grade than short ones", () => {
    const plain = gradeOf(["The worm hit the net. It hit it twice."]);
    const heavy = gradeOf(["Epidemiological considerations notwithstanding, the aforementioned organisations overestimated simultaneously observable populations considerably."]);
    expect(plain).toBeLessThan(3);
    expect(heavy).toBeGreaterThan(15);
    expect(gradeOf([])).toBeNull();
  });
});
