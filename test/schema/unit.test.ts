import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { readRecords } from "../../src/readers/records.ts";
import { unitAfter, units, unitSign } from "../../src/schema/unit.ts";

const records = readRecords(readInputFiles());

describe("units of the ledger", () => {
  it("give a share its sign, money its dollar, and a rate its words", () => {
    expect([unitSign("percent share"), unitSign("percent packet loss"), unitSign("dollars"), unitSign("infected servers")]).toEqual(["%", "%", "$", null]);
    expect([unitAfter("unique source IPs per hour"), unitAfter("multiplier"), unitAfter("infected servers")]).toEqual(["an hour", "machines for each one seen", null]);
  });

  it("are refused where nobody knows them, a name of JavaScript's own included", () => {
    for (const name of ["bananas", "percentage share", "constructor", ""]) expect(() => unitSign(name), name).toThrow(`“${name}” is no unit of src/schema/unit.ts`);
  });

  it("are all in use: a line that no claim needs is taken out", () => {
    const used = new Set(records.claims.map((claim) => claim.unit));
    expect(Object.keys(units).filter((unit) => !used.has(unit))).toEqual([]);
  });

  it("that stand for shares are those with a percent sign", () => {
    for (const { id, unit } of records.claims) if (records.readings.get(id)?.quantity.startsWith("share_of_") === true) expect(unitSign(unit), id).toBe("%");
  });
});
