import { z } from "zod";
import { optionalNumber, optionalText } from "./cell.ts";
import { measureSchema } from "./measure.ts";
import { operatorSchema } from "./operator.ts";
import { statuses, statusSchema } from "./status.ts";
import { edgeSchema } from "./window.ts";

/** One value of a recorded series: a row of `data/records/series/<dataset>.csv`. */
export const seriesRowSchema = z
  .object({
    /** Half-open window in UTC. Empty start = not stated, or a value at one instant; both empty = no time stated at all. */
    window_start_utc: edgeSchema,
    window_end_utc: edgeSchema,
    measure: measureSchema,
    operator: operatorSchema,
    value: optionalNumber,
    low: optionalNumber,
    high: optionalNumber,
    /** Minutes either way, where this project placed a clock time; absent or empty = the source states it. */
    time_uncertainty_minutes: optionalNumber.optional(),
    /** Why the value may not be what its column says; drawn hollow. */
    suspect: optionalText.optional(),
    /** Id of the claim that holds the sentence. */
    claim: optionalText.optional(),
    /** How this value came to us, where the values of a dataset came in several ways; absent or empty = as its card says. */
    status: z.union([z.literal(""), statusSchema], { error: `empty, or ${statuses.join(" ")}` }).optional(),
    note: optionalText,
  })
  .superRefine((row, context) => {
    const issue = (column: string, message: string): void => {
      context.addIssue({ code: "custom", path: [column], message });
    };
    if (row.operator === "range") {
      if (row.low === null) issue("low", "a number: the operator is range");
      if (row.high === null) issue("high", "a number: the operator is range");
    } else if (row.value === null) issue("value", `a number: the operator is ${row.operator}`);
    if (row.low !== null && row.high !== null && row.low > row.high) issue("high", `a number of ${row.low} or more, the low end`);
    if (row.window_start_utc !== null && row.window_end_utc === null) issue("window_end_utc", "a time: window_start_utc is given");
    if (row.window_start_utc !== null && row.window_end_utc !== null && Date.parse(row.window_end_utc) < Date.parse(row.window_start_utc))
      issue("window_end_utc", `a time at or after window_start_utc, ${row.window_start_utc}; windows are half-open`);
  });
export type SeriesRow = z.infer<typeof seriesRowSchema>;
