import { expect, test } from "vitest";
import { isMissing } from "../../src/schema/missing.ts";
import { addressLike } from "./address-like.ts";
import { probeLine, readLog } from "./read-log.ts";

const table = ["# Counting Code Red: country of address ranges", "# as-of 2001-08-01", "# file made", "c0000200 c00002ff KR", "c6336400 c63364ff CN", "cb007100 cb0071ff EU", ""].join("\n");
const from = (prefix: string, sources: number, probes = 1): string => Array.from({ length: sources }, (_, host) => probeLine(`${prefix}.${host + 1}`).repeat(probes)).join("");

test("countries under ten sources are folded, regions and unresolved addresses kept apart", () => {
  const counts = readLog(from("192.0.2", 12, 2) + from("198.51.100", 9) + from("203.0.113", 3) + from("10.0.0", 4), { table });
  if (isMissing(counts.countries)) throw new Error("no countries");
  expect(counts.countries.rows).toEqual([{ country: "KR", sources: 12, probes: 24 }]);
  expect(counts.countries.tooFew).toEqual({ countries: 1, sources: 9, probes: 9 });
  expect(counts.countries.regionOnly).toEqual({ sources: 3, probes: 3 });
  expect(counts.countries.unresolved).toEqual({ sources: 4, probes: 4 });
  expect(counts.countries.resolvedShare).toBe(21 / 28);
  expect(counts.countries.table).toMatchObject({ asOf: "2001-08-01", files: ["made"] });
  expect(JSON.stringify(counts)).not.toMatch(/CN/);
  expect(JSON.stringify(counts)).not.toMatch(addressLike);
});

test("places add up to all sources and all their probes", () => {
  const counts = readLog(from("192.0.2", 30, 3) + from("198.51.100", 10) + from("10.0.0", 4), { table });
  if (isMissing(counts.countries)) throw new Error("no countries");
  const { rows, tooFew, regionOnly, unresolved } = counts.countries;
  const all = [...rows, tooFew, regionOnly, unresolved];
  expect(all.reduce((sum, { sources }) => sum + sources, 0)).toBe(counts.uniqueSources);
  expect(all.reduce((sum, { probes }) => sum + Number(probes), 0)).toBe(counts.probes);
});
