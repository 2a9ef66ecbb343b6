import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClaimRow, claimRowSchema } from "../../src/schema/claim.ts";
import { numericOperators } from "../../src/schema/operator.ts";

type Cells = Record<keyof ClaimRow, string>;

const cells: Cells = {
  id: "a-claim",
  organisation: "Symantec",
  speaker: "",
  speaker_role: "",
  relayed_by: "",
  operator: "lt",
  value_low: "",
  value: "100000",
  value_high: "",
  unit: "infected servers",
  what_is_counted: "servers",
  geography: "world",
  window_start_utc: "",
  window_end_utc: "",
  as_of_utc: "2001-08-02",
  vantage: "",
  method_notes: "",
  source_title: "An article",
  source_date: "2001-08-02",
  source_url: "",
  source_is_mirror: "no",
  in_idg_article: "yes",
  directness: "quoted",
  evidence: "",
  confidence: "high",
  comments: "",
};

const faults = (changed: Partial<Cells>): string[] => claimRowSchema.safeParse({ ...cells, ...changed }).error?.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`) ?? [];

describe("a claim", () => {
  it("may leave its window open: null, not a guess", () => {
    expect(claimRowSchema.parse(cells)).toMatchObject({ window_start_utc: null, window_end_utc: null, value: 100_000 });
  });

  it("needs a number with every operator that carries one", () => {
    for (const operator of numericOperators.filter((each) => each !== "range")) expect(faults({ operator, value: "" })).toEqual([`value: a number: the operator is ${operator}`]);
  });

  it("needs both ends of a range, the low one first", () => {
    expect(faults({ operator: "range", value: "" })).toEqual(["value_low: a number: the operator is range", "value_high: a number: the operator is range"]);
    expect(faults({ operator: "range", value: "", value_low: "80", value_high: "75" })).toEqual(["value_high: a number of 80 or more, the low end"]);
  });

  it("has no single number beside the ends of a range", () => {
    expect(faults({ operator: "range", value: "77", value_low: "75", value_high: "80" })).toEqual(["value: nothing: the operator is range, whose two ends stand in value_low and value_high"]);
  });

  it("has ends only with a range or a bound", () => {
    for (const operator of ["eq", "approx", "denied"]) {
      expect(faults({ operator, value_low: "1" })).toEqual([`value_low: nothing: the operator is ${operator}`]);
      expect(faults({ operator, value_high: "200000" })).toEqual([`value_high: nothing: the operator is ${operator}`]);
    }
    for (const operator of ["rank", "qualitative", "not_stated"]) expect(faults({ operator, value: "", value_low: "1" })).toEqual([`value_low: nothing: the operator is ${operator}`]);
  });

  it("repeats a bound at its near end where it has a far one", () => {
    expect(faults({ operator: "lt", value_high: "100000" })).toEqual([]);
    expect(faults({ operator: "lt", value_low: "90000", value_high: "100000" })).toEqual([]);
    expect(faults({ operator: "gt", value_low: "100000", value_high: "500000" })).toEqual([]);
    expect(faults({ operator: "lt", value_low: "90000" })).toEqual(["value_high: the bound, 100000: value_low is given"]);
    expect(faults({ operator: "gt", value_high: "500000" })).toEqual(["value_low: the bound, 100000: value_high is given"]);
    expect(faults({ operator: "lt", value_high: "110000" })).toEqual(["value_high: the bound, 100000, or nothing: the operator is lt"]);
    expect(faults({ operator: "gt", value_low: "90000", value_high: "500000" })).toEqual(["value_low: the bound, 100000, or nothing: the operator is gt"]);
  });

  it("has a unit that is known: sign and words after the number hang on it", () => {
    expect(faults({ unit: "bananas" })).toEqual(["unit: a unit of src/schema/unit.ts; a new one is a line there"]);
    expect(faults({ unit: "toString" })).toHaveLength(1);
  });

  it("has no number where the source gives words or an order", () => {
    for (const operator of ["rank", "qualitative", "not_stated"]) expect(faults({ operator })).toEqual([`value: nothing: the operator is ${operator}`]);
  });

  it("covers hours that end after they start", () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const time = (each: number): string => `2001-08-01T${String(each).padStart(2, "0")}:00Z`;
    fc.assert(
      fc.property(hour, hour, (start, end) => {
        expect(faults({ window_start_utc: time(start), window_end_utc: time(end) }).length === 0).toBe(end > start);
      }),
    );
  });

  it("repeats fifteen words of its source at most", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 30 }), (words) => {
        expect(faults({ evidence: words.join(" ") }).length === 0).toBe(words.length <= 15);
      }),
    );
  });
});
