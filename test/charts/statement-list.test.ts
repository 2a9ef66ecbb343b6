import { describe, expect, it } from "vitest";
import { statementList } from "../../src/charts/statement-list.ts";
import { claimsById } from "../../src/figures/claim-table.ts";
import { lastInstant, shortWhen } from "../../src/figures/short-when.ts";
import { datedEntries, whoSaidWhatWhen } from "../../src/figures/who-said-what-when.ts";
import { get } from "../../src/published.ts";

const entries = datedEntries(get);

describe("the rail of statements", () => {
  it("runs in the order of UTC time, the undated last", () => {
    const orders = entries.map(({ order }) => order);
    expect(orders).toEqual([...orders].sort((a, b) => (a === b ? 0 : a - b)));
    expect(entries.at(-1)?.statement).toMatchObject({ key: "caida-07", when: "undated" });
  });

  it("holds both numbers of CAIDA's revision, the early one first and not overwritten", () => {
    const keys = entries.map(({ statement }) => statement.key);
    const [early, late] = claimsById(get, ["caida-02", "caida-07"]);
    expect([early?.value, late?.value]).toEqual([375_000, 359_104]);
    expect(keys.indexOf("caida-02")).toBeLessThan(keys.indexOf("caida-07"));
    expect(whoSaidWhatWhen.holds(get)).toBe(true);
  });

  it("repeats the number of the joint alert where it says so", () => {
    expect(claimsById(get, ["cert-02", "fsecure-nine-hours", "gao-01"]).map(({ operator, value }) => [operator, value])).toEqual([
      ["gt", 250_000],
      ["gt", 250_000],
      ["gt", 250_000],
    ]);
  });

  it("includes every organisation that the article quotes with a count, and Obit without one", () => {
    const quoted = entries.filter(({ statement }) => statement.quoted).map(({ statement }) => statement.organisation.split(" ")[0]);
    expect([...new Set(quoted)].sort()).toEqual(["F-Secure", "Kaspersky", "Obit", "SANS", "Symantec", "XS4ALL"]);
  });

  it("refuses a link to an entry that is not there", () => {
    expect(() => statementList(entries.map(({ statement }) => statement), [{ from: "caida-02", to: "nobody", kind: "revised" }], "wide")).toThrow("nobody");
  });
});

describe("dates in few words", () => {
  it.each([
    ["2001-08-02T11:00Z", "2 Aug, 11:00"],
    ["2001-07-12/2001-07-13", "12 Jul"],
    ["2001-07-19T10:00Z (approx)", "19 Jul, ≈ 10:00"],
    ["2002", "2002"],
    ["2001-08", "Aug 2001"],
    ["2002-04-30", "30 Apr 2002"],
  ])("%s is %s", (date, words) => {
    expect(shortWhen(date)).toBe(words);
  });

  it("puts a day without an hour after every hour of that day, and before the next day", () => {
    expect(lastInstant("2001-08-02")).toBeGreaterThan(lastInstant("2001-08-02T23:59Z"));
    expect(lastInstant("2001-08-02")).toBeLessThan(lastInstant("2001-08-03T00:00Z"));
    expect(lastInstant("2001")).toBeLessThan(lastInstant("2002-01"));
  });
});
