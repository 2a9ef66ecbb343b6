import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressLike } from "./address-like.ts";
import { probeLine, readLog } from "./read-log.ts";

const at = (minutes: number): string => {
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${pad(1 + Math.floor(minutes / 1440))}/Aug/2001:${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}:00 +0000`;
};
const probe = fc.record({ host: fc.integer({ min: 1, max: 12 }), minutes: fc.integer({ min: 0, max: 3000 }), letter: fc.constantFrom("N", "X", "A") });
const lines = (probes: readonly { host: number; minutes: number; letter: string }[]): string[] => probes.map(({ host, minutes, letter }) => probeLine(`192.0.2.${host}`, at(minutes), letter));
const withoutInputs = (log: string, chunk?: number): unknown => ({ ...readLog(log, chunk === undefined ? {} : { chunk }), inputs: [] });

describe("a small log, counted by hand", () => {
  const counts = readLog([probeLine("192.0.2.1", at(0)), probeLine("192.0.2.1", at(29)), probeLine("192.0.2.2", at(31), "X"), probeLine("192.0.2.1", at(95)), probeLine("192.0.2.1", at(95), "X")].join(""));
  test("bins are half-open, begin on the half-hour in UTC, and empty ones are left out", () => {
    expect(counts.bins.map(({ start, probes, uniqueSources, newSources, cumulativeSources }) => [start, probes, uniqueSources, newSources, cumulativeSources])).toEqual([
      ["2001-08-01T00:00:00Z", 2, 1, 1, 1],
      ["2001-08-01T00:30:00Z", 1, 1, 1, 2],
      ["2001-08-01T01:30:00Z", 2, 1, 0, 2],
    ]);
  });
  test("sources of two variants are counted in both and said so", () => {
    expect(counts).toMatchObject({ probes: 5, uniqueSources: 2, sourcesOfSeveralVariants: 1 });
    expect(counts.byVariant).toEqual([
      { variant: "code_red", probes: 3, sources: 1 },
      { variant: "code_red_2", probes: 2, sources: 2 },
      { variant: "unknown", probes: 0, sources: 0 },
    ]);
  });
  test("f1 and f2 count probes of a source, q1 and q2 its bins", () => {
    expect(counts.frequency).toEqual({ f1: 1, f2: 0, q1: 1, q2: 1 });
  });
  test("the hour of the day is that of UTC", () => {
    expect(counts.hourOfDay).toEqual([3, 2, ...Array<number>(22).fill(0)]);
  });
  test("an hour without a probe is a gap, and equal neighbours are noted but counted", () => {
    expect(counts.inputs[0]?.gaps).toEqual({ count: 1, first: [{ from: "2001-08-01T00:31:00Z", to: "2001-08-01T01:35:00Z" }] });
    expect(readLog(probeLine().repeat(3))).toMatchObject({ probes: 3, uniqueSources: 1, inputs: [{ repeatedLines: 2 }] });
  });
  test("lines out of order and a clock set back are reported, and do not change the counts of bins", () => {
    const back = readLog([probeLine("192.0.2.1", at(60)), probeLine("192.0.2.1", at(10)), probeLine("192.0.2.1", at(60))].join(""));
    expect(back.bins.map(({ uniqueSources }) => uniqueSources)).toEqual([1, 1]);
    expect(back.inputs[0]).toMatchObject({ timeOrder: { backwards: 1, largestStepBackSeconds: 3000 }, clockJumps: { count: 1, first: [{ from: "2001-08-01T01:00:00Z", to: "2001-08-01T00:10:00Z" }] } });
  });
});

test("lines a few minutes out of order are no jump of the clock: a server writes when the answer ends", () => {
  const counts = readLog([probeLine("192.0.2.1", at(60)), probeLine("192.0.2.1", at(55)), probeLine("192.0.2.1", at(49))].join(""));
  expect(counts.inputs[0]).toMatchObject({ timeOrder: { backwards: 2, largestStepBackSeconds: 360 }, clockJumps: { count: 1 } });
});

describe("whatever the log", () => {
  test("the order of lines is irrelevant to the counts", () => {
    fc.assert(
      fc.property(fc.array(probe, { minLength: 1, maxLength: 60 }), (probes) => {
        const forward = lines(probes);
        expect(withoutInputs(forward.toReversed().join(""))).toEqual(withoutInputs(forward.join("")));
      }),
    );
  });
  test("the size of the chunks is irrelevant, quality report included", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(probe.map((p) => lines([p])[0] ?? ""), fc.constantFrom("\n", "x\n", "192.0.2.1 - - [x] \"GET /default.ida?N\n")), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 400 }), (parts, chunk) => {
        expect(readLog(parts.join(""), { chunk })).toEqual(readLog(parts.join("")));
      }),
    );
  });
  test("the log twice has twice the probes of the same sources", () => {
    fc.assert(
      fc.property(fc.array(probe, { minLength: 1, maxLength: 60 }), (probes) => {
        const once = readLog(lines(probes).join(""));
        const twice = readLog(lines([...probes, ...probes]).join(""));
        expect(twice.probes).toBe(2 * Number(once.probes));
        expect(twice.uniqueSources).toBe(once.uniqueSources);
        expect(twice.bins.map((bin) => bin.uniqueSources)).toEqual(once.bins.map((bin) => bin.uniqueSources));
      }),
    );
  });
  test("bins agree with the totals: probes and new sources add up, and no bin has more sources than there are by its end", () => {
    fc.assert(
      fc.property(fc.array(probe, { minLength: 1, maxLength: 60 }), (probes) => {
        const counts = readLog(lines(probes).join(""));
        const sum = (key: "probes" | "newSources"): number => counts.bins.reduce((total, bin) => total + Number(bin[key]), 0);
        expect(sum("probes")).toBe(probes.length);
        expect(sum("newSources")).toBe(counts.uniqueSources);
        expect(counts.bins.at(-1)?.cumulativeSources).toBe(counts.uniqueSources);
        for (const { uniqueSources, cumulativeSources, newSources } of counts.bins) {
          expect(Number(uniqueSources)).toBeLessThanOrEqual(Number(cumulativeSources));
          expect(Number(newSources)).toBeLessThanOrEqual(Number(uniqueSources));
        }
      }),
    );
  });
  test("no address leaves the reader", () => {
    fc.assert(
      fc.property(fc.array(probe, { minLength: 1, maxLength: 20 }), (probes) => {
        expect(JSON.stringify(readLog(lines(probes).join("")))).not.toMatch(addressLike);
      }),
    );
  });
});
