import type { Get } from "../aggregates/all.ts";
import type { ProjectionWall } from "../charts/back-projection.ts";
import { claimsById } from "./claim-table.ts";

/** Symantec's bound and SANS's total, which modelled totals are read against; the smaller first. @throws when either has no number */
export function walls(get: Get): ProjectionWall[] {
  const names = ["Symantec", "SANS"] as const;
  return claimsById(get, ["symantec-bound", "sans-cumulative"]).map((claim, index) => {
    if (claim.value === null) throw new Error(`${claim.id} has no number`);
    return { key: claim.id, organisation: claim.organisation, operator: claim.operator, value: claim.value, text: `${names[index] ?? claim.organisation} ${claim.signs}` };
  });
}
