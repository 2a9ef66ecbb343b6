import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { seed } from "../../src/aggregates/coverage.ts";
import { methodResults } from "../../src/aggregates/method-results.ts";
import { exampleLists, listPlan, simulatedLists } from "../../src/aggregates/simulated-lists.ts";
import { chaoLowerBound } from "../../src/model/chao.ts";
import { chapman } from "../../src/model/chapman.ts";
import { seenShare } from "../../src/model/visibility.ts";
import { readRecords } from "../../src/readers/records.ts";

const lists = exampleLists();
const others = Array.from({ length: 20 }, (_, run) => simulatedLists(run + 1));
const holds = (low: number, high: number): boolean => low <= listPlan.hosts && listPlan.hosts <= high;

describe("the simulated lists", () => {
  it("are those of the stated seed, and other seeds give other lists", () => {
    expect(simulatedLists(seed)).toEqual(lists);
    expect(new Set([lists, ...others].map((each) => JSON.stringify(each))).size).toBe(21);
  });

  it("hold as many machines as the formula for one sensor says, within four standard deviations", () => {
    for (const each of [lists, ...others])
      for (const [count, monitoredAddresses] of [[each.first, 16_384], [each.second, 2_048]] as const) {
        const share = seenShare({ ratePerMinute: 358, monitoredAddresses, windowHours: 8 });
        expect(Math.abs(count - 140_000 * share)).toBeLessThan(4 * Math.sqrt(140_000 * share * (1 - share)));
      }
  });

  it("give intervals that hold the machines put in, in nearly all runs, for both estimators", () => {
    const held = [
      others.map((each) => chapman(each)),
      others.map(({ first, seenOnce, seenTwice }) => chaoLowerBound({ distinct: first, seenOnce, seenTwice })),
    ].map((estimates) => estimates.filter(({ low, high }) => holds(low, high)).length);
    // At 95 %, fewer than 16 of 20 comes in three runs of a thousand.
    for (const count of held) expect(count).toBeGreaterThanOrEqual(16);
  });
});

describe("the worked examples of the estimators", () => {
  const records = readRecords(readInputFiles());
  const workingOf = (rows: ReturnType<typeof methodResults>, id: string): string => rows.find((row) => row.id === id)?.working ?? "";

  it("name plan and seed, and say of each interval whether it holds the truth", () => {
    const rows = methodResults(records);
    for (const id of ["chapman-example", "chao-example"]) expect(workingOf(rows, id)).toContain("140,000 machines, all at 358 tries a minute for 8 hours, met by a /18 and a /21; seed 20010802");
    expect(workingOf(rows, "chapman-example")).toContain("its 95 % interval, 137,039 to 142,167, holds the 140,000 put in");
    expect(workingOf(rows, "chao-example")).toContain("its 95 % interval, 140,174 to 143,883, misses, as one in twenty does, the 140,000 put in");
  });

  it("are computed from the lists they are given", () => {
    const other = simulatedLists(1);
    const rows = methodResults(records, other);
    expect(rows.find(({ id }) => id === "chapman-example")?.value).toBe(chapman(other).value);
    expect(rows.find(({ id }) => id === "chao-example")?.value).toBe(chaoLowerBound({ distinct: other.first, seenOnce: other.seenOnce, seenTwice: other.seenTwice }).value);
  });

  it("bear out the page: chance has put Chao's bound above the true number", () => {
    expect(chaoLowerBound({ distinct: lists.first, seenOnce: lists.seenOnce, seenTwice: lists.seenTwice }).value).toBeGreaterThan(listPlan.hosts);
  });
});
