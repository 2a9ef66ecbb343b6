import { describe, expect, it } from "vitest";
import { measures } from "../../src/schema/measure.ts";
import { missingKinds, missingWords } from "../../src/schema/missing.ts";
import { isNumeric, operators, operatorWords } from "../../src/schema/operator.ts";
import { quantities, quantityNames, quantitySchema } from "../../src/schema/quantity.ts";

describe("what a number counts", () => {
  it("says what it counts and what it does not, each in a sentence", () => {
    for (const { label, counts, countsNot } of Object.values(quantities)) {
      expect(label).not.toBe("");
      expect(counts).toMatch(/^[A-Z].*\.$/);
      expect(countsNot).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("has one label for one quantity", () => {
    expect(new Set(Object.values(quantities).map(({ label }) => label)).size).toBe(quantityNames.length);
  });

  it("keeps addresses apart from machines", () => {
    expect(quantities.source_addresses.countsNot).toMatch(/^Machines\./);
  });

  it("is one of the known ones, and a fault lists them", () => {
    const result = quantitySchema.safeParse("infections");
    expect(result.error?.issues[0]?.message).toBe(`one of ${quantityNames.join(" ")}`);
  });

  it("is what every measure of a series counts", () => {
    for (const { quantity } of Object.values(measures)) expect(quantityNames).toContain(quantity);
  });
});

describe("running totals and counts of one window", () => {
  it("are told apart for each measure: a name that ends in cumulative is one, and no other", () => {
    for (const [name, { accumulation }] of Object.entries(measures)) expect(accumulation === "cumulative").toBe(name.endsWith("_cumulative"));
  });
});

describe("operators and missing kinds", () => {
  it("each have words of their own", () => {
    expect(new Set(operators.map((operator) => operatorWords[operator])).size).toBe(operators.length);
    expect(new Set(missingKinds.map((kind) => missingWords[kind])).size).toBe(missingKinds.length);
  });

  it("carry a number or words, never both", () => {
    expect(operators.filter((operator) => !isNumeric(operator))).toEqual(["rank", "qualitative", "not_stated"]);
  });
});
