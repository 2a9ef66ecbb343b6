import { geoArea, geoContains } from "d3-geo";
import type { MultiPolygon, Position } from "geojson";
import { feature, neighbors } from "topojson-client";
import { describe, expect, test } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { areasOf2001 } from "../../src/aggregates/world-borders.ts";
import { world } from "../../src/aggregates/world.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const built = world(records);
const areas = areasOf2001(records.atlas);
const shapes = built.topology.objects.countries.geometries;
const codes = shapes.map(({ id }) => String(id));

const onGround = (id: string) => {
  const area = areas.find((each) => each.id === id);
  if (area === undefined) throw new Error(`no area ${id}`);
  return feature(records.atlas, area);
};
const planar = (id: string): MultiPolygon => {
  const shape = shapes.find((each) => each.id === id);
  if (shape === undefined) throw new Error(`no shape ${id}`);
  return feature(built.topology, shape as Parameters<typeof feature>[1] & { type: "MultiPolygon" }).geometry;
};
const ringArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
const planeArea = (shape: MultiPolygon): number => shape.coordinates.reduce((sum, rings) => sum + Math.abs(rings.reduce((all, ring) => all + ringArea(ring), 0)), 0);

describe("borders of 2001", () => {
  test("each code occurs once, in the shapes and in the points", () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(built.points.map(({ id }) => id)).size).toBe(built.points.length);
    for (const code of codes) expect(code).toMatch(/^\d{3}$/);
  });

  test("Yugoslavia and Sudan are whole, and the states that came later are not there", () => {
    expect(codes).toEqual(expect.arrayContaining(["891", "729"]));
    for (const later of ["688", "499", "728"]) expect(built.points.map(({ id }) => id)).not.toContain(later);
    expect(geoContains(onGround("891"), [21.17, 42.67])).toBe(true); // Pristina
    expect(geoContains(onGround("729"), [31.58, 4.85])).toBe(true); // Juba
  });

  test("Crimea is Ukraine's and not Russia's, and Moscow and Kiev stay where they are", () => {
    const simferopol: [number, number] = [34.1, 44.95];
    expect(geoContains(onGround("804"), simferopol)).toBe(true);
    expect(geoContains(onGround("643"), simferopol)).toBe(false);
    expect(geoContains(onGround("643"), [37.6, 55.75])).toBe(true);
    expect(geoContains(onGround("804"), [30.5, 50.45])).toBe(true);
  });

  test("nothing is lost on the way but Antarctica: the land has the area it had", () => {
    const before = records.atlas.objects.countries.geometries.filter(({ id }) => id !== "010").reduce((sum, area) => sum + geoArea(feature(records.atlas, area as (typeof areas)[number])), 0);
    const after = areas.reduce((sum, area) => sum + geoArea(feature(records.atlas, area)), 0);
    expect(Math.abs(after - before) / before).toBeLessThan(1e-6);
  });
});

describe("the plane", () => {
  test("equal areas on the ground stay equal: every country of some size has its share of the land, less its smallest islands", () => {
    const whole = areas.filter(({ id }) => geoArea(onGround(id)) > 0.003).map(({ id }) => planeArea(planar(id)) / geoArea(onGround(id)));
    const middle = whole.toSorted((a, b) => a - b)[Math.floor(whole.length / 2)] ?? 0;
    expect(whole.length).toBeGreaterThan(80);
    for (const ratio of whole) expect(Math.abs(ratio / middle - 1)).toBeLessThan(0.15);
  });

  test("everything is inside the frame, on steps of a tenth", () => {
    expect(built.topology.transform).toEqual({ scale: [0.1, 0.1], translate: [0, 0] });
    for (const code of codes)
      for (const [x = Number.NaN, y = Number.NaN] of planar(code).coordinates.flat(2)) {
        expect(x >= 0 && x <= built.frame.width && y >= 0 && y <= built.frame.height).toBe(true);
      }
  });

  test("no line runs across the map where the date line cuts it", () => {
    for (const code of codes)
      for (const ring of planar(code).coordinates.flat())
        for (const [index, [x = 0]] of ring.entries()) expect(Math.abs((ring[index + 1]?.[0] ?? x) - x)).toBeLessThan(100);
  });

  test("neighbours share their border, so that it can be drawn once", () => {
    const near = neighbors(shapes);
    const of = (id: string): string[] => (near[codes.indexOf(id)] ?? []).map((index) => codes[index] ?? "");
    expect(of("276")).toEqual(expect.arrayContaining(["250", "528", "616"]));
    expect(of("804")).toContain("643");
    expect(of("620")).toEqual(["724"]);
  });
});

describe("places", () => {
  test("every member of Asia and every country with a count has a place, and the counted ones an outline", () => {
    const points = new Map(built.points.map((point) => [point.id, point]));
    for (const { iso_numeric: code } of records.asia) expect(points.has(code), code).toBe(true);
    const numeric = new Map(records.normalisers.map((row) => [row.iso2, row.iso_numeric]));
    for (const { iso3166 } of records.caidaCountries) expect(points.get(numeric.get(iso3166) ?? "")?.outlined, iso3166).toBe(true);
  });

  test("Hong Kong, Macao and Singapore are points, east of India and north of Australia", () => {
    const at = (id: string) => built.points.find((point) => point.id === id);
    for (const id of ["344", "446", "702"]) {
      expect(at(id)?.outlined).toBe(false);
      expect(at(id)?.x).toBeGreaterThan(at("356")?.x ?? Number.NaN);
      expect(at(id)?.y).toBeLessThan(at("036")?.y ?? Number.NaN);
    }
  });

  test("names are those the site prints", () => {
    const names = new Map(built.points.map(({ id, name }) => [id, name]));
    expect(["840", "410", "158", "891"].map((id) => names.get(id))).toEqual(["United States", "South Korea", "Taiwan", "Yugoslavia"]);
  });
});

test("the file is small enough to read in a diff, and the same each time", () => {
  expect(JSON.stringify(built, null, 1).length).toBeLessThan(250_000);
  expect(world(records)).toEqual(built);
});

test("an atlas that draws Crimea otherwise is refused, and not drawn wrongly", () => {
  const moved = structuredClone(records.atlas);
  const russia = moved.objects.countries.geometries.find(({ id }) => id === "643") as unknown as { arcs: number[][][] };
  russia.arcs = russia.arcs.slice(0, 50);
  expect(() => areasOf2001(moved)).toThrow(/Crimea/);
  const withoutKosovo = structuredClone(records.atlas);
  withoutKosovo.objects.countries.geometries = withoutKosovo.objects.countries.geometries.filter((area) => area.properties === undefined || !("name" in area.properties) || area.properties.name !== "Kosovo");
  expect(() => areasOf2001(withoutKosovo)).toThrow(/Kosovo/);
});

