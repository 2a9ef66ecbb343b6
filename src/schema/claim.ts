import { z } from "zod";
import { idCell, optionalNumber, optionalText, optionalUrl, textCell, yesNo } from "./cell.ts";
import { isNumeric, operatorSchema } from "./operator.ts";
import { dateAsKnownSchema, edgeSchema } from "./window.ts";

/** At most this many words of a source are repeated. */
export const evidenceWords = 15;

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
    value_low: optionalNumber,
    /** The number, in the unit of `unit`. For `lt` and `gt` it is the bound, never an estimate. */
    value: optionalNumber,
    value_high: optionalNumber,
    /** The noun, close to the source's; the source's own words are in `evidence`. */
    unit: textCell,
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
    } else if (isNumeric(row.operator)) {
      if (row.value === null) issue("value", `a number: the operator is ${row.operator}`);
    } else if (row.value !== null) issue("value", `nothing: the operator is ${row.operator}`);
    if (row.value_low !== null && row.value_high !== null && row.value_low > row.value_high) issue("value_high", `a number of ${row.value_low} or more, the low end`);
    if (row.window_start_utc !== null && row.window_end_utc !== null && Date.parse(row.window_end_utc) <= Date.parse(row.window_start_utc))
      issue("window_end_utc", `a time after window_start_utc, ${row.window_start_utc}; windows are half-open`);
  });

export type ClaimRow = z.infer<typeof claimRowSchema>;

/** Units of the ledger without which the number alone says nothing, as they stand after it. */
const unitsAfter: Readonly<Record<string, string>> = {
  hours: "hours",
  "unique source IPs per hour": "an hour",
  "probes per hour per infected host": "addresses an hour",
  "addresses attempted per day": "addresses a day",
  "new infections per minute": "hosts a minute",
  "new infections per hour": "new infections an hour",
  "new infections per infected host per hour": "hosts an hour for each infected host",
  multiplier: "machines for each one seen",
};

/** The words after the number of a claim, `addresses an hour`; null where the number counts things and may stand alone. */
export const unitAfter = (unit: string): string | null => unitsAfter[unit] ?? null;
