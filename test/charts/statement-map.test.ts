import { describe, expect, test } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { world as buildWorld } from "../../src/aggregates/world.ts";
import { statementMap } from "../../src/charts/statement-map.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const world = buildWorld(records);
const asia = new Set(records.asia.map((row) => row.iso_numeric));
const draw = (row: Parameters<typeof statementMap>[2]): string => drawSvg(statementMap(world, asia, row), { id: "map", title: "t", description: "d" });
const geometry = (svg: string): string[] => [...svg.matchAll(/<path[^>]* d="(M[^"]{800,})"/g)].map(([, d = ""]) => d);

const share = draw({ kind: "share", lines: ["a"], share: { region: "75–80 %", rest: "20–25 %" }, ranks: [{ id: "410", rank: "1" }, { id: "158", rank: "2–3" }, { id: "156", rank: "2–3" }] });
const nothing = draw({ kind: "not_published", lines: ["Not published"], ranks: [] });
const opinion = draw({ kind: "opinion_only", lines: ["Opinion"], ranks: [] });

describe("a statement map", () => {
  test("draws a share as one region over all land, without borders between countries", () => {
    expect(geometry(share)).toHaveLength(2);
    expect(share).toContain(">75–80 %<");
    expect(share).toContain(">20–25 %<");
  });

  test("prints a rank that two countries share once, with a line to each of the three", () => {
    expect(share.match(/>2–3</g)).toHaveLength(1);
    expect(share.match(/>1</g)).toHaveLength(1);
    expect(share.match(/<circle/g)).toHaveLength(3);
  });

  test("shows what was not published as a pattern over all land, and no region", () => {
    expect(geometry(nothing)).toHaveLength(1);
    expect(nothing).toContain("<pattern");
  });

  test("shows an opinion as another pattern, and outlines the region it is about", () => {
    expect(geometry(opinion)).toHaveLength(2);
    expect(opinion.match(/<pattern[\s\S]*?<\/pattern>/)?.[0]).not.toBe(nothing.match(/<pattern[\s\S]*?<\/pattern>/)?.[0]);
  });

  test("never uses the ramp of numbers, and never a share's colour where none was stated", () => {
    for (const svg of [share, nothing, opinion]) expect(svg).not.toMatch(/var\(--r\d\)/);
    for (const svg of [nothing, opinion]) expect(svg).not.toContain("--xs4all");
  });

  test("draws the same land in each, byte for byte", () => {
    expect(geometry(nothing)[0]).toBe(geometry(share)[0]);
    expect(geometry(opinion)).toEqual(geometry(share));
  });
});
