import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { allAggregates, type Get } from "../../src/aggregates/all.ts";
import { augustCounters } from "../../src/figures/august-counters.ts";
import { readRecords } from "../../src/readers/records.ts";
import { drawings } from "./drawings.ts";

const byId = new Map(allAggregates(readRecords(readInputFiles())).map((aggregate) => [aggregate.id as string, aggregate]));
const get = ((id: string) => byId.get(id)) as Get;

describe("CERT/CC’s estimate, whose source gives no hour", () => {
  it("is marked as assumed in every drawing", () => {
    const drawn = drawings(augustCounters, get).filter(({ panel }) => panel === "estimates");
    expect(drawn).toHaveLength(2);
    for (const { svg, name } of drawn) {
      expect(svg.match(/>\?</g), name).toHaveLength(2);
      expect(svg, name).toContain("hour assumed");
    }
  });

  it("has its moment called our dating in the table", () => {
    const row = augustCounters.table(get).rows.find(({ claim }) => claim === "cert-03");
    expect(row?.["window"]).toMatch(/^not stated; as of .* by our dating$/);
  });
});
