import { z } from "zod";
import { idCell } from "../schema/cell.ts";
import { missingKinds } from "../schema/missing.ts";

// The reader of logs has the same shapes for what it writes. They stand here once more because what is read must be checked where it
// is read; a test compares the two, so that neither can change alone.
const count = z.number().int().nonnegative();
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const share = z.number().min(0).max(1);
const missing = z.strictObject({ missing: z.enum(missingKinds) });
const countOrMissing = z.union([count, missing]);
const span = z.strictObject({ from: instant, to: instant });
const spans = z.strictObject({ count, first: z.array(span) });
const cell = z.strictObject({ sources: count, probes: countOrMissing });
const text = z.string().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const variants = ["code_red", "code_red_2", "unknown"] as const;
const formats = ["apache-error", "ncsa-common", "ncsa-combined", "iis-w3c", "snort-fast", "snort-full", "caida-hosts", "count-table"] as const;
const rejectReasons = [
  "line_too_long",
  "address_invalid",
  "address_ipv6",
  "address_is_name",
  "time_unreadable",
  "date_impossible",
  "date_out_of_range",
  "zone_missing",
  "zone_odd",
  "fields_missing",
  "number_unreadable",
  "value_not_exact",
  "window_open",
] as const;

const bin = z.strictObject({
  start: instant,
  end: instant,
  probes: countOrMissing,
  probesByVariant: z.union([z.strictObject({ code_red: count, code_red_2: count, unknown: count }), missing]),
  uniqueSources: countOrMissing,
  newSources: countOrMissing,
  cumulativeSources: countOrMissing,
});

const countries = z.strictObject({
  basis: z.enum(["registry", "column"]),
  table: z.union([z.strictObject({ asOf: z.string(), files: z.array(z.string()), sha256: z.string() }), missing]),
  resolvedShare: share,
  rows: z.array(z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), sources: count.min(10), probes: countOrMissing })),
  tooFew: cell.extend({ countries: count }),
  regionOnly: cell,
  unresolved: cell,
});

const input = z.strictObject({
  name: z.string(),
  format: z.enum(formats),
  formatBasis: z.enum(["detected", "given"]),
  compression: z.enum(["none", "gzip", "zstd"]),
  bytes: count,
  sha256: z.string().nullable(),
  lines: count,
  recognised: count,
  matched: count,
  inferred: count,
  inferredShare: share,
  cut: count,
  markerElsewhere: count,
  rejected: z.array(z.strictObject({ reason: z.enum(rejectReasons), words: z.string(), lines: count, firstLines: z.array(count) })),
  rejectedShare: share,
  repeatedLines: count,
  timeOrder: z.strictObject({ backwards: count, largestStepBackSeconds: count }),
  gaps: spans,
  clockJumps: spans,
  zone: z.strictObject({ basis: z.enum(["stated", "assumed", "mixed", "none"]), name: z.string().nullable() }),
  grewWhileRead: z.boolean(),
});

/** `counts.json` of a recording: what `npm run ingest` counted. Counts only, no address. */
export const recordedCountsSchema = z.strictObject({
  schema: z.literal("counting-code-red/counts/1"),
  kind: z.enum(["probes", "hosts", "counts"]),
  sensor: z.strictObject({ id: z.string(), monitoredAddresses: z.union([count.positive(), missing]) }),
  window: z.strictObject({ start: instant, end: instant }).nullable(),
  binSeconds: count.positive().nullable(),
  probes: countOrMissing,
  probesWithoutSource: count,
  uniqueSources: countOrMissing,
  byVariant: z.union([z.array(z.strictObject({ variant: z.enum(variants), probes: count, sources: count })), missing]),
  sourcesOfSeveralVariants: countOrMissing,
  bins: z.array(bin),
  hourOfDay: z.union([z.array(count).length(24), missing]),
  frequency: z.union([z.strictObject({ f1: count, f2: count, q1: count, q2: count }), missing]),
  countries: z.union([countries, missing]),
  inputs: z.array(input),
});
export type RecordedCounts = z.infer<typeof recordedCountsSchema>;
export type RecordedBin = RecordedCounts["bins"][number];

/** `card.json` beside it: who watched, how, and what to know before using a number. Null = not stated. */
export const recordedCardSchema = z.strictObject({
  id: idCell,
  title: text,
  sensor: z.strictObject({ id: idCell, monitoredAddresses: z.number().int().positive().nullable() }),
  zoneBasis: text,
  inputs: z.array(z.strictObject({ name: text, bytes: count, sha256 })),
  countsSha256: sha256,
  command: text,
  caveats: z.array(text),
});
export type RecordedCard = z.infer<typeof recordedCardSchema>;
