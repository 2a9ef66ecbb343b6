import { binSources } from "./bin-table.ts";
import type { Counts, CountsBin, CountsInput } from "../schema/counts.ts";
import { type CountryTable, countryOf } from "./country-table.ts";
import { countryTotals, type PlaceTotal } from "./country-totals.ts";
import { sourceAddress, sourceBins, sourceFirst, sourceProbes } from "./source-table.ts";
import type { Tally } from "./tally.ts";
import { utcText } from "./utc-text.ts";
import { variants } from "../schema/variant.ts";

/** The sensor and the country table of a run. */
export interface RunFacts {
  readonly sensor: Counts["sensor"];
  readonly countries: { readonly table: CountryTable; readonly sha256: string } | null;
}

/** Sums over all sources, taken in one pass. */
interface SourceSums {
  sources: number[];
  several: number;
  frequency: { f1: number; f2: number; q1: number; q2: number };
  newByBin: Map<number, number>;
  places: Map<string, PlaceTotal>;
}

function sumSources(tally: Tally, table: CountryTable | null): SourceSums {
  const sums: SourceSums = { sources: [0, 0, 0], several: 0, frequency: { f1: 0, f2: 0, q1: 0, q2: 0 }, newByBin: new Map(), places: new Map() };
  tally.sources.each((words, at) => {
    let probes = 0;
    let kinds = 0;
    for (let variant = 0; variant < 3; variant++) {
      const n = words[at + sourceProbes + variant] ?? 0;
      if (n === 0) continue;
      probes += n;
      kinds++;
      sums.sources[variant] = (sums.sources[variant] ?? 0) + 1;
    }
    if (kinds > 1) sums.several++;
    if (probes === 1) sums.frequency.f1++;
    if (probes === 2) sums.frequency.f2++;
    if (words[at + sourceBins] === 1) sums.frequency.q1++;
    if (words[at + sourceBins] === 2) sums.frequency.q2++;
    const bin = Math.floor((words[at + sourceFirst] ?? 0) / tally.binSeconds);
    sums.newByBin.set(bin, (sums.newByBin.get(bin) ?? 0) + 1);
    if (table === null) return;
    const code = countryOf(table, words[at + sourceAddress] ?? 0) ?? "";
    const place = sums.places.get(code);
    if (place === undefined) sums.places.set(code, { sources: 1, probes });
    else {
      place.sources++;
      place.probes = (place.probes ?? 0) + probes;
    }
  });
  return sums;
}

function binsOf(tally: Tally, newByBin: ReadonlyMap<number, number>): CountsBin[] {
  let cumulativeSources = 0;
  return tally.bins.inOrder().map(([bin, at]) => {
    const word = (place: number): number => tally.bins.counts[at + place] ?? 0;
    const newSources = newByBin.get(bin) ?? 0;
    cumulativeSources += newSources;
    return {
      start: utcText(bin * tally.binSeconds),
      end: utcText((bin + 1) * tally.binSeconds),
      probes: word(0) + word(1) + word(2),
      probesByVariant: { code_red: word(0), code_red_2: word(1), unknown: word(2) },
      uniqueSources: word(binSources),
      newSources,
      cumulativeSources,
    };
  });
}

/** The counts of probes as they leave the reader. The same tally gives the same counts, in whatever order its lines came. */
export function probeCounts(tally: Tally, { sensor, countries }: RunFacts, inputs: CountsInput[]): Counts {
  const sums = sumSources(tally, countries?.table ?? null);
  const bins = binsOf(tally, sums.newByBin);
  const byVariant = variants.map((variant, place) => ({
    variant,
    probes: bins.reduce((total, { probesByVariant }) => total + ("missing" in probesByVariant ? 0 : probesByVariant[variant]), 0),
    sources: sums.sources[place] ?? 0,
  }));
  return {
    schema: "counting-code-red/counts/1",
    kind: "probes",
    sensor,
    window: tally.first > tally.last ? null : { start: utcText(tally.first), end: utcText(tally.last + 1) },
    binSeconds: tally.binSeconds,
    probes: byVariant.reduce((total, { probes }) => total + probes, 0),
    probesWithoutSource: tally.withoutSource,
    uniqueSources: tally.sources.size,
    byVariant,
    sourcesOfSeveralVariants: sums.several,
    bins,
    hourOfDay: [...tally.hours],
    frequency: sums.frequency,
    countries:
      countries === null
        ? { missing: "not_observed" }
        : countryTotals(sums.places, "registry", { asOf: countries.table.origin.asOf, files: [...countries.table.origin.files], sha256: countries.sha256 }),
    inputs,
  };
}
