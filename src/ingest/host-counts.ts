import type { Missing } from "../schema/missing.ts";
import type { Counts, CountsInput } from "../schema/counts.ts";
import { countryTotals } from "./country-totals.ts";
import type { HostTally } from "./host-tally.ts";
import { utcText } from "./utc-text.ts";

const notObserved: Missing = { missing: "not_observed" };

/** The counts of a table with one row for each address. How many probes each sent, and in which bins between its first and last, the table does not say. */
export function hostCounts(tally: HostTally, sensor: Counts["sensor"], inputs: CountsInput[]): Counts {
  let cumulativeSources = 0;
  return {
    schema: "counting-code-red/counts/1",
    kind: "hosts",
    sensor,
    window: tally.rows === 0 ? null : { start: utcText(tally.first), end: utcText(tally.last + 1) },
    binSeconds: tally.binSeconds,
    probes: notObserved,
    probesWithoutSource: 0,
    uniqueSources: tally.rows,
    byVariant: notObserved,
    sourcesOfSeveralVariants: notObserved,
    bins: [...tally.newByBin]
      .sort(([a], [b]) => a - b)
      .map(([bin, newSources]) => ({
        start: utcText(bin * tally.binSeconds),
        end: utcText((bin + 1) * tally.binSeconds),
        probes: notObserved,
        probesByVariant: notObserved,
        uniqueSources: notObserved,
        newSources,
        cumulativeSources: (cumulativeSources += newSources),
      })),
    hourOfDay: notObserved,
    frequency: notObserved,
    countries: countryTotals(tally.places, "column", notObserved),
    inputs,
  };
}
