import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { type Result, results } from "../../src/aggregates/results.ts";
import { type Records, readRecords } from "../../src/readers/records.ts";
import { RecordError } from "../../src/schema/problem.ts";

const records = readRecords(readInputFiles());
const resultOf = (from: Records, id: string): Result => {
  const found = results(from).rows.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no result ${id}`);
  return found;
};
/** The records with one claim changed. */
const withClaim = (id: string, change: Partial<Records["claims"][number]>): Records => ({ ...records, claims: records.claims.map((claim) => (claim.id === id ? { ...claim, ...change } : claim)) });
const messageOf = (from: Records): string => {
  try {
    results(from);
  } catch (error) {
    if (error instanceof RecordError) return error.message.split("\n")[1]?.trim() ?? "";
    throw error;
  }
  return "";
};

describe("the computed numbers", () => {
  it.each([
    ["sans-over-xs4all", "30.4"],
    ["half-hours-summed", "11,200"],
    ["rate-lab-per-minute", "833"],
    ["addresses-sans-fitted-rate", "836"],
    ["addresses-symantec-fitted-rate", "1,956"],
    ["addresses-sans-lab-rate", "359"],
    ["addresses-symantec-lab-rate", "841"],
    ["class-b-hour-share", "33–47\u00a0%"],
    ["active-if-class-b", "126,000–177,000"],
    ["august-infected-from-growth", "140,000"],
    ["flood-traffic-fitted-rate", "1.0"],
    ["class-b-traffic", "24"],
    ["caida-korea-share", "10.57\u00a0%"],
  ])("%s is %s", (id, words) => {
    expect(resultOf(records, id).words).toBe(words);
  });

  it("give the sum for the fitted rate from the claim and the hosts assumed", () => {
    expect(resultOf(records, "rate-fitted-per-minute").working).toBe("1.8 an hour × 2³² ÷ 360,000 machines ÷ 60 = 357.9");
    expect(messageOf(withClaim("staniford-01", { value: 1.9 }))).toBe('data/records/claims.csv value: found "1.9", expected in the row staniford-01 the growth from which the fitted rate of 358 probes a minute follows; mend the row, or fittedRatePerMinute in src/model/rate-band.ts');
  });

  it("call the number active on 19 July an assumption, and take it from CAIDA's claim", () => {
    expect(resultOf(records, "class-b-hour-share").working).toContain("115,124 ÷ 345,000 = 33.4 %".replace(" %", "\u00a0%"));
    expect(resultOf(records, "class-b-hour-share").working).toContain("96 % × 359,000 = 344,640");
    expect(resultOf(records, "class-b-hour-share").assumes).toContain("345,000 assumed");
    const half = resultOf(withClaim("caida-01", { value: 179_500 }), "class-b-hour-share");
    expect((half.value as readonly number[])[0]).toBeCloseTo(115_124 / 172_000, 12);
  });

  it("have working that names the numbers it is made from, and claims that exist", () => {
    const ids = new Set(records.claims.map((claim) => claim.id));
    for (const row of results(records).rows) for (const claim of row.claims) expect(ids.has(claim), `${row.id} names ${claim}`).toBe(true);
  });
});

describe("a record that lacks what a number needs stops the build with one line", () => {
  it.each([
    ["a claim without a number", withClaim("cert-04", { operator: "qualitative", value: null }), 'data/records/claims.csv value: expected a number in the row cert-04, whose operator is qualitative; computed numbers need it, so restore it'],
    ["a claim taken out", { ...records, claims: records.claims.filter(({ id }) => id !== "staniford-02") }, 'data/records/claims.csv id: found "staniford-02", expected a row with this id, which computed numbers need; restore it'],
    ["an edge taken out", withClaim("sans-07", { window_end_utc: null }), "data/records/claims.csv window_end_utc: expected a time in the row sans-07, to which it counts; computed numbers need it, so restore it"],
    ["a share that its counts do not give", withClaim("caida-12", { value: 40_000 }), 'data/records/claims.csv evidence: found'],
    ["the restart taken out", { ...records, events: records.events.filter(({ id }) => id !== "ev-16") }, 'data/records/events.csv id: found "ev-16", expected a row with this id, the restart, from which hours are counted; restore it'],
    ["the restart dated to a day", { ...records, events: records.events.map((event) => (event.id === "ev-16" ? { ...event, when_utc: "2001-08-01" } : event)) }, 'data/records/events.csv when_utc: found "2001-08-01", expected one time to the minute'],
    ["a telescope without its hour", { ...records, series: new Map([...records.series, ["caida-2001-07-19-cumulative", []]]) }, "data/records/series/caida-2001-07-19-cumulative.csv value: expected a row of unique_sources_cumulative with a number at 2001-07-19T20:00Z, an edge of the window of classb-02"],
  ] as const)("%s", (_, from, message) => {
    expect(messageOf(from).startsWith(message), messageOf(from)).toBe(true);
  });
});
