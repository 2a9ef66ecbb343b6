import type { DatasetCard } from "../../schema/dataset.ts";
import { claimReadingsTable, claimsTable } from "./claims.ts";
import { datasetTables } from "./datasets.ts";
import type { TableDescription } from "./field.ts";
import { asiaTable, contextPairsTable, eventsTable, normalisersTable, organisationsTable } from "./others.ts";

/** Every published table, in the order of the dictionary. @param cards of the recorded datasets */
export const publishedTables = (cards: readonly DatasetCard[]): TableDescription[] => [
  claimsTable,
  claimReadingsTable,
  eventsTable,
  contextPairsTable,
  ...datasetTables(cards),
  organisationsTable,
  normalisersTable,
  asiaTable,
];
