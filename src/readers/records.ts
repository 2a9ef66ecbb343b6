import { type ClaimRow, claimRowSchema } from "../schema/claim.ts";
import { type AsiaRow, asiaRowSchema, type CountryHostsRow, countryHostsRowSchema, type CountryStatementRow, countryStatementRowSchema, type NormaliserRow, normaliserRowSchema } from "../schema/country.ts";
import { countryAttacksRowSchema, domainHostsRowSchema, tldHostsRowSchema } from "../schema/country.ts";
import type { DatasetCard } from "../schema/dataset.ts";
import { type EventRow, eventRowSchema } from "../schema/event.ts";
import { loggedProbeRowSchema } from "../schema/logged-probe.ts";
import { type OrganisationRow, organisationRowSchema } from "../schema/organisation.ts";
import { type Problem, RecordError } from "../schema/problem.ts";
import { type ReadingRow, readingRowSchema } from "../schema/reading.ts";
import { type SeriesRow, seriesRowSchema } from "../schema/series.ts";
import { type LoggedProbe, readApacheErrorLog } from "./apache-error-log.ts";
import { type Atlas, readAtlas } from "./atlas.ts";
import { readCards } from "./cards.ts";
import { organisationProblems } from "./organisations.ts";
import { duplicateIds, readTable, type Table } from "./table.ts";
import { decodeUtf8 } from "./utf8.ts";

/** Input files by their path from the project's root. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Everything recorded, checked. The only thing that aggregates are built from. */
export interface Records {
  readonly claims: readonly ClaimRow[];
  /** By claim id; one for every claim. */
  readonly readings: ReadonlyMap<string, ReadingRow>;
  readonly events: readonly EventRow[];
  readonly cards: readonly DatasetCard[];
  /** By dataset id. */
  readonly series: ReadonlyMap<string, readonly SeriesRow[]>;
  readonly caidaCountries: readonly CountryHostsRow[];
  readonly countryStatements: readonly CountryStatementRow[];
  readonly probeLog: readonly LoggedProbe[];
  readonly normalisers: readonly NormaliserRow[];
  readonly asia: readonly AsiaRow[];
  /** Every spelling of the ledger's organisations belongs to exactly one row. */
  readonly organisations: readonly OrganisationRow[];
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
  normalisers: `${referenceFolder}normalisers-2001.csv`,
  asia: `${referenceFolder}asia-m49.csv`,
  organisations: `${referenceFolder}organisations.csv`,
} as const;

