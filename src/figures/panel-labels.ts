import type { ClaimEntry } from "../aggregates/claims.ts";
import type { SeriesPoint } from "../aggregates/series.ts";
import type { PanelLabel } from "../charts/counter-panel.ts";
import type { Risen } from "../charts/rise-marks.ts";
import { signsOf } from "./series-rows.ts";

/** When the worm began to scan again. */
export const wormRestart = "2001-08-01T00:00Z";

/** The axis that all panels of 1 to 3 August share: from the midnight of Amsterdam with which XS4ALL's Wednesday begins. */
export const augustDomain = { start: "2001-07-31T22:00Z", end: "2001-08-03T14:00Z" } as const;

/** Where a label stands beside its mark. */
export type Placement = Pick<PanelLabel, "anchor" | "dx" | "dy">;
/** Placements by claim; a claim that is not named has no label. */
export type Placements = Readonly<Record<string, Placement>>;

/** A point's label where the record places it in time. */
export const label = (point: SeriesPoint, placement: Placement | undefined): PanelLabel[] =>
  placement === undefined || point.end === null || point.value === null ? [] : [{ at: point.end, y: point.value, text: signsOf(point), ...placement }];

/** Words about a mark that are not its number. */
export const remark = (at: string, y: number, text: string, placement: Placement): PanelLabel => ({ at, y, text, ...placement, remark: true });

/** A claim as a mark at its as-of moment. @throws when it has none */
export function claimRisen(claim: ClaimEntry, organisation: string, hollow = false): Risen {
  if (claim.asOf === null) throw new Error(`${claim.id} has no moment`);
  return { key: claim.id, organisation, operator: claim.operator, value: claim.value, at: new Date(Date.parse(claim.asOf)), uncertainty: 0, hollow };
}

/** A claim's label at its as-of moment; none where it has no moment or number. */
export const claimLabel = (claim: ClaimEntry, text: string, placement: Placement): PanelLabel[] => (claim.asOf === null || claim.value === null ? [] : [{ at: claim.asOf, y: claim.value, text, ...placement }]);
