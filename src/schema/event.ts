import { z } from "zod";
import { idCell, optionalUrl, textCell, yesNo } from "./cell.ts";

const when = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}Z)?(?:\/(?:\d{4}-\d{2}-\d{2})?(?:T?\d{2}:\d{2}Z)?)?(?: \((?:approx|month)\))?$/;

/** A dated event: a row of `data/records/events.csv`. */
export const eventRowSchema = z.object({
  id: idCell,
  /** A day, a minute in UTC, or two of them with a slash between; `(approx)` and `(month)` say how exact. */
  when_utc: z.string().regex(when, { error: "a day such as 2001-08-01, a time such as 2001-08-01T00:00Z, or two with a slash between" }),
  what: textCell,
  source_url: optionalUrl,
  source_is_mirror: yesNo,
  directness: z.enum(["primary", "quoted"], { error: "primary or quoted" }),
});
export type EventRow = z.infer<typeof eventRowSchema>;
