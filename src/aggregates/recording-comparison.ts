import { type Comparable, compareClaims, type ReasonField, type Verdict } from "../model/comparability.ts";
import { normalQuantile } from "../model/confidence.ts";
import type { Counts } from "../schema/counts.ts";
import type { Wave } from "../schema/reading.ts";
import type { ClaimEntry } from "./claims.ts";
import { comparable } from "./comparability.ts";
import { ledgerFile, recordFault } from "./record-fault.ts";

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

/** The outbreak that the probes belong to, by their variant and their hours: those before the restart are of July's. */
function waveOf({ byVariant, window }: Counts, restart: string): Wave {
  if ("missing" in byVariant || window === null) return "none";
  const seen = byVariant.filter(({ probes }) => probes > 0).map(({ variant }) => variant);
  if (seen.length > 1) return "several";
  if (seen[0] === "code_red_2") return "code_red_2";
  if (seen[0] !== "code_red") return "none";
  const again = Date.parse(restart);
  return Date.parse(window.end) <= again ? "july" : Date.parse(window.start) >= again ? "august" : "several";
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

function asClaim(id: string, counts: Counts, restart: string): Comparable {
  const vantages = new Set(counts.inputs.map(({ format }) => kinds[format]));
  const [vantage = "not_stated"] = vantages;
  const basis = counts.window === null ? "not_stated" : counts.inputs.some(({ zone }) => zone.basis === "assumed" || zone.basis === "mixed") ? "assumed" : "stated";
  return {
    id: `recording-${id}`,
    watcher: `recording-${id}`,
    quantity: typeof counts.uniqueSources === "number" ? "source_addresses" : "probes",
    wave: waveOf(counts, restart),
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
 * @param restart instant (UTC) from which probes belong to the outbreak of August
 * @throws RecordError when the ledger lacks one of the claims
 */
export function recordingComparison(id: string, counts: Counts, ledger: readonly ClaimEntry[], restart: string): RecordingPair[] {
  const claimOf = (claim: string): ClaimEntry => {
    const found = ledger.find((each) => each.id === claim);
    if (found === undefined) throw recordFault(ledgerFile, "id", claim, "a row with this id, with which recordings are compared; restore it");
    return found;
  };
  const fairHours = claimOf(fairHoursClaim).value;
  if (fairHours === null) throw recordFault(ledgerFile, "value", "", `a number in the row ${fairHoursClaim}, which the comparison of recordings needs; restore it`);
  const few = typeof counts.uniqueSources === "number" && tooFewForShares(counts.uniqueSources);
  return published.map((name) => {
    const claim = claimOf(name);
    const { verdict, rules } = compareClaims(asClaim(id, counts, restart), comparable(claim, claim.organisation), fairHours);
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
