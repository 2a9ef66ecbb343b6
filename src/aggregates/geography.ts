import type { Records } from "../readers/records.ts";
import type { ClaimRow } from "../schema/claim.ts";
import type { MissingKind } from "../schema/missing.ts";
import { claimNeeded, claimValue } from "./claim-value.ts";
import { ledgerFile, recordFault } from "./record-fault.ts";

/** What one organisation had said about place by 2 August 2001. */
export interface GeographyStatement {
  readonly organisation: "XS4ALL" | "SANS" | "Symantec";
  /** `share` = a share of a region and an order of countries; else why there is none. */
  readonly kind: "share" | Extract<MissingKind, "not_published" | "opinion_only">;
  /** Claims that say so. */
  readonly claims: readonly string[];
  /** Share of machines in Asia, 0 to 1, both ends as stated. */
  readonly shareOfMachines: { readonly low: number; readonly high: number } | null;
  /** Countries by rank as stated; two may share a rank that the source leaves open. No counts exist. */
  readonly ranks: readonly { readonly iso3: string; readonly rank: string }[];
}

/** XS4ALL's share taken of another organisation's total: conditional arithmetic, not a finding. */
export interface ConditionalShare {
  readonly organisation: string;
  readonly claim: string;
  /** True where the total is an upper bound, so that both results are too. */
  readonly bound: boolean;
  readonly total: number;
  readonly low: number;
  readonly high: number;
}

export interface GeographyAggregate {
  readonly id: "geography-statements";
  readonly title: string;
  /** No later statement is included. */
  readonly asOf: "2001-08-02";
  readonly statements: readonly GeographyStatement[];
  readonly conditional: readonly ConditionalShare[];
  /** UN M49 region 142; XS4ALL gave no definition of Asia. */
  readonly asia: readonly { readonly iso3: string; readonly isoNumeric: string; readonly name: string; readonly note: string }[];
}

/** Who stated a geography, who did not, and what XS4ALL's share would mean in each organisation's total. */
export function geography({ claims, countryStatements, asia }: Records): GeographyAggregate {
  const claim = (id: string): ClaimRow => claimNeeded({ claims }, id);
  const share = claim("xs4all-asia-machines");
  if (share.value_low === null || share.value_high === null) throw recordFault(ledgerFile, "value_low", "", "numbers in value_low and value_high of the row xs4all-asia-machines, whose share is drawn; restore them");
  const low = share.value_low / 100;
  const high = share.value_high / 100;
  const ranks = countryStatements.filter((row) => row.dataset === "xs4all-2001-08-02" && row.rank !== "").map((row) => ({ iso3: row.country_iso3, rank: row.rank }));
  const conditional = (["xs4all-unique-8h", "sans-cumulative", "symantec-bound"] as const).map((id) => {
    const { organisation, operator } = claim(id);
    const value = claimValue({ claims })(id);
    return { organisation, claim: id, bound: operator === "lt", total: value, low: Math.round(value * low), high: Math.round(value * high) };
  });
  return {
    id: "geography-statements",
    title: "What three organisations had said about place by 2 August 2001",
    asOf: "2001-08-02",
    statements: [
      { organisation: "XS4ALL", kind: "share", claims: [share.id, claim("xs4all-asia-probes").id, claim("xs4all-rank").id], shareOfMachines: { low, high }, ranks },
      { organisation: "SANS", kind: "not_published", claims: [claim("sans-breakdown-in-progress").id, claim("sans-asia-unconfirmed").id], shareOfMachines: null, ranks: [] },
      { organisation: "Symantec", kind: "opinion_only", claims: [claim("symantec-asia-probable").id], shareOfMachines: null, ranks: [] },
    ],
    conditional,
    asia: asia.map((row) => ({ iso3: row.iso3, isoNumeric: row.iso_numeric, name: row.name, note: row.note })),
  };
}
