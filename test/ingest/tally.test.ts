import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Counts } from "../../src/schema/counts.ts";
import { packTally, unpackTally } from "../../src/ingest/packed-tally.ts";
import { partialRows } from "../../src/ingest/partial.ts";
import { probeCounts } from "../../src/ingest/probe-counts.ts";
import { sourceAddress } from "../../src/ingest/source-table.ts";
import { Tally } from "../../src/ingest/tally.ts";

type Probe = readonly [address: number, time: number, variant: number];
const begin = 996_624_000;
const probes = fc.array(fc.tuple(fc.constantFrom(0, 1, 7, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff), fc.integer({ min: begin, max: begin + 20_000 }), fc.integer({ min: 0, max: 2 })), { maxLength: 60 });

function tallyOf(list: readonly Probe[], counted = false): Tally {
  const tally = new Tally(1800, counted);
  for (const [address, time, variant] of list) tally.add(address, time, variant);
  tally.settle();
  return tally;
}
const countsOf = (tally: Tally): Counts => probeCounts(tally, { sensor: { id: "test", monitoredAddresses: 1 }, countries: null }, []);

/** Probes of each source and bin, sorted. */
function pairsOf(tally: Tally): string[] {
  const rowOf = partialRows(tally, null);
  const rows: string[] = [];
  tally.sources.each((words, at, number) => rows.push(JSON.stringify([words[at + sourceAddress], rowOf(number)])));
  return rows.sort();
}

describe("tallies of parts, merged, are the tally of the whole", () => {
  test("wherever the probes are divided, with and without counts for each pair", () => {
    fc.assert(
      fc.property(probes, fc.nat(60), fc.nat(60), fc.boolean(), (list, a, b, counted) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const merged = tallyOf(list.slice(0, low), counted);
        merged.merge(tallyOf(list.slice(low, high), counted));
        merged.merge(tallyOf(list.slice(high), counted));
        expect(countsOf(merged)).toEqual(countsOf(tallyOf(list)));
        if (!counted) return;
        expect(pairsOf(merged)).toEqual(pairsOf(tallyOf(list, true)));
      }),
    );
  });
  test("counting can go on after a merge", () => {
    const merged = tallyOf([[1, begin, 0]]);
    merged.merge(tallyOf([[1, begin + 5, 0], [2, begin + 2000, 1]]));
    merged.add(2, begin + 2001, 1);
    merged.settle();
    expect(countsOf(merged)).toEqual(countsOf(tallyOf([[1, begin, 0], [1, begin + 5, 0], [2, begin + 2000, 1], [2, begin + 2001, 1]])));
  });
  test("bins of other widths cannot be merged", () => {
    expect(() => {
      tallyOf([]).merge(new Tally(3600));
    }).toThrow("bins of 3600 s");
  });
});

test("a tally that was packed, sent elsewhere and unpacked counts on as if nothing had happened", () => {
  fc.assert(
    fc.property(probes, probes, (before, after) => {
      const tally = unpackTally(structuredClone(packTally(tallyOf(before))));
      for (const [address, time, variant] of after) tally.add(address, time, variant);
      tally.settle();
      expect(countsOf(tally)).toEqual(countsOf(tallyOf([...before, ...after])));
    }),
  );
});
