import type { ClaimRow } from "../schema/claim.ts";
import type { OrganisationRow } from "../schema/organisation.ts";
import type { Problem } from "../schema/problem.ts";
import type { Table } from "./table.ts";

/**
 * Problems of the join between the ledger and the table of organisations: a claim without its organisation, a spelling in two rows
 * or in no claim, an unknown id. Where either table has faults of its own, only what those cannot have caused is reported.
 */
export function organisationProblems(file: string, table: Table<OrganisationRow>, claimsFile: string, claims: Table<ClaimRow>): Problem[] {
  if (table.rows.length === 0 || claims.rows.length === 0) return [];
  const ids = new Set(table.rows.map((row) => row.id));
  const claimIds = new Set(claims.rows.map((row) => row.id));
  const printed = new Set(claims.rows.map((row) => row.organisation));
  const ledgerComplete = claims.problems.length === 0;
  const owner = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [index, row] of table.rows.entries()) {
    const problem = (column: string, value: string, expected: string): void => {
      problems.push({ file, line: table.lines[index] ?? 0, column, value, expected });
    };
    for (const spelling of row.spellings) {
      const before = owner.get(spelling);
      if (before !== undefined) problem("spellings", spelling, `a spelling used once; ${before} has it already`);
      owner.set(spelling, row.id);
      if (ledgerComplete && !printed.has(spelling)) problem("spellings", spelling, `a spelling that stands in the organisation column of ${claimsFile}`);
    }
    if (row.part_of !== null && !ids.has(row.part_of)) problem("part_of", row.part_of, "the id of another organisation in this file");
    for (const id of row.note_claims) if (ledgerComplete && !claimIds.has(id)) problem("note_claims", id, `the id of a row of ${claimsFile}`);
  }
  if (table.problems.length === 0)
    for (const [index, claim] of claims.rows.entries())
      if (!owner.has(claim.organisation)) problems.push({ file: claimsFile, line: claims.lines[index] ?? 0, column: "organisation", value: claim.organisation, expected: `a spelling in ${file}; add it to the row of its organisation` });
  return problems;
}
