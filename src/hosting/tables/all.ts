import type { DatasetCard } from "../../schema/dataset.ts";
import { claimReadingsTable, claimsTable } from "./claims.ts";
import { datasetTables } from "./datasets.ts";
import type { TableDescription } from "./field.ts";
import { asiaTable, contextPairsTable, eventsTable, normalisersTable, organisationsTable } from "./others.ts";

/**
 * Every published table, in the order of the dictionary.
 * @param cards of the recorded datasets
 * @param columns names in the header row of a file, by its path from the project's root
 */
export const publishedTables = (cards: readonly DatasetCard[], columns: (path: string) => readonly string[]): TableDescription[] => [
  claimsTable,
  claimReadingsTable,
  eventsTable,
  contextPairsTable,
  ...datasetTables(cards, columns),
  organisationsTable,
  normalisersTable,
  asiaTable,
];
