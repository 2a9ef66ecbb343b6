import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparabilityRules, type Comparable, compareClaims, type ComparabilityRule, verdicts } from "../../src/model/comparability.ts";
import { numericOperators } from "../../src/schema/operator.ts";
import { quantityNames } from "../../src/schema/quantity.ts";
import { accumulations, vantageKinds, waves } from "../../src/schema/reading.ts";
import { edgeBases } from "../../src/schema/window.ts";

/** CAIDA's rule: an address count is a fair measure of machines over a day. */
const fairHours = 24;

const instant = (hour: number): string => new Date(Date.UTC(2001, 6, 12) + hour * 3_600_000).toISOString();
const window = fc
  .record({ from: fc.integer({ min: 0, max: 700 }), hours: fc.integer({ min: 1, max: 72 }), open: fc.constantFrom("none", "none", "start", "end", "both"), startBasis: fc.constantFrom(...edgeBases), endBasis: fc.constantFrom(...edgeBases) })
  .map(({ from, hours, open, startBasis, endBasis }) => {
    const start = open === "start" || open === "both" ? null : instant(from);
    const end = open === "end" || open === "both" ? null : instant(from + hours);
    return { start, end, startBasis: start === null ? "not_stated" : startBasis, endBasis: end === null ? "not_stated" : endBasis };
  });
const claim: fc.Arbitrary<Comparable> = fc.record({
  id: fc.uuid(),
  watcher: fc.constantFrom("caida", "sans-institute", "xs4all"),
  quantity: fc.constantFrom(...quantityNames),
  wave: fc.constantFrom(...waves),
  accumulation: fc.constantFrom(...accumulations),
  vantageKind: fc.constantFrom(...vantageKinds),
  operator: fc.constantFrom(...numericOperators),
  window,
});

/** CAIDA's counts of the United States and of South Korea on 19 July: one table, one day, one telescope. */
const unitedStates: Comparable = {
  id: "caida-11",
  watcher: "caida",
  quantity: "source_addresses",
  wave: "july",
  accumulation: "cumulative",
  vantageKind: "telescope",
  operator: "eq",
  window: { start: "2001-07-19T00:00Z", end: "2001-07-20T00:00Z", startBasis: "stated", endBasis: "stated" },
};
const southKorea: Comparable = { ...unitedStates, id: "caida-12" };
const withWindow = (start: string | null, end: string | null, basis = "stated"): Comparable => ({ ...southKorea, window: { start, end, startBasis: start === null ? "not_stated" : basis, endBasis: end === null ? "not_stated" : basis } });
const between = (a: Comparable, b: Comparable): string => compareClaims(a, b, fairHours).verdict;
const rulesOf = (a: Comparable, b: Comparable): string[] => compareClaims(a, b, fairHours).rules.map((rule) => rule.id);
/** Two claims that may share any field: random pairs alone would hardly ever be alike. */
const pair = fc.tuple(claim, claim, fc.subarray(["watcher", "quantity", "wave", "accumulation", "vantageKind", "operator", "window"] as const)).map(([a, b, same]) => [a, { ...b, ...Object.fromEntries(same.map((field) => [field, a[field]])) }] as const);

