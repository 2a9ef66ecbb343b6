import { z } from "zod";
import { idCell, optionalNumber, optionalText, optionalUrl, textCell, yesNo } from "./cell.ts";
import { isNumeric, operatorSchema } from "./operator.ts";
import { units } from "./unit.ts";
import { dateAsKnownSchema, edgeSchema } from "./window.ts";

/** At most this many words of a source are repeated. */
const evidenceWords = 15;

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** One published statement on Code Red: a row of `data/records/claims.csv`. */
export const claimRowSchema = z
  .object({
    /** Never changes once published. */
    id: idCell,
    organisation: textCell,
    speaker: optionalText,
    /** The role the source gives, in August 2001. */
    speaker_role: optionalText,
    relayed_by: optionalText,
    operator: operatorSchema,
    /** Low end. With `range` both ends are needed; a bound may have a far end, and then repeats itself at the near one; otherwise empty. */
    value_low: optionalNumber,
    /** The number, in the unit of `unit`. For `lt` and `gt` it is the bound, never an estimate. */
    value: optionalNumber,
    value_high: optionalNumber,
    /** The noun, close to the source's: one of `units`. The source's own words are in `evidence`. */
    unit: z.string().refine((text) => Object.hasOwn(units, text), { error: "a unit of src/schema/unit.ts; a new one is a line there" }),
    what_is_counted: textCell,
    geography: textCell,
    /** Half-open window in UTC; empty where not stated. */
    window_start_utc: edgeSchema,
    window_end_utc: edgeSchema,
    as_of_utc: dateAsKnownSchema,
    /** What the speaker watched; empty = not stated. */
    vantage: optionalText,
    method_notes: optionalText,
    source_title: textCell,
    source_date: dateAsKnownSchema,
    source_url: optionalUrl,
    /** A mirror is cited, never linked. */
    source_is_mirror: yesNo,
    in_idg_article: yesNo,
    directness: z.enum(["primary", "quoted"], { error: "primary or quoted" }),
    /** At most fifteen words of the source. */
    evidence: z.string().refine((text) => wordCount(text) <= evidenceWords, { error: `at most ${evidenceWords} words of the source` }),
    confidence: z.enum(["high", "med", "low"], { error: "high, med or low" }),
    comments: optionalText,
  })
  .superRefine((row, context) => {
    const issue = (column: string, message: string): void => {
      context.addIssue({ code: "custom", path: [column], message });
    };
    if (row.operator === "range") {
      if (row.value_low === null) issue("value_low", "a number: the operator is range");
      if (row.value_high === null) issue("value_high", "a number: the operator is range");
      if (row.value !== null) issue("value", "nothing: the operator is range, whose two ends stand in value_low and value_high");
    } else if (isNumeric(row.operator)) {
      if (row.value === null) issue("value", `a number: the operator is ${row.operator}`);
    } else if (row.value !== null) issue("value", `nothing: the operator is ${row.operator}`);
    // A bound may have a far end: printed for “more than”, this project's for “under”, where the other end is the bound itself.
    if (row.operator === "lt" || row.operator === "gt") {
      const [near, far] = row.operator === "lt" ? (["value_high", "value_low"] as const) : (["value_low", "value_high"] as const);
      if (row[near] !== null && row[near] !== row.value) issue(near, `the bound, ${row.value ?? "missing"}, or nothing: the operator is ${row.operator}`);
      if (row[far] !== null && row[near] === null) issue(near, `the bound, ${row.value ?? "missing"}: ${far} is given`);
    } else if (row.operator !== "range") for (const column of ["value_low", "value_high"] as const) if (row[column] !== null) issue(column, `nothing: the operator is ${row.operator}`);
    if (row.value_low !== null && row.value_high !== null && row.value_low > row.value_high) issue("value_high", `a number of ${row.value_low} or more, the low end`);
    if (row.window_start_utc !== null && row.window_end_utc !== null && Date.parse(row.window_end_utc) <= Date.parse(row.window_start_utc))
      issue("window_end_utc", `a time after window_start_utc, ${row.window_start_utc}; windows are half-open`);
  });

export type ClaimRow = z.infer<typeof claimRowSchema>;
