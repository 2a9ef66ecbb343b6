import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { tooFewForShares } from "../../src/aggregates/recording-comparison.ts";
import { recordingTimeline } from "../../src/aggregates/recording-timeline.ts";
import { recordings } from "../../src/aggregates/recordings.ts";
import type { CountsBin, Counts } from "../../src/schema/counts.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const [recording] = records.recordings;
if (recording === undefined) throw new Error("no recording is committed");
const remade = (change: Partial<Counts>) => {
  const [made] = recordings({ ...records, recordings: [{ ...recording, counts: { ...recording.counts, ...change } }] });
  if (made === undefined) throw new Error("the changed recording gave no aggregate");
  return made;
};
const own = remade({});

const instant = (seconds: number): string => new Date(Date.UTC(2001, 7, 1) + seconds * 1000).toISOString().replace(".000Z", "Z");
/** Bins of one minute with one probe each, at the given minutes. */
const binsAt = (minutes: readonly number[]): CountsBin[] =>
  minutes.map((minute, index) => ({ start: instant(minute * 60), end: instant(minute * 60 + 60), probes: 1, probesByVariant: { missing: "not_observed" }, uniqueSources: 1, newSources: 1, cumulativeSources: index + 1 }));

describe("the eleven surviving probes", () => {
  it("are all inferred, and say so", () => {
    expect(own.basis).toBe("inferred");
    expect(own.datasets.map(({ id }) => id)).toEqual([expect.stringContaining("owt")]);
  });

  it("keep the stretches without a line as gaps", () => {
    expect(own.timeline?.gaps[0]).toEqual({ start: "2001-08-01T12:30:00Z", end: "2001-08-01T16:30:00Z" });
    expect(own.timeline?.bars.reduce((sum, { value }) => sum + value, 0)).toBe(11);
  });

  it("leave the hours before noon unobserved, not zero", () => {
    const hours = "missing" in own.hours ? [] : own.hours;
    expect(hours.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => ({ missing: "not_observed" })));
    expect(hours.slice(12)).toEqual([1, 0, 0, 0, 1, 0, 3, 1, 1, 1, 1, 2]);
  });

  it("may be compared with none of the three counts, because they are so few", () => {
    expect(own.comparison.map(({ claim, verdict, reasons }) => [claim, verdict, reasons[0]?.rule])).toEqual([
      ["xs4all-unique-8h", "do_not_compare", "too-few"],
      ["sans-cumulative", "do_not_compare", "too-few"],
      ["symantec-bound", "do_not_compare", "too-few"],
    ]);
  });
});

describe("a longer recording", () => {
  it("is judged by the rules of claims alone once it holds enough", () => {
    const many = remade({ uniqueSources: 5000 });
    expect(many.comparison.flatMap(({ reasons }) => reasons.map(({ rule }) => rule))).not.toContain("too-few");
    expect(many.comparison.find(({ claim }) => claim === "symantec-bound")?.verdict).toBe("do_not_compare");
  });

  it("of July shares no outbreak with the article's counts", () => {
    const july = remade({ uniqueSources: 5000, window: { start: "2001-07-19T10:00:00Z", end: "2001-07-19T23:00:00Z" } });
    for (const { verdict, reasons } of july.comparison) expect([verdict, reasons[0]?.rule]).toEqual(["do_not_compare", "waves"]);
  });

  it("meets every hour of the day after a day", () => {
    const { hours } = remade({ window: { start: "2001-08-01T12:13:17Z", end: "2001-08-02T12:13:17Z" } });
    expect("missing" in hours ? hours : hours.filter((each) => typeof each !== "number")).toEqual([]);
  });

  it("names its countries as the rest of the site does", () => {
    const cell = { sources: 0, probes: 0 };
    const { countries } = remade({ countries: { basis: "registry", table: { missing: "not_published" }, resolvedShare: 1, rows: [{ country: "GB", sources: 20, probes: 30 }, { country: "ZZ", sources: 10, probes: 10 }], tooFew: { ...cell, countries: 0 }, regionOnly: cell, unresolved: cell } });
    expect(countries).toEqual([expect.objectContaining({ code: "GB", isoNumeric: "826" }), { code: "ZZ", isoNumeric: null, name: "ZZ", sources: 10 }]);
  });
});

it("a share of one half is uncertain by ten points up to 96 sources", () => {
  expect([0, 1, 96, 97, 5000].map(tooFewForShares)).toEqual([true, true, true, false, false]);
});

describe("a timeline", () => {
  it("keeps every probe and ends at the recorded total, however many bins it has, and draws no more bars than fit", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 900 }), (minutes) => {
        const bins = binsAt([...minutes].sort((a, b) => a - b));
        const timeline = recordingTimeline({ bins, binSeconds: 60 });
        expect(timeline?.bars.reduce((sum, { value }) => sum + value, 0)).toBe(minutes.length);
        expect(timeline?.cumulative.at(-1)?.value).toBe(minutes.length);
        expect(timeline?.bars.length).toBeLessThanOrEqual(337);
      }),
      { numRuns: 50 },
    );
  });

  it("never adds distinct sources: their bins stay as they are", () => {
    const bins = binsAt(Array.from({ length: 1000 }, (_, minute) => minute)).map((bin) => ({ ...bin, probes: { missing: "not_published" as const } }));
    expect(recordingTimeline({ bins, binSeconds: 60 })).toMatchObject({ measure: "uniqueSources", barSeconds: 60 });
    expect(recordingTimeline({ bins, binSeconds: 60 })?.bars).toHaveLength(1000);
  });

  it("is absent where no bin holds a number", () => {
    expect(recordingTimeline({ bins: [], binSeconds: 60 })).toBeNull();
  });
});
