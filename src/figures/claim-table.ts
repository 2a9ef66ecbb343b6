import type { Get } from "../aggregates/all.ts";
import type { ClaimEntry } from "../aggregates/claims.ts";
import { type Status, statuses } from "../schema/status.ts";
import type { FigureSource, FigureTable } from "./figure.ts";

/** Claims by id, in the order asked for. @throws when one is missing, naming it */
export function claimsById(get: Get, ids: readonly string[]): ClaimEntry[] {
  const rows = get("claims").rows;
  return ids.map((id) => {
    const found = rows.find((claim) => claim.id === id);
    if (found === undefined) throw new Error(`the claim ${id} is used by a figure and is not in data/records/claims.csv`);
    return found;
  });
}

/** Columns of every table whose rows are claims. */
export const claimColumns: FigureTable["columns"] = [
  { key: "statement", label: "Statement" },
  { key: "number", label: "Number", numeric: true },
  { key: "operator", label: "How stated" },
  { key: "unit", label: "Unit, as recorded" },
  { key: "window", label: "Hours counted, UTC" },
  { key: "vantage", label: "Seen from" },
  { key: "by", label: "Said by, relayed by" },
  { key: "status", label: "Status" },
  { key: "claim", label: "Claim" },
];

/** One claim as a row of those columns. */
export const claimRow = (claim: ClaimEntry): FigureTable["rows"][number] => ({
  statement: claim.label,
  number: claim.wordsAsStated,
  operator: claim.howStated,
  unit: claim.unit,
  window: claim.windowWords,
  vantage: claim.vantage ?? "not stated",
  by: [claim.speaker === null ? claim.organisation : `${claim.speaker}, ${claim.organisation}`, claim.relayedBy].filter((part) => part !== null).join("; "),
  status: claim.status,
  claim: claim.id,
});

/** One source line a document, in the order of first use. */
export function claimSources(claims: readonly ClaimEntry[]): FigureSource[] {
  const seen = new Map<string, FigureSource>();
  for (const { source } of claims) {
    const text = source.date === null ? source.title : `${source.title}, ${source.date}`;
    if (!seen.has(text)) seen.set(text, source.mirror || source.url === null ? { text } : { text, url: source.url });
  }
  return [...seen.values()];
}

/** Statuses that occur, in the fixed order. */
export const statusesOf = (claims: readonly { readonly status: Status }[]): Status[] => statuses.filter((status) => claims.some((claim) => claim.status === status));
