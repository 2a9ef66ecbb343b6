import { type Comparable, compareClaims, type ReasonField, type Verdict } from "../model/comparability.ts";
import { normalQuantile } from "../model/confidence.ts";
import type { Counts } from "../schema/counts.ts";
import type { Wave } from "../schema/reading.ts";
import type { ClaimEntry } from "./claims.ts";
import { comparable } from "./comparability.ts";

/** A recording beside a published count. */
export interface RecordingPair {
  readonly claim: string;
  readonly label: string;
  /** The claim's number with its operator. */
  readonly words: string;
  readonly verdict: Verdict;
  readonly reasons: readonly { readonly rule: string; readonly field: ReasonField | "sample"; readonly why: string; readonly adjustment: string | null }[];
}

/** The counts of the first page, and the claim that says for how many hours an address count is a fair measure of machines. */
const published = ["xs4all-unique-8h", "sans-cumulative", "symantec-bound"] as const;
const fairHoursClaim = "caida-09";

/** When the worm began to spread again (`ev-16` of data/records/events.csv): instants before are of the July outbreak. */
const restart = "2001-08-01T00:00:00Z";

/** The outbreak that the probes belong to, by their variant and their hours. */
function waveOf({ byVariant, window }: Counts): Wave {
  if ("missing" in byVariant || window === null) return "none";
  const seen = byVariant.filter(({ probes }) => probes > 0).map(({ variant }) => variant);
  if (seen.length > 1) return "several";
  if (seen[0] === "code_red_2") return "code_red_2";
  if (seen[0] !== "code_red") return "none";
  return window.end <= restart ? "july" : window.start >= restart ? "august" : "several";
}

/** What kind of instrument writes each format; a count table may come from any. */
const kinds: Readonly<Record<Counts["inputs"][number]["format"], Comparable["vantageKind"]>> = {
  "apache-error": "web_servers",
  "ncsa-common": "web_servers",
  "ncsa-combined": "web_servers",
  "iis-w3c": "web_servers",
  "snort-fast": "one_network",
  "snort-full": "one_network",
  "caida-hosts": "telescope",
  "count-table": "not_stated",
};

function asClaim(id: string, counts: Counts): Comparable {
  const vantages = new Set(counts.inputs.map(({ format }) => kinds[format]));
  const [vantage = "not_stated"] = vantages;
  const basis = counts.window === null ? "not_stated" : counts.inputs.some(({ zone }) => zone.basis === "assumed" || zone.basis === "mixed") ? "assumed" : "stated";
  return {
    id: `recording-${id}`,
    watcher: `recording-${id}`,
    quantity: typeof counts.uniqueSources === "number" ? "source_addresses" : "probes",
    wave: waveOf(counts),
    accumulation: "in_window",
    vantageKind: vantages.size === 1 ? vantage : "not_stated",
    operator: "eq",
    window: { start: counts.window?.start ?? null, end: counts.window?.end ?? null, startBasis: basis, endBasis: basis },
  };
}

/** True where a share of one half is uncertain by over ten points even in a random sample: quantile · √(0.25 / n) > 0.1. */
export const tooFewForShares = (sources: number): boolean => sources === 0 || normalQuantile * Math.sqrt(0.25 / sources) > 0.1;

/**
 * Whether a recording may stand beside the counts of XS4ALL, SANS and Symantec. The rules are those of all pairs of claims, after one of
 * its own: so few sources are no count of a network, whatever their hours and units.
 * @throws when the ledger lacks one of the claims
 */
export function recordingComparison(id: string, counts: Counts, ledger: readonly ClaimEntry[]): RecordingPair[] {
  const claimOf = (claim: string): ClaimEntry => {
    const found = ledger.find((each) => each.id === claim);
    if (found === undefined) throw new Error(`the claim ${claim}, which recordings are compared with, is not in the ledger`);
    return found;
  };
  const fairHours = claimOf(fairHoursClaim).value;
  if (fairHours === null) throw new Error(`the claim ${fairHoursClaim}, which the comparison needs, has no number in the ledger`);
  const few = typeof counts.uniqueSources === "number" && tooFewForShares(counts.uniqueSources);
  return published.map((name) => {
    const claim = claimOf(name);
    const { verdict, rules } = compareClaims(asClaim(id, counts), comparable(claim, claim.organisation), fairHours);
    const own = few ? [{ rule: "too-few", field: "sample" as const, why: "The recording holds so few addresses that it is an illustration and no count of a network.", adjustment: null }] : [];
    return {
      claim: claim.id,
      label: claim.label,
      words: claim.words,
      verdict: few ? "do_not_compare" : verdict,
      reasons: [...own, ...rules.map(({ id: rule, field, why, adjustment }) => ({ rule, field, why, adjustment }))],
    };
  });
}
