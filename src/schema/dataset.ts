import { z } from "zod";
import { statusSchema } from "./status.ts";

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "an id of lower-case letters, digits and single hyphens" });
const text = z.string({ error: "text" }).min(1, { error: "text; write “not stated” where the source says nothing" });

/** The card of one recorded dataset: an entry of `data/records/datasets.json`. Nothing is optional; null = not stated. */
export const datasetCardSchema = z.strictObject({
  id,
  /** Path below `data/records/`. */
  file: text,
  recorder: text,
  /** What watched, in words. */
  sensor: text,
  /** How many addresses were watched; null = not stated. */
  monitored_addresses: z.number({ error: "a whole number, or null where not stated" }).int().positive({ error: "a number above 0, or null where not stated" }).nullable(),
  status: statusSchema,
  /** How local times became UTC, and whether the zone is stated or assumed. */
  zone_basis: text,
  source: z.strictObject({
    title: text,
    author: z.string().nullable(),
    publisher: text,
    date: text,
    url: z.url({ error: "a web address, or null" }).nullable(),
    mirror: z.boolean({ error: "true or false" }),
  }),
  caveats: z.array(text),
});
export type DatasetCard = z.infer<typeof datasetCardSchema>;

/** A card with the columns of its table, as the file's header has them; none for a log. */
export interface ListedDataset extends DatasetCard {
  readonly columns: readonly string[];
}
