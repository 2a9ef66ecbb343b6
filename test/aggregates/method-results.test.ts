import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { methodResults } from "../../src/aggregates/method-results.ts";
import type { Result } from "../../src/aggregates/results.ts";
import { type Records, readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const resultOf = (from: Records, id: string): Result => {
  const found = methodResults(from).find((row) => row.id === id);
  if (found === undefined) throw new Error(`no result ${id}`);
  return found;
};
const withClaim = (id: string, change: Partial<Records["claims"][number]>): Records => ({ ...records, claims: records.claims.map((claim) => (claim.id === id ? { ...claim, ...change } : claim)) });

describe("the computed numbers of the methods page", () => {
  it.each([
    ["class-b-expected-hits", "2.6221"],
    ["class-b-seen-8h", "92.7\u00a0%"],
    ["class-b-seen-8h-waking", "1.9\u00a0%"],
    ["class-b-seen-8h-unequal", "78\u00a0%"],
    ["class-b-of-telescope", "76\u00a0%"],
    ["sans-corrected", "about 250,000"],
    ["chapman-example", "139,603"],
    ["chao-example", "142,005"],
    ["wednesday-from-night", "2,300–7,500"],
    ["code-red-2-far", "0.125"],
    ["code-red-2-same-8", "128"],
    ["code-red-2-same-16", "24,704"],
  ])("%s is %s", (id, words) => {
    expect(resultOf(records, id).words).toBe(words);
  });

  it("count hours from the restart to the ends of windows that the ledger holds", () => {
    expect(resultOf(records, "addresses-per-machine").working).toContain("over 35 hours");
    expect(resultOf(withClaim("sans-cumulative", { window_end_utc: "2001-08-02T12:00Z" }), "addresses-per-machine").working).toContain("over 36 hours");
    expect(resultOf(records, "sans-corrected").working).toContain("× 2))");
    expect(resultOf(withClaim("sans-07", { window_end_utc: "2001-08-02T14:00Z" }), "sans-corrected").working).toContain("× 3))");
    const later = { ...records, events: records.events.map((event) => (event.id === "ev-16" ? { ...event, when_utc: "2001-08-01T01:00Z" } : event)) };
    expect(resultOf(later, "addresses-per-machine").working).toContain("over 34 hours");
  });

  it("predict Wednesday from its own window and the night's, on the sensor that fits SANS's total", () => {
    const { claims, working } = resultOf(records, "wednesday-from-night");
    expect(claims).toEqual(expect.arrayContaining(["xs4all-unique-8h", "xs4all-unique-wednesday"]));
    expect(working).toContain("on 836 addresses");
    const values = (from: Records): readonly number[] => resultOf(from, "wednesday-from-night").value as readonly number[];
    const shorter = values(withClaim("xs4all-unique-wednesday", { window_end_utc: "2001-08-01T18:00Z" }));
    const later = values(withClaim("xs4all-unique-8h", { window_start_utc: "2001-08-02T00:00Z", window_end_utc: "2001-08-02T08:00Z" }));
    for (const index of [0, 1]) {
      expect(shorter[index]).toBeLessThan(values(records)[index] ?? 0);
      expect(later[index]).toBeLessThan(values(records)[index] ?? 0);
    }
  });
});
