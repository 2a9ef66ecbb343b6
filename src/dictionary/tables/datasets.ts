import { measureNames } from "../../schema/measure.ts";
import { operators } from "../../schema/operator.ts";
import type { ListedDataset } from "../../schema/dataset.ts";
import { statuses } from "../../schema/status.ts";
import { datasetNames } from "./dataset-names.ts";
import { decimal, type Field, type TableDescription, text, utcTime, whole } from "./field.ts";

/** Every column that a series may have, by name. */
const seriesFields: ReadonlyMap<string, Field> = new Map(
  [
    utcTime("window_start_utc", "Start of the counted time, included; empty where not stated, or for a value at one instant.", { empty: "not_stated" }),
    utcTime("window_end_utc", "End of the counted time, not included; the instant itself for a value at one instant.", { empty: "not_stated" }),
    text("measure", "What the value counts.", { enum: measureNames }),
    text("operator", "What the source says of its number; see the table of claims.", { enum: operators }),
    decimal("value", "The number, or the bound.", { empty: "not_applicable" }),
    decimal("low", "Low end of a range, or of what can be read off a picture.", { empty: "not_applicable" }),
    decimal("high", "High end of the same.", { empty: "not_applicable" }),
    whole("time_uncertainty_minutes", "Minutes either way, where this project placed a clock time.", { empty: "not_applicable" }),
    text("suspect", "Why the value may not be what its column says.", { empty: "not_applicable" }),
    text("claim", "Id of the claim that holds the sentence.", { empty: "not_applicable" }),
    text("status", "How this value came to us, where the values of the series came in several ways.", { enum: statuses, empty: "as_dataset" }),
    text("note", "Remarks of this project.", { empty: "none" }),
  ].map((field) => [field.name, field]),
);

const ranked = (place: readonly Field[]): Field[] => [
  whole("rank", "Place in the printed table.", { empty: "not_applicable" }),
  ...place,
  whole("hosts", "Addresses, called hosts by the source."),
  decimal("hosts_pct", "Percent as printed, of the total the source states.", { empty: "not_stated" }),
];

/** Columns of the tables below `countries/`, by file. */
const countryFields: Readonly<Record<string, readonly Field[]>> = {
  "countries/caida-2001-07-19-countries.csv": ranked([text("country", "Name as the source prints it."), text("iso3166", "ISO 3166-1 alpha-2 code.", { pattern: "[A-Z]{2}" })]),
  "countries/caida-2001-07-19-tlds.csv": ranked([text("tld", "Top-level domain as the source prints it.")]),
  "countries/caida-2001-07-19-domains.csv": ranked([text("domain", "Domain as the source prints it.")]),
  "countries/hitotsubashi-countries.csv": [
    text("country_iso2", "Country code as the source prints it."),
    whole("attacks", "Attacks, four worms together."),
    whole("source_hosts", "Hosts that sent them."),
  ],
  "countries/country-counts.csv": [
    text("dataset", "Id of the table or statement."),
    text("as_of_utc", "When it held."),
    text("window", "Counted time, two edges with a slash between.", { empty: "not_stated" }),
    text("country_iso3", "ISO 3166-1 alpha-3 code, or ASIA (region)."),
    text("count", "Count with the marks it was printed with.", { empty: "not_stated" }),
    text("share_percent", "Percentage with the marks it was printed with, such as ~80 or 75-80.", { empty: "not_stated" }),
    text("rank", "Rank, or a span of ranks.", { empty: "not_stated" }),
    text("source_url", "Address of the source; a note may follow it in brackets."),
    text("directness", "primary where the counter printed it, quoted where somebody else did.", { enum: ["primary", "quoted"] }),
    text("comments", "Remarks of this project.", { empty: "none" }),
  ],
};

/** Log lines and single probes hold parts of addresses; they are kept in the project and never published. */
const isPublished = ({ file }: ListedDataset): boolean => file.endsWith(".csv") && !file.startsWith("probes/");

/** The columns of a series, as its header has them. @throws naming a column that nobody described */
const seriesColumns = ({ file, columns }: ListedDataset): readonly Field[] =>
  columns.map((name) => {
    const field = seriesFields.get(name);
    if (field === undefined) throw new Error(`data/records/${file}: the column ${name} has no description: add it to src/dictionary/tables/datasets.ts`);
    return field;
  });

/**
 * The tables of the recorded datasets that are published, made from their cards and headers.
 * @throws naming a file below `countries/` whose columns nobody described
 */
export function datasetTables(datasets: readonly ListedDataset[]): TableDescription[] {
  return datasets.filter(isPublished).map((card): TableDescription => {
    const path = `data/records/${card.file}`;
    const own = card.file.startsWith("series/") ? seriesColumns(card) : countryFields[card.file];
    if (own === undefined) throw new Error(`${path} has no description: add its columns to src/dictionary/tables/datasets.ts`);
    return {
      name: card.id,
      path,
      title: `${card.recorder}: ${datasetNames.get(card.id)?.name ?? card.source.title}`,
      row: datasetNames.get(card.id)?.row,
      description: [`Sensor: ${card.sensor}. Status: ${card.status}. Time zone: ${card.zone_basis}.`, ...card.caveats.map((caveat) => `Caveat: ${caveat}.`)].join(" "),
      fields: own,
      sources: [{ title: `${card.source.publisher}, ${card.source.title}, ${card.source.date}`, ...(card.source.url === null ? {} : { path: card.source.url }) }],
    };
  });
}
