import type { ListedDataset } from "../../schema/dataset.ts";
import { claimReadingsTable, claimsTable } from "./claims.ts";
import { datasetTables } from "./datasets.ts";
import type { TableDescription } from "./field.ts";
import { asiaTable, contextPairsTable, eventsTable, normalisersTable, organisationsTable } from "./others.ts";

/** Every published table, in the order of the dictionary. @param datasets the recorded ones */
export const publishedTables = (datasets: readonly ListedDataset[]): TableDescription[] => [
  claimsTable,
  claimReadingsTable,
  eventsTable,
  contextPairsTable,
  ...datasetTables(datasets),
  organisationsTable,
  normalisersTable,
  asiaTable,
];
