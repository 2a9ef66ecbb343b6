import type { Records } from "../readers/records.ts";
import { hoursBetween } from "../schema/window.ts";

type ClaimRow = Records["claims"][number];

const claimOf = ({ claims }: Records, id: string): ClaimRow => {
  const found = claims.find((claim) => claim.id === id);
  if (found === undefined) throw new Error(`the claim ${id}, which a computed number needs, is not in data/records/claims.csv`);
  return found;
};

/** Looks up the number of a claim by id. @throws naming the claim, where it is missing or has no number */
export const claimValue =
  (records: Records) =>
  (id: string): number => {
    const { value } = claimOf(records, id);
    if (value === null) throw new Error(`the claim ${id} needs a number`);
    return value;
  };

/** Hours that a claim's window covers. @throws naming the claim, where an edge is not recorded */
export function watchedHours(records: Records, id: string): number {
  const { window_start_utc: from, window_end_utc: to } = claimOf(records, id);
  if (from === null || to === null) throw new Error(`the claim ${id} needs both edges of its window`);
  return hoursBetween(from, to);
}