/** Tables that are checked and published as recorded, though no aggregate reads them yet. */
const otherTables = {
  "countries/caida-2001-07-19-tlds.csv": tldHostsRowSchema,
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
  const problems: Problem[] = [];
  const used = new Set<string>();
  const whole = (file: string, expected: string): void => {
    problems.push({ file, line: 0, column: "", value: "", expected });
  };

  const textOf = (file: string): string | null => {
    used.add(file);
    const bytes = files.get(file);
    if (bytes === undefined) {
      whole(file, "this file to exist; restore it, or take its entry out of data/records/datasets.json");
      return null;
    }
    const decoded = decodeUtf8(file, bytes);
    if ("text" in decoded) return decoded.text;
    problems.push(decoded.problem);
    return null;
  };
  const table = <Schema extends Parameters<typeof readTable>[2]>(file: string, schema: Schema): Table<ReturnType<Schema["parse"]>> => {
    const text = textOf(file);
    if (text === null) return { rows: [], lines: [], problems: [] };
    const result = readTable(file, text, schema);
    problems.push(...result.problems);
    return result as Table<ReturnType<Schema["parse"]>>;
  };
  const unique = (file: string, column: string, ids: readonly string[], lines: readonly number[]): void => {
    problems.push(...duplicateIds(file, column, ids, lines));
  };

  const claims = table(path.claims, claimRowSchema);
  const claimIds = claims.rows.map((row) => row.id);
  unique(path.claims, "id", claimIds, claims.lines);
  const known = new Set(claimIds);

  const readings = table(path.readings, readingRowSchema);
  unique(path.readings, "claim", readings.rows.map((row) => row.claim), readings.lines);
  const read = new Map(readings.rows.map((row) => [row.claim, row]));
  for (const [index, row] of readings.rows.entries())
    if (!known.has(row.claim)) problems.push({ file: path.readings, line: readings.lines[index] ?? 0, column: "claim", value: row.claim, expected: `the id of a row of ${path.claims}` });
  // A readings file that failed as a whole has been reported already; one problem is enough.
  for (const [index, row] of readings.rows.length === 0 ? [] : claims.rows.entries())
    if (!read.has(row.id)) problems.push({ file: path.claims, line: claims.lines[index] ?? 0, column: "id", value: row.id, expected: `a row for this claim in ${path.readings}` });

  const events = table(path.events, eventRowSchema);
  unique(path.events, "id", events.rows.map((row) => row.id), events.lines);

  const cardText = textOf(path.cards);
  const cardResult = cardText === null ? { cards: [], problems: [] } : readCards(path.cards, cardText);
  problems.push(...cardResult.problems);

  const series = new Map<string, readonly SeriesRow[]>();
  let caidaCountries: readonly CountryHostsRow[] = [];
  let countryStatements: readonly CountryStatementRow[] = [];
  let probeLog: readonly LoggedProbe[] = [];
  for (const card of cardResult.cards) {
    const file = recordsFolder + card.file;
    if (card.file.startsWith("series/")) {
      const { rows, lines } = table(file, seriesRowSchema);
      series.set(card.id, rows);
      for (const [index, row] of rows.entries())
        if (row.claim !== undefined && row.claim !== "" && !known.has(row.claim)) problems.push({ file, line: lines[index] ?? 0, column: "claim", value: row.claim, expected: `the id of a row of ${path.claims}` });
    } else if (card.file === "countries/caida-2001-07-19-countries.csv") caidaCountries = table(file, countryHostsRowSchema).rows;
    else if (card.file === "countries/country-counts.csv") countryStatements = table(file, countryStatementRowSchema).rows;
    else if (card.file.endsWith(".log")) {
      const text = textOf(file);
      const log = text === null ? { probes: [], problems: [] } : readApacheErrorLog(file, text);
      problems.push(...log.problems);
      probeLog = log.probes;
    } else if (card.file in otherTables) table(file, otherTables[card.file as keyof typeof otherTables]);
    else problems.push({ file: path.cards, line: 0, column: "file", value: card.file, expected: "a file this project has a reader for: series/*.csv, countries/*.csv, probes/*" });
  }

  const normalisers = table(path.normalisers, normaliserRowSchema);
  unique(path.normalisers, "iso3", normalisers.rows.map((row) => row.iso3), normalisers.lines);
  const asia = table(path.asia, asiaRowSchema);
  unique(path.asia, "iso3", asia.rows.map((row) => row.iso3), asia.lines);

  const organisations = table(path.organisations, organisationRowSchema);
  unique(path.organisations, "id", organisations.rows.map((row) => row.id), organisations.lines);
  problems.push(...organisationProblems(path.organisations, organisations, path.claims, claims));

  const atlasText = textOf(atlasFile);
  const atlas = atlasText === null ? null : readAtlas(atlasFile, atlasText);
  if (atlas !== null && "problem" in atlas) problems.push(atlas.problem);

  for (const file of files.keys())
    if (file.startsWith(recordsFolder) && !used.has(file) && cardResult.problems.length === 0) whole(file, `a card in ${path.cards} that names this file, or the file removed`);

  if (problems.length > 0 || atlas === null || "problem" in atlas) throw new RecordError(problems);
  return { claims: claims.rows, readings: read, events: events.rows, cards: cardResult.cards, series, caidaCountries, countryStatements, probeLog, normalisers: normalisers.rows, asia: asia.rows, organisations: organisations.rows, atlas: atlas.atlas };
}
