import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { RecordingAggregate } from "../../src/aggregates/recordings.ts";
import { barsAlt, hoursAlt, stepsAlt } from "../../src/components/recording-alt.ts";
import { type RecordingFigure, recordingFigures } from "../../src/components/recording-figures.ts";
import { recordingSheet } from "../../src/components/recording-sheet.ts";
import { binsTable, countriesTable, drawnTables, hoursTable, qualityTable, totalsTable, variantsTable } from "../../src/components/recording-tables.ts";
import { durationWords, spanWords } from "../../src/components/recording-words.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { tableCsv } from "../../src/figures/table-csv.ts";
import { countsJsonSchema } from "../../src/schema/counts.ts";
import { get } from "../../src/published.ts";
import { accessibleNames, lengths, markContrast, stylesAndIds, tables as checkedTables, textSizes } from "../figures/checks.ts";
import { addressLike } from "../ingest/address-like.ts";

const recording = get("recording-owt-2001-08-01");
const tables = [totalsTable(recording), binsTable(recording), hoursTable(recording), variantsTable(recording), countriesTable(recording), ...recording.counts.inputs.map(qualityTable)];

describe("the words of a recording", () => {
  it("call inferred probes inferred, in each table and description that counts them", () => {
    for (const table of [totalsTable(recording), binsTable(recording), hoursTable(recording), variantsTable(recording)]) expect(tableCsv(table)).toMatch(/inferred probes/i);
    for (const alt of [barsAlt(recording), hoursAlt(recording)]) expect(alt).toContain("inferred probes");
    expect(stepsAlt(recording)).toContain("ends at 11");
  });

  it("hold no address and no part of one", () => {
    for (const table of tables) expect(tableCsv(table)).not.toMatch(addressLike);
    expect(JSON.stringify(recording)).not.toMatch(addressLike);
  });

  it("give the quality report a line for each gap and each reason of rejection", () => {
    const [input] = recording.counts.inputs;
    if (input === undefined) throw new Error("the recording has no input");
    const rows = qualityTable({ ...input, rejected: [{ reason: "address_ipv6", words: "the address is IPv6", lines: 3, firstLines: [4, 9] }] }).rows.map(({ what }) => what);
    expect(rows.filter((what) => what === "Gap")).toHaveLength(input.gaps.first.length);
    expect(rows).toContain("Rejected: the address is IPv6 (first at line 4, 9)");
  });

  it("name a width in its largest whole unit", () => {
    expect([1, 90, 1800, 3600, 86_400, 604_800].map(durationWords)).toEqual(["1 second", "90 seconds", "30 minutes", "1 hour", "1 day", "7 days"]);
  });

  it("name both days of a window that crosses midnight", () => {
    expect(spanWords({ start: "2001-07-31T22:00:00Z", end: "2001-08-01T06:00:00Z" })).toBe("31 July 2001, 22:00 to 1 August 2001, 06:00 UTC");
  });
});

describe("the drawings of a recording", () => {
  const world = get("world");
  const none = { probes: 0, sources: 0 };
  const placed: RecordingAggregate = {
    ...recording,
    counts: {
      ...recording.counts,
      countries: {
        basis: "registry", table: { missing: "not_applicable" }, resolvedShare: 1, tooFew: { ...none, countries: 0 }, regionOnly: none, unresolved: none,
        rows: [{ country: "KR", sources: 23, probes: 23 }, { country: "AU", sources: 11, probes: 11 }],
      },
    },
    countries: [
      { code: "KR", isoNumeric: "410", name: "South Korea", sources: 23 },
      { code: "AU", isoNumeric: "036", name: "Australia", sources: 11 },
    ],
  };

  it("are those that its counts allow: no map where no country was looked up", () => {
    expect(recordingFigures(recording, world).map(({ id }) => id)).toEqual(["time", "total", "hours"]);
    expect(recordingFigures(placed, world).map(({ id }) => id)).toEqual(["time", "total", "hours", "countries"]);
  });

  it("say on the map's alternative which countries have most", () => {
    expect(recordingFigures(placed, world).at(-1)?.alt).toContain("Most: South Korea 23, Australia 11.");
  });

  /** A drawing of a recording in the form that the checks of figures take. */
  const asFigure = (of: RecordingAggregate, { id, title, subtitle, wide, narrow, alt, howToRead, lightCard, rows }: RecordingFigure): Figure => ({
    id: `recording-${id}`, from: [], span: "figure", lightCard, title: () => title, subtitle: () => subtitle, holds: () => true, howToRead, statuses: () => ["recorded"],
    panels: () => [{ id, wide, narrow }], alt: () => alt, table: () => drawnTables[rows](of), sources: () => [], objection: "",
  });
  const drawn = [recording, placed].flatMap((of) => recordingFigures(of, world).map((figure) => [`${figure.id}${of === placed ? ", with countries" : ""}`, asFigure(of, figure)] as const));
  it.each(drawn)("pass the checks that a drawing of a figure passes: %s", (_, figure) => {
    for (const check of [lengths, textSizes, markContrast, stylesAndIds, accessibleNames, checkedTables]) expect(check(figure, get)).toEqual([]);
  });

  it("leave the site as files that carry their words, caveats and source, and refer to nothing outside", () => {
    for (const figure of recordingFigures(placed, world)) {
      const svg = recordingSheet(placed, figure, "example.org/recordings/x/");
      for (const words of [recording.card.title, "Eleven complete lines of a longer list", "RECORDED", "example.org/recordings/x/", "counted by this project’s reader of logs"]) expect(svg.replace(/<\/text><text[^>]*>/g, " ")).toContain(words);
      expect(svg).not.toMatch(/var\(|<style|style=|href=|url\((?!#)/);
      expect(svg).not.toMatch(addressLike);
    }
  });
});

it("the published schema of the counts is that of the reader; where not, run npm run -s ingest -- --schema > public/data/counts.schema.json", () => {
  const published = fs.readFileSync(path.resolve(import.meta.dirname, "../../public/data/counts.schema.json"), "utf8");
  expect(JSON.parse(published)).toEqual(countsJsonSchema());
});
