import type { Records } from "../readers/records.ts";
import type { DatasetCard } from "../schema/dataset.ts";

export interface DatasetsAggregate {
  readonly id: "datasets";
  readonly title: string;
  readonly rows: readonly DatasetCard[];
}

/** The cards of all recorded datasets, as recorded. */
export const datasets = ({ cards }: Records): DatasetsAggregate => ({ id: "datasets", title: "Recorded datasets, one card each", rows: cards });
