import { z } from "zod";
import { formats } from "./log-format.ts";
import { missingKinds } from "./missing.ts";
import { rejectReasons } from "./reject-reason.ts";
import { variants } from "./variant.ts";

const count = z.number().int().nonnegative();
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const share = z.number().min(0).max(1);
const missing = z.strictObject({ missing: z.enum(missingKinds) });
const span = z.strictObject({ from: instant, to: instant });

/** A number, or why there is none. */
const countOrMissing = z.union([count, missing]);

const binSchema = z.strictObject({
  /** Half-open, UTC. Bins without anything in them are left out. */
  start: instant,
  end: instant,
  probes: countOrMissing,
  probesByVariant: z.union([z.strictObject({ code_red: count, code_red_2: count, unknown: count }), missing]),
  /** Distinct source addresses in the bin. May not be summed over bins. */
  uniqueSources: countOrMissing,
  /** Source addresses first seen in the bin. */
  newSources: countOrMissing,
  /** Distinct source addresses up to the end of the bin. */
  cumulativeSources: countOrMissing,
});
export type CountsBin = z.infer<typeof binSchema>;

const cell = z.strictObject({ sources: count, probes: countOrMissing });

export const countriesSchema = z.strictObject({
  /** `registry` the delegation of the address as of a date; `column` a column of the input. */
  basis: z.enum(["registry", "column"]),
  table: z.union([z.strictObject({ asOf: z.string(), files: z.array(z.string()), sha256: z.string() }), missing]),
  /** Part of the sources with a country, 0 to 1. */
  resolvedShare: share,
  /** Countries with ten sources or more, most sources first. */
  rows: z.array(z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), sources: count.min(10), probes: countOrMissing })),
  /** All countries with fewer than ten sources together. */
  tooFew: cell.extend({ countries: count }),
  /** Addresses delegated to a region (EU, AP), not to a country. */
  regionOnly: cell,
  /** Addresses that the table does not hold. */
  unresolved: cell,
});

export const inputSchema = z.strictObject({
  /** File name without its folder; addresses within it are masked. */
  name: z.string(),
  format: z.enum(formats),
  formatBasis: z.enum(["detected", "given"]),
  compression: z.enum(["none", "gzip", "zstd"]),
  bytes: count,
  /** Of the input as read; null unless a record was made. */
  sha256: z.string().nullable(),
  lines: count,
  /** Lines counted: probes of a log, rows of a table. */
  recognised: count,
  /** Probes whose request was read. */
  matched: count,
  /** Probes that a message without the request, or an alert, stands for. */
  inferred: count,
  inferredShare: share,
  /** Last lines cut within their address: a probe without a source. */
  cut: count,
  /** Lines with the marker outside the request: not counted. */
  markerElsewhere: count,
  rejected: z.array(z.strictObject({ reason: z.enum(rejectReasons), words: z.string(), lines: count, firstLines: z.array(count) })),
  /** Rejected lines as a part of recognised and rejected together. */
  rejectedShare: share,
  /** Lines that repeat the probe line before them byte for byte; counted as probes. */
  repeatedLines: count,
  timeOrder: z.strictObject({ backwards: count, largestStepBackSeconds: count }),
  /** Stretches of over an hour without a probe; the first fifty by their times. */
  gaps: z.strictObject({ count, first: z.array(span) }),
  /** Steps back of over 300 seconds; the first fifty by their times. */
  clockJumps: z.strictObject({ count, first: z.array(span) }),
  zone: z.strictObject({ basis: z.enum(["stated", "assumed", "mixed", "none"]), name: z.string().nullable() }),
  /** True where the file had become longer by the end of reading; only its length at the beginning was read. */
  grewWhileRead: z.boolean(),
});
export type CountsInput = z.infer<typeof inputSchema>;

/** What the reader of probe logs gives out: counts only, no address. */
export const countsSchema = z.strictObject({
  schema: z.literal("counting-code-red/counts/1"),
  /** `probes` from logs; `hosts` from a table with one row for each address; `counts` from a table of counts. */
  kind: z.enum(["probes", "hosts", "counts"]),
  sensor: z.strictObject({ id: z.string(), monitoredAddresses: z.union([count.positive(), missing]) }),
  /** First to last second seen, half-open; null where nothing was. */
  window: z.strictObject({ start: instant, end: instant }).nullable(),
  /** Width of the bins; null where the windows of a table differ in width. */
  binSeconds: count.positive().nullable(),
  probes: countOrMissing,
  probesWithoutSource: count,
  /** Distinct source addresses: not machines. */
  uniqueSources: countOrMissing,
  byVariant: z.union([z.array(z.strictObject({ variant: z.enum(variants), probes: count, sources: count })), missing]),
  /** Sources seen with more than one variant: why the variants' sources add up to more. */
  sourcesOfSeveralVariants: countOrMissing,
  bins: z.array(binSchema),
  /** Probes by hour of the day, UTC, 0 to 23. */
  hourOfDay: z.union([z.array(count).length(24), missing]),
  /** Sources seen with exactly one and exactly two probes (f1, f2), and in exactly one and two bins (q1, q2): what Chao's estimators need. */
  frequency: z.union([z.strictObject({ f1: count, f2: count, q1: count, q2: count }), missing]),
  countries: z.union([countriesSchema, missing]),
  inputs: z.array(inputSchema),
});
export type Counts = z.infer<typeof countsSchema>;

/** The JSON Schema (draft 2020-12) of the output, for readers in other languages. */
export const countsJsonSchema = (): object => ({ title: "Counts of probes of Code Red from a log", ...z.toJSONSchema(countsSchema) });
