import { describe, expect, it } from "vitest";
import { organisationProblems } from "../../src/readers/organisations.ts";
import { readTable } from "../../src/readers/table.ts";
import { claimRowSchema } from "../../src/schema/claim.ts";
import { organisationRowSchema } from "../../src/schema/organisation.ts";
import { describeProblem } from "../../src/schema/problem.ts";
import { bytesOf, claimsFile } from "./altered-files.ts";

const organisationsFile = "data/reference/organisations.csv";
const text = (file: string): string => new TextDecoder().decode(bytesOf(file));
const committed = text(organisationsFile);
const claims = readTable(claimsFile, text(claimsFile), claimRowSchema);
const faults = (table: string): string[] => organisationProblems(organisationsFile, readTable(organisationsFile, table, organisationRowSchema), claimsFile, claims).map(describeProblem);

/** The committed table with one of its cells changed on the row of an organisation. */
const changed = (id: string, from: string, to: string): string => {
  const table = committed
    .split("\n")
    .map((line) => (line.startsWith(`${id},`) ? line.replace(from, to) : line))
    .join("\n");
  if (table === committed) throw new Error(`nothing to change on the row of ${id}`);
  return table;
};

describe("the table of organisations", () => {
  it("covers every organisation of the ledger, each spelling in one row", () => {
    expect(faults(committed)).toEqual([]);
  });

  it("must hold every organisation that made a claim", () => {
    const without = committed.replace(/^obit,.*\n/m, "");
    expect(faults(without)).toEqual([expect.stringMatching(/^data\/records\/claims\.csv:\d+ organisation: found "Obit BV", expected a spelling in data\/reference\/organisations\.csv; add it to the row of its organisation$/)]);
  });

  it("gives a spelling to one organisation alone", () => {
    expect(faults(changed("obit", "Obit BV,Obit BV,", "Obit BV,Obit BV|XS4ALL Internet BV,"))).toEqual([
      'data/reference/organisations.csv:3 spellings: found "XS4ALL Internet BV", expected a spelling used once; xs4all has it already',
    ]);
  });

  it("lists no spelling that the ledger does not have", () => {
    expect(faults(changed("obit", "Obit BV,Obit BV,", "Obit BV,Obit BV|Obit Inc,"))).toEqual([
      'data/reference/organisations.csv:3 spellings: found "Obit Inc", expected a spelling that stands in the organisation column of data/records/claims.csv',
    ]);
  });

  it("rests its notes on claims that exist", () => {
    expect(faults(changed("obit", "obit-most-asia", "obit-all-asia"))).toEqual(['data/reference/organisations.csv:3 note_claims: found "obit-all-asia", expected the id of a row of data/records/claims.csv']);
  });
});
