import type { z } from "zod";
import { type ClaimRow, claimRowSchema } from "../schema/claim.ts";
import { type AsiaRow, asiaRowSchema, type CountryHostsRow, countryHostsRowSchema, type CountryStatementRow, countryStatementRowSchema, type NormaliserRow, normaliserRowSchema, type TldHostsRow } from "../schema/country.ts";
import { countryAttacksRowSchema, domainHostsRowSchema, tldHostsRowSchema } from "../schema/country.ts";
import { type ContextPairRow, contextPairRowSchema } from "../schema/context-pair.ts";
import type { DatasetCard } from "../schema/dataset.ts";
import { type EventRow, eventRowSchema } from "../schema/event.ts";
import { loggedProbeRowSchema } from "../schema/logged-probe.ts";
import { type OrganisationRow, organisationRowSchema } from "../schema/organisation.ts";
import { RecordError } from "../schema/problem.ts";
import { type ReadingRow, readingRowSchema } from "../schema/reading.ts";
import { type SeriesRow, seriesRowSchema } from "../schema/series.ts";
import { type Atlas, readAtlas } from "./atlas.ts";
import { readCards } from "./cards.ts";
import { contextPairProblems } from "./context-pairs.ts";
import { missingDatasets } from "./datasets.ts";
import { type Files, FileSet } from "./file-set.ts";
import { organisationProblems } from "./organisations.ts";
import { type Recording, readRecordings } from "./recordings.ts";
import { unknownIds, unmentioned } from "./references.ts";
import { repeatedValues } from "./series.ts";

/** Everything recorded, checked. The only thing that aggregates are built from. */
export interface Records {
  readonly claims: readonly ClaimRow[];
  /** By claim id; one for every claim. */
  readonly readings: ReadonlyMap<string, ReadingRow>;
  readonly events: readonly EventRow[];
  readonly cards: readonly DatasetCard[];
  /** By dataset id. */
  readonly series: ReadonlyMap<string, readonly SeriesRow[]>;
  /** Column names of each dataset's table, in the order of its file, by dataset id; none for a log. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly caidaCountries: readonly CountryHostsRow[];
  /** CAIDA's hosts by the last label of their names, with those that had none as `Unknown`. */
  readonly caidaTlds: readonly TldHostsRow[];
  readonly countryStatements: readonly CountryStatementRow[];
  /** Two rows a pair. */
  readonly contextPairs: readonly ContextPairRow[];
  readonly normalisers: readonly NormaliserRow[];
  readonly asia: readonly AsiaRow[];
  /** Every spelling of the ledger's organisations belongs to exactly one row. */
  readonly organisations: readonly OrganisationRow[];
  /** Logs as the reader counted them, in the order of their ids. */
  readonly recordings: readonly Recording[];
  /** TopoJSON with an object `countries`; property `name`, id = ISO numeric or absent. */
  readonly atlas: Atlas;
}

export const recordsFolder = "data/records/";
export const referenceFolder = "data/reference/";
/** The atlas below `node_modules`: Natural Earth 4.1.0 at 1:50 million, public domain. */
export const atlasFile = "world-atlas/countries-50m.json";
const path = {
  claims: `${recordsFolder}claims.csv`,
  readings: `${recordsFolder}claim-readings.csv`,
  events: `${recordsFolder}events.csv`,
  cards: `${recordsFolder}datasets.json`,
  contextPairs: `${recordsFolder}context-pairs.csv`,
  normalisers: `${referenceFolder}normalisers-2001.csv`,
  asia: `${referenceFolder}asia-m49.csv`,
  organisations: `${referenceFolder}organisations.csv`,
} as const;

/** Tables of places that aggregates read. */
const countryTables = ["countries/caida-2001-07-19-countries.csv", "countries/caida-2001-07-19-tlds.csv", "countries/country-counts.csv"] as const;

/** Tables that are checked and published as recorded, though no aggregate reads them yet. */
const otherTables = {
  "countries/caida-2001-07-19-domains.csv": domainHostsRowSchema,
  "countries/hitotsubashi-countries.csv": countryAttacksRowSchema,
  "probes/single-probes.csv": loggedProbeRowSchema,
} as const;

/**
 * Reads and checks every recorded file.
 * @param files bytes by path; must hold every file named by a card, and no other file under `data/records/`
 * @throws RecordError with every problem of every file, in the order of the files
 */
