import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { pipeline } from "../../src/pipeline.ts";
import { requiredDatasets } from "../../src/readers/datasets.ts";
import { readRecords } from "../../src/readers/records.ts";
import type { DatasetCard } from "../../src/schema/dataset.ts";
import { cardsFile, messages, withText } from "./altered-files.ts";

const { cards } = readRecords(readInputFiles());

/** Datasets that no figure and no computed number is made from: they are published as recorded. */
const optional = ["caida-2001-07-19-rate", "caida-2001-07-19-germany-10min", "caida-2001-07-19-domains", "taiwan-server-daily-2001-08", "hitotsubashi-countries", "owt-apache-error-2001-08-01", "single-probes"];

/** The input files without some datasets: neither their cards nor their files. */
function withoutDatasets(ids: readonly string[]): Map<string, Uint8Array> {
  const files = withText(cardsFile, (text) => JSON.stringify((JSON.parse(text) as DatasetCard[]).filter(({ id }) => !ids.includes(id))));
  for (const { id, file } of cards) if (ids.includes(id)) files.delete(`data/records/${file}`);
  return files;
}

describe("a dataset that is taken out with its card", () => {
  it("is required or known to be optional: nothing lies between", () => {
    expect([...requiredDatasets.keys(), ...optional].sort()).toEqual(cards.map(({ id }) => id).sort());
  });

  it.each([...requiredDatasets])("stops the build where pages are made from it: %s", (id, file) => {
    expect(messages(withoutDatasets([id]))).toEqual(["1 problem in 1 file of records", `data/records/datasets.json id: found "${id}", expected a card with this id, for the file ${file}: figures or computed numbers are made from it; restore both`]);
  });

  it.each(optional)("may go where it is optional: %s", (id) => {
    expect(messages(withoutDatasets([id]))).toEqual([]);
  });

  it("may go with all the others that are optional, and every aggregate can still be made", () => {
    const ids = pipeline(withoutDatasets(optional)).map(({ path }) => path);
    expect(ids).not.toContain("data/aggregates/series-caida-2001-07-19-rate.json");
    expect(ids).toContain("data/aggregates/results.json");
  });
});

it("a required dataset whose card names another file stops the build", () => {
  const files = withText(cardsFile, (text) => text.replace("countries/caida-2001-07-19-countries.csv", "countries/country-counts.csv"));
  expect(messages(files)).toContain('data/records/datasets.json file: found "countries/country-counts.csv", expected countries/caida-2001-07-19-countries.csv, the file of caida-2001-07-19-countries, from which figures or computed numbers are made');
});

it("a file that no reader knows is refused with the names of those that are known", () => {
  const files = withText(cardsFile, (text) => text.replace("countries/hitotsubashi-countries.csv", "countries/other.csv"));
  const [, message] = messages(files);
  expect(message).toContain('found "countries/other.csv", expected a file this project has a reader for: any below series/, any that ends in .log, countries/caida-2001-07-19-countries.csv, countries/caida-2001-07-19-tlds.csv, countries/country-counts.csv');
  expect(message).toContain("probes/single-probes.csv");
});

it("a series is a file and a card, whichever optional columns it has", () => {
  const card = { ...cards[0], id: "new-series", file: "series/new-series.csv" };
  const files = withText(cardsFile, (text) => JSON.stringify([...(JSON.parse(text) as DatasetCard[]), card]));
  files.set("data/records/series/new-series.csv", new TextEncoder().encode("measure,operator,value,low,high,suspect,note,window_start_utc,window_end_utc\nprobes,eq,5,,,hourly?,,2001-08-01T00:00Z,2001-08-01T01:00Z\n"));
  expect(readRecords(files).columns.get("new-series")).toEqual(["measure", "operator", "value", "low", "high", "suspect", "note", "window_start_utc", "window_end_utc"]);
});
