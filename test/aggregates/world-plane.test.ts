import type { FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { centreOnPlane, planeProjection, planeWidth, pointOnPlane, shapeOnPlane } from "../../src/aggregates/world-plane.ts";

/** A box in degrees, wound as the globe wants an outer ring: clockwise as seen on a map. */
const box = (west: number, south: number, east: number, north: number): Position[] => [[west, south], [west, north], [east, north], [east, south], [west, south]];
const hole = (...edges: Parameters<typeof box>): Position[] => box(...edges).reverse();
const polygon = (...rings: Position[][]): Polygon => ({ type: "Polygon", coordinates: rings });
const land: FeatureCollection = { type: "FeatureCollection", features: [-100, 0, 100].map((west) => ({ type: "Feature", properties: {}, geometry: polygon(box(west, -60, west + 60, 70)) })) };
const projection = planeProjection(land);
const onPlane = (shape: Polygon | MultiPolygon): MultiPolygon => {
  const found = shapeOnPlane(shape, projection);
  if (found === null) throw new Error("nothing is left of the shape");
  return found;
};
const ringArea = (ring: readonly Position[]): number => Math.abs(ring.reduce((sum, [x = 0, y = 0], index) => {
  const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
  return sum + x * nextY - nextX * y;
}, 0)) / 2;

describe("the plane of the map", () => {
  it("is filled by the land from edge to edge", () => {
    const xs = land.features.flatMap(({ geometry }) => onPlane(geometry as Polygon).coordinates.flat(2).map(([x = 0]) => x));
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([0, planeWidth]);
  });

  it("keeps equal areas equal: a box at the equator and one as large near the pole, by Archimedes' theorem", () => {
    // Areas of zones go with the difference of sines: sin 60° to sin 75° against 0 to the same difference.
    const rise = Math.sin((75 * Math.PI) / 180) - Math.sin(Math.PI / 3);
    const low = (Math.asin(rise) * 180) / Math.PI;
    // Many points along the edges: the plane draws straight lines between them.
    const fine = (south: number, north: number): Polygon => {
      const steps = Array.from({ length: 81 }, (_, index) => index / 80);
      return polygon([...steps.map((t) => [0, south + t * (north - south)]), ...steps.map((t) => [t * 40, north]), ...steps.map((t) => [40, north - t * (north - south)]), ...steps.map((t) => [40 - t * 40, south])]);
    };
    const [equator, pole] = [fine(0, low), fine(60, 75)].map((shape) => ringArea(onPlane(shape).coordinates[0]?.[0] ?? []));
    expect(Math.abs((equator ?? 0) / (pole ?? 1) - 1)).toBeLessThan(0.01);
  });

  it("has its places to a tenth of a unit, north above south and east right of west", () => {
    const [north, south, east] = [pointOnPlane([11, 60], projection), pointOnPlane([11, -60], projection), pointOnPlane([60, 0], projection)];
    for (const value of [...north, ...south, ...east]) expect(Math.round(value * 10) / 10).toBe(value);
    expect(north[0]).toBe(south[0]);
    expect(north[1]).toBeLessThan(south[1]);
    expect(east[0]).toBeGreaterThan(north[0]);
  });
});

describe("a shape on the plane", () => {
  it("has closed rings, and its hole in the polygon around it", () => {
    const { coordinates } = onPlane(polygon(box(0, 0, 30, 30), hole(10, 10, 20, 20)));
    expect(coordinates.map((rings) => rings.length)).toEqual([2]);
    for (const ring of coordinates.flat()) expect(ring.at(-1)).toEqual(ring[0]);
  });

  it("gives a hole to the smallest ring around it: an island in a lake, with a pond of its own", () => {
    const shape: MultiPolygon = { type: "MultiPolygon", coordinates: [[box(0, 0, 40, 40), hole(5, 5, 35, 35)], [box(10, 10, 30, 30), hole(18, 18, 22, 22)]] };
    const [outer, island] = [...onPlane(shape).coordinates].sort((a, b) => ringArea(b[0] ?? []) - ringArea(a[0] ?? []));
    expect([outer?.length, island?.length]).toEqual([2, 2]);
    expect(ringArea(island?.[1] ?? [])).toBeLessThan(ringArea(outer?.[1] ?? []) / 10);
  });

  it("is cut where the edge of the map runs, at 169 degrees west, into parts on both sides", () => {
    const parts = onPlane(polygon(box(-175, 60, -163, 70))).coordinates.map(([ring = []]) => ring.map(([x = 0]) => x));
    expect(parts).toHaveLength(2);
    expect(parts.map((xs) => (Math.min(...xs) > planeWidth / 2 ? "right" : "left")).sort()).toEqual(["left", "right"]);
  });

  it("is nothing where it is smaller than a tenth of a unit", () => {
    expect(shapeOnPlane(polygon(box(0, 0, 0.001, 0.001)), projection)).toBeNull();
  });
});

describe("the centre of a shape", () => {
  const rectangle = (x: number, y: number, width: number, height: number): Position[] => [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]];

  it("is the middle of a rectangle, and a third of the way up a triangle", () => {
    expect(centreOnPlane({ type: "MultiPolygon", coordinates: [[rectangle(10, 20, 4, 6)]] })).toEqual([12, 23]);
    expect(centreOnPlane({ type: "MultiPolygon", coordinates: [[[[0, 0], [9, 0], [0, 9], [0, 0]]]] })).toEqual([3, 3]);
  });

  it("is that of the largest part, whichever way it is wound", () => {
    expect(centreOnPlane({ type: "MultiPolygon", coordinates: [[rectangle(0, 0, 1, 1)], [rectangle(100, 100, 10, 10).reverse()]] })).toEqual([105, 105]);
  });
});
