import { z } from "zod";
import { idCell, optionalText, textCell } from "./cell.ts";

/** Several texts in one cell, with bars between them: `CAIDA|CAIDA patch survey`; empty cell = none. */
const listCell = z.string().transform((text) => (text === "" ? [] : text.split("|").map((part) => part.trim())));

/** One organisation, or one person who spoke for nobody else: a row of `data/reference/organisations.csv`. */
export const organisationRowSchema = z.object({
  id: idCell,
  /** As the sources print it. */
  name: textCell,
  /** How the ledger's `organisation` column spells it; every spelling there belongs to exactly one row. Empty for a body that made no claim. */
  spellings: listCell,
  /** Id of the organisation whose instrument this one shares; empty = its own. */
  part_of: z.union([z.literal("").transform(() => null), idCell], { error: "the id of another organisation, or nothing" }),
  /** Names under which the ledger's `vantage` column speaks of it, for bodies that others name as their instrument. */
  vantage_names: listCell,
  /** What the sources say of it, and no more. */
  note: optionalText,
  /** Ids of the claims that the note rests on. */
  note_claims: listCell,
});
export type OrganisationRow = z.infer<typeof organisationRowSchema>;
