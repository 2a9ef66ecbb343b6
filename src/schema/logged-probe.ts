import { z } from "zod";
import { textCell } from "./cell.ts";
import { instantSchema } from "./window.ts";

/** A probe whose log line somebody published: a row of `data/records/probes/single-probes.csv`. */
export const loggedProbeRowSchema = z.object({
  dataset: textCell,
  time_as_written: textCell,
  time_utc: instantSchema,
  /** The first three parts of the sender's address, the last set to zero. Never published. */
  source_prefix_24: z.string().regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}\.0\/24$/, { error: "a /24 network with a last part of zero, such as 192.0.2.0/24" }),
  variant: z.enum(["crv2", "cr2", "unknown"], { error: "crv2, cr2 or unknown" }),
  status: z.string().regex(/^\d{3}$/, { error: "an HTTP status of three digits" }),
  log_format: textCell,
  recorder: textCell,
});
