import { z } from "zod";

/**
 * How a value came to us. Shown beside every figure; derived and digitised values are drawn differently from recorded ones.
 * - `recorded` printed by the person who ran the instrument
 * - `quoted` printed by somebody who was told it
 * - `derived` computed by this project from printed values
 * - `digitised` read off a printed picture
 * - `modelled` the result of a formula with assumptions
 */
export const statuses = ["recorded", "quoted", "derived", "digitised", "modelled"] as const;
export const statusSchema = z.enum(statuses, { error: `one of ${statuses.join(" ")}` });
export type Status = z.infer<typeof statusSchema>;

/** One line for each status, printed where a tag is explained. */
export const statusWords: Readonly<Record<Status, string>> = {
  recorded: "printed by the person who ran the instrument",
  quoted: "printed by somebody who was told it",
  derived: "computed here from printed values",
  digitised: "read off a printed picture",
  modelled: "the result of a formula with assumptions",
};
