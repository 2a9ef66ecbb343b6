import type { Records } from "../readers/records.ts";
import type { ListedDataset } from "../schema/dataset.ts";

export interface DatasetsAggregate {
  readonly id: "datasets";
  readonly title: string;
  readonly rows: readonly ListedDataset[];
}

/** The cards of all recorded datasets, as recorded, each with the columns of its table. */
export const datasets = ({ cards, columns }: Records): DatasetsAggregate => ({ id: "datasets", title: "Recorded datasets, one card each", rows: cards.map((card) => ({ ...card, columns: columns.get(card.id) ?? [] })) });