describe("the verdict on any two numbers", () => {
  it("does not depend on which of the two is named first", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(compareClaims(b, a, fairHours)).toEqual(compareClaims(a, b, fairHours));
      }),
    );
  });

  it("is to compare when both are the same claim", () => {
    fc.assert(
      fc.property(claim, (a) => {
        expect(between(a, { ...a })).toBe("compare");
      }),
    );
  });

  it("is never to compare for unlike quantities", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        fc.pre(a.quantity !== b.quantity);
        expect(between(a, b)).not.toBe("compare");
      }),
    );
  });

  it("is never to compare, even after adjusting, for different outbreaks", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        fc.pre(a.wave !== b.wave);
        expect(between(a, b)).toBe("do_not_compare");
      }),
    );
  });

  it("is never to compare where an edge of the hours is not stated", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        fc.pre([a.window.start, a.window.end, b.window.start, b.window.end].includes(null));
        expect(between(a, b)).not.toBe("compare");
      }),
    );
  });

  it("is never to compare where the two share no hour", () => {
    fc.assert(
      fc.property(claim, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 48 }), fc.integer({ min: 0, max: 48 }), (a, from, hours, gap) => {
        const shift = (start: number): Comparable["window"] => ({ start: instant(start), end: instant(start + hours), startBasis: "stated", endBasis: "stated" });
        expect(between({ ...a, window: shift(from) }, { ...a, id: "later", window: shift(from + hours + gap) })).not.toBe("compare");
      }),
    );
  });

  it("is to compare exactly when no rule applies, and to adjust only when every rule that applies says how", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { verdict, rules } = compareClaims(a, b, fairHours);
        expect(verdict === "compare").toBe(rules.length === 0);
        expect(verdict === "adjust").toBe(rules.length > 0 && rules.every((rule) => rule.adjustment !== null));
      }),
    );
  });
});

describe("two counts of one table", () => {
  it("compare, and a change of the hours of one changes the verdict", () => {
    expect(between(unitedStates, southKorea)).toBe("compare");
    expect(between(unitedStates, withWindow("2001-07-19T00:00Z", "2001-07-19T12:00Z"))).toBe("adjust");
    expect(rulesOf(unitedStates, withWindow("2001-07-18T00:00Z", "2001-07-19T00:00Z"))).toEqual(["hours-apart"]);
    expect(rulesOf(unitedStates, withWindow(null, "2001-07-20T00:00Z"))).toEqual(["start-assumed"]);
    expect(between(unitedStates, withWindow("2001-07-19T00:00Z", null))).toBe("do_not_compare");
    expect(between(unitedStates, withWindow(null, null))).toBe("do_not_compare");
  });

  it("need an adjustment when our reading of the hours stands in for the source's", () => {
    expect(rulesOf(unitedStates, withWindow("2001-07-19T00:00Z", "2001-07-20T00:00Z", "assumed"))).toEqual(["hours-assumed"]);
  });

  it("need an adjustment when one comes from another network, and none can be made for an opinion", () => {
    expect(rulesOf(unitedStates, { ...southKorea, watcher: "xs4all", vantageKind: "one_network" })).toEqual(["vantage-differs"]);
    expect(between(unitedStates, { ...southKorea, watcher: "kaspersky-lab", vantageKind: "opinion" })).toBe("do_not_compare");
  });

  it("stay apart when one is a level that its speaker disputes", () => {
    expect(between(unitedStates, { ...southKorea, operator: "denied" })).toBe("do_not_compare");
  });

  it("take addresses for machines within a day and not beyond", () => {
    const machines: Comparable = { ...southKorea, quantity: "machines" };
    expect(rulesOf(unitedStates, machines)).toEqual(["addresses-machines-day"]);
    const long = { ...unitedStates.window, end: "2001-07-20T01:00Z" };
    expect(rulesOf({ ...unitedStates, window: long }, { ...machines, window: long })).toEqual(["addresses-machines-long"]);
  });
});

describe("the table of rules", () => {
  it("names each rule once, in two words at most, the worst verdicts first", () => {
    expect(new Set(comparabilityRules.map((rule) => rule.id)).size).toBe(comparabilityRules.length);
    expect(comparabilityRules.filter((rule) => rule.short.split(" ").length > 2).map((rule) => rule.id)).toEqual([]);
    const order = comparabilityRules.map((rule: ComparabilityRule) => verdicts.indexOf(rule.verdict));
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  it("has an adjustment for every rule that asks for one, and none for the others", () => {
    expect(comparabilityRules.filter((rule) => (rule.adjustment === null) !== (rule.verdict === "do_not_compare")).map((rule) => rule.id)).toEqual([]);
  });
});