export function readRecords(files: Files): Records {
  const set = new FileSet(files);
  const { problems } = set;

  const claims = { file: path.claims, table: set.table(path.claims, claimRowSchema, { idColumn: "id" }) };
  const readings = { file: path.readings, table: set.table(path.readings, readingRowSchema, { idColumn: "claim" }) };
  problems.push(
    ...unknownIds(readings, "claim", (row) => [row.claim], claims, (row) => row.id),
    ...unmentioned("claim", claims, "id", (row) => row.id, readings, (row) => row.claim),
  );
  const events = set.table(path.events, eventRowSchema, { idColumn: "id" });
  const contextPairs = set.table(path.contextPairs, contextPairRowSchema);
  problems.push(...contextPairProblems(path.contextPairs, contextPairs));

  const cardText = set.text(path.cards);
  const cardResult = cardText === null ? { cards: [], problems: [] } : readCards(path.cards, cardText);
  problems.push(...cardResult.problems);
  if (cardText !== null && cardResult.problems.length === 0) problems.push(...missingDatasets(path.cards, cardResult.cards));

  const fromCard = { namedBy: path.cards };
  const series = new Map<string, readonly SeriesRow[]>();
  const columns = new Map<string, readonly string[]>();
  /** A table whose columns are its own. */
  const ownTable = <Schema extends z.ZodObject>(card: DatasetCard, schema: Schema): readonly z.infer<Schema>[] => {
    const { rows, header } = set.table(recordsFolder + card.file, schema, fromCard);
    columns.set(card.id, header);
    return rows;
  };
  let caidaCountries: readonly CountryHostsRow[] = [];
  let caidaTlds: readonly TldHostsRow[] = [];
  let countryStatements: readonly CountryStatementRow[] = [];
  for (const card of cardResult.cards) {
    const file = recordsFolder + card.file;
    if (card.file.startsWith("series/")) {
      const table = set.table(file, seriesRowSchema, fromCard);
      series.set(card.id, table.rows);
      columns.set(card.id, table.header);
      problems.push(...repeatedValues(file, table), ...unknownIds({ file, table }, "claim", (row) => (row.claim === undefined || row.claim === "" ? [] : [row.claim]), claims, (row) => row.id));
    } else if (card.file === countryTables[0]) caidaCountries = ownTable(card, countryHostsRowSchema);
    else if (card.file === countryTables[1]) caidaTlds = ownTable(card, tldHostsRowSchema);
    else if (card.file === countryTables[2]) countryStatements = ownTable(card, countryStatementRowSchema);
    // What a log holds is counted by `npm run ingest`; its record, a recording, is read below.
    else if (card.file.endsWith(".log")) set.text(file, path.cards);
    else if (card.file in otherTables) ownTable(card, otherTables[card.file as keyof typeof otherTables]);
    else problems.push({ file: path.cards, line: 0, column: "file", value: card.file, expected: `a file this project has a reader for: any below series/, any that ends in .log, ${[...countryTables, ...Object.keys(otherTables)].join(", ")}; another table needs a schema in src/schema and a line in src/readers/records.ts` });
  }

  const recordings = readRecordings(files, set);
  const normalisers = set.table(path.normalisers, normaliserRowSchema, { idColumn: "iso3" });
  const asia = set.table(path.asia, asiaRowSchema, { idColumn: "iso3" });
  const organisations = set.table(path.organisations, organisationRowSchema, { idColumn: "id" });
  problems.push(...organisationProblems(path.organisations, organisations, path.claims, claims.table));

  const atlasText = set.text(atlasFile);
  const atlas = atlasText === null ? null : readAtlas(atlasFile, atlasText);
  if (atlas !== null && "problem" in atlas) problems.push(atlas.problem);

  if (cardResult.problems.length === 0) for (const file of set.unread(recordsFolder)) set.whole(file, `a card in ${path.cards} that names this file, or the file removed`);

  if (problems.length > 0 || atlas === null || "problem" in atlas) throw new RecordError(problems);
  return {
    claims: claims.table.rows,
    readings: new Map(readings.table.rows.map((row) => [row.claim, row])),
    events: events.rows,
    cards: cardResult.cards,
    series,
    columns,
    caidaCountries,
    caidaTlds,
    countryStatements,
    contextPairs: contextPairs.rows,
    normalisers: normalisers.rows,
    asia: asia.rows,
    organisations: organisations.rows,
    recordings,
    atlas: atlas.atlas,
  };
}
