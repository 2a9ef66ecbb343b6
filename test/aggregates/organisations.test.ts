import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { organisations } from "../../src/aggregates/organisations.ts";
import { readRecords } from "../../src/readers/records.ts";
import { RecordError } from "../../src/schema/problem.ts";

const files = readInputFiles();
const records = readRecords(files);
const { rows } = organisations(records);
const organisation = (id: string) => {
  const found = rows.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no organisation ${id}`);
  return found;
};
const table = "data/reference/organisations.csv";

/** Problems of the records with the table of organisations changed, without the line that counts them. */
function problemsWith(change: (text: string) => string): string[] {
  const text = new TextDecoder().decode(files.get(table));
  const changed = change(text);
  expect(changed).not.toBe(text);
  try {
    readRecords(new Map([...files, [table, new TextEncoder().encode(changed)]]));
  } catch (error) {
    if (error instanceof RecordError) return error.message.split("\n").slice(1).map((line) => line.trim());
    throw error;
  }
  return [];
}

describe("organisations", () => {
  it("own every claim of the ledger, each exactly one", () => {
    expect(rows.flatMap((row) => row.claims).sort()).toEqual(records.claims.map((claim) => claim.id).sort());
  });

  it("keep SANS, its Internet Storm Center, incidents.org and DShield apart", () => {
    expect(organisation("sans-institute").name).toBe("SANS Institute");
    expect(organisation("internet-storm-center")).toMatchObject({ name: "SANS Institute Internet Storm Center", partOf: "sans-institute" });
    expect(organisation("internet-storm-center").claims).toContain("sans-cumulative");
    expect(organisation("sans-institute").claims).not.toContain("sans-cumulative");
  });

  it("give incidents.org and DShield no claim of their own, only those that name them as instrument", () => {
    for (const id of ["incidents-org", "dshield"]) {
      expect(organisation(id).claims).toEqual([]);
      expect(organisation(id).namedAsVantageIn).toContain("sans-06");
    }
    expect(organisation("incidents-org").namedAsVantageIn).not.toContain("sans-cumulative");
    expect(organisation("dshield").namedAsVantageIn).toContain("sans-cumulative");
  });

  it("print people as the article does, with the role it states and none where it states none", () => {
    expect(organisation("f-secure").speakers).toContainEqual(expect.objectContaining({ name: "Mikko Hypponen", role: "manager of antivirus research" }));
    expect(organisation("kaspersky-lab").speakers.map((speaker) => speaker.name)).toEqual(["Dennis Zenkin"]);
    expect(organisation("caida").speakers).toContainEqual(expect.objectContaining({ name: "David Moore", role: null }));
  });

  it("rest every note on claims", () => {
    expect(rows.filter((row) => (row.note === null) !== (row.noteClaims.length === 0)).map((row) => row.id)).toEqual([]);
  });
});

describe("the table of organisations", () => {
  it("stops the build when a claim's organisation is missing from it", () => {
    expect(problemsWith((text) => text.replace(/^obit,.*\n/m, ""))).toEqual([expect.stringMatching(/^data\/records\/claims\.csv:\d+ organisation: found "Obit BV", expected a spelling in data\/reference\/organisations\.csv; add it to the row of its organisation$/)]);
  });

  it("stops the build when two rows claim one spelling", () => {
    expect(problemsWith((text) => text.replace("Kommersant,Kommersant,", "Kommersant,Kommersant|CNN,"))).toEqual([expect.stringMatching(/spellings: found "CNN", expected a spelling used once; cnn has it already$/)]);
  });

  it("stops the build when a spelling stands in no claim, or a note rests on none", () => {
    expect(problemsWith((text) => text.replace("Kommersant,Kommersant,", "Kommersant,Kommersant|Kommersant Daily,"))).toEqual([expect.stringMatching(/found "Kommersant Daily", expected a spelling that stands in the organisation column of data\/records\/claims\.csv$/)]);
    expect(problemsWith((text) => text.replace("obit-most-asia", "obit-most"))).toEqual([expect.stringMatching(/note_claims: found "obit-most", expected the id of a row of data\/records\/claims\.csv$/)]);
  });
});
