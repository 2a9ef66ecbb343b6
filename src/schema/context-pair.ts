import { z } from "zod";
import { countCell, idCell, optionalText, optionalUrl, textCell, yesNo } from "./cell.ts";

/** One of two counts of one population of infected machines, other than Code Red's: a row of `data/records/context-pairs.csv`. */
export const contextPairRowSchema = z.object({
  /** The same for the two rows of a pair. */
  pair: idCell,
  /** Whose machines they are, as the drawing names them. */
  population: textCell,
  side: z.enum(["larger", "smaller"], { error: "larger or smaller" }),
  /** No where the two counts differ in more than the way of counting. */
  like_with_like: yesNo,
  operator: z.enum(["eq", "approx", "lt", "gt"], { error: "one of eq approx lt gt" }),
  /** For `lt` and `gt` the bound. */
  value: countCell,
  /** The number with its operator, as a mark's label: `just under 4.6 million`. */
  label: textCell,
  /** What was counted, and over which time. */
  what: textCell,
  by: textCell,
  relayed_by: optionalText,
  source_title: textCell,
  source_url: optionalUrl,
  source_is_mirror: yesNo,
  comments: optionalText,
});
export type ContextPairRow = z.infer<typeof contextPairRowSchema>;
