import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { claims } from "../../src/aggregates/claims.ts";
import { recordingComparison } from "../../src/aggregates/recording-comparison.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const ledger = claims(records).rows;
const restart = "2001-08-01T00:00Z";
const recorded = records.recordings[0]?.counts;
if (recorded === undefined) throw new Error("no recording");
const many = { ...recorded, uniqueSources: 5000 };
type Counts = typeof recorded;
const against = (counts: Counts, claim: string) => {
  const found = recordingComparison("x", counts, ledger, restart).find((pair) => pair.claim === claim);
  if (found === undefined) throw new Error(`no pair with ${claim}`);
  return { verdict: found.verdict, rules: found.reasons.map(({ rule }) => rule) };
};
const during = (start: string, end: string, variant: "code_red" | "code_red_2" = "code_red"): Counts => ({ ...many, window: { start, end }, byVariant: [{ variant, probes: 9000, sources: 5000 }] });

describe("a recording beside the published counts", () => {
  it("stands beside three of them, with their numbers as printed", () => {
    expect(recordingComparison("x", recorded, ledger, restart).map(({ claim, words }) => [claim, words])).toEqual([["xs4all-unique-8h", "7,528"], ["sans-cumulative", "228,949"], ["symantec-bound", "under 100,000"]]);
  });

  it("is an illustration where it holds 96 addresses, and is judged by the rules of claims from 97", () => {
    expect(against({ ...recorded, uniqueSources: 96 }, "xs4all-unique-8h")).toMatchObject({ verdict: "do_not_compare", rules: expect.arrayContaining(["too-few"]) as string[] });
    expect(against({ ...recorded, uniqueSources: 97 }, "xs4all-unique-8h").rules).not.toContain("too-few");
    expect(against({ ...recorded, uniqueSources: 97 }, "xs4all-unique-8h").verdict).toBe("adjust");
  });

  it("belongs to July up to the restart, to August from it, and to both across it", () => {
    const xs4all = (counts: Counts): boolean => against(counts, "xs4all-unique-8h").rules.includes("waves");
    expect(xs4all(during("2001-07-31T16:00:00Z", "2001-08-01T00:00:00Z"))).toBe(true);
    expect(xs4all(during("2001-08-01T00:00:00Z", "2001-08-01T08:00:00Z"))).toBe(false);
    expect(xs4all(during("2001-07-31T23:00:00Z", "2001-08-01T08:00:00Z"))).toBe(true);
    expect(recordingComparison("x", during("2001-08-01T00:00:00Z", "2001-08-01T08:00:00Z"), ledger, "2001-08-01T04:00Z")[0]?.reasons.map(({ rule }) => rule)).toContain("waves");
  });

  it("of Code Red II is of another outbreak, whatever its hours", () => {
    expect(against(during("2001-08-05T00:00:00Z", "2001-08-05T08:00:00Z", "code_red_2"), "xs4all-unique-8h")).toMatchObject({ verdict: "do_not_compare", rules: expect.arrayContaining(["waves"]) as string[] });
  });

  it("has hours of its own project's reading only where the log states no zone", () => {
    const stated: Counts = { ...many, inputs: many.inputs.map((input) => ({ ...input, zone: { basis: "stated", name: "UTC" } })) as unknown as Counts["inputs"] };
    expect(against(many, "xs4all-unique-8h").rules).toContain("hours-assumed");
    expect(against(stated, "xs4all-unique-8h").rules).not.toContain("hours-assumed");
  });

  it("stops the build where the ledger lacks a claim it needs, naming it", () => {
    expect(() => recordingComparison("x", many, ledger.filter(({ id }) => id !== "symantec-bound"), restart)).toThrow('data/records/claims.csv id: found "symantec-bound"');
    expect(() => recordingComparison("x", many, ledger.map((claim) => (claim.id === "caida-09" ? { ...claim, value: null } : claim)), restart)).toThrow("data/records/claims.csv value: expected a number in the row caida-09");
  });
});
