import { geoEqualEarth, type GeoProjection, geoStream } from "d3-geo";
import type { FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";

type Ring = Position[];

/** Width of the plane that all land is fitted to, in its own units; drawings scale it. */
export const planeWidth = 1000;

/**
 * Equal Earth (Šavrič, Patterson and Jenny 2018, doi 10.1080/13658816.2018.1504949): equal areas stay equal.
 * Centred on 11 degrees east, so that the edge runs through the Bering Strait and cuts no mainland.
 * No points are added along edges: neighbours must keep the same points.
 */
export const planeProjection = (land: FeatureCollection): GeoProjection => geoEqualEarth().rotate([-11, 0]).precision(0).fitWidth(planeWidth, land);

/** Rounds to a tenth of the plane's unit, and never to minus zero. */
const tenth = (value: number): number => Math.round(value * 10) / 10 + 0;

/** Twice the signed area of a ring; positive where it runs clockwise on a plane whose y points down. */
const turn = (ring: Ring): number => ring.reduce((sum, [x = 0, y = 0], index) => {
  const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
  return sum + x * nextY - nextX * y;
}, 0);

/** Is a point inside a ring? Even-odd rule over the ring's edges. */
function inside([x = 0, y = 0]: Position, ring: Ring): boolean {
  let within = false;
  for (const [index, [x1 = 0, y1 = 0]] of ring.entries()) {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) within = !within;
  }
  return within;
}

/** Rings of one shape on the plane, closed and rounded; rings that shrink to a line are gone. */
function ringsOnPlane(shape: Polygon | MultiPolygon, projection: GeoProjection): Ring[] {
  const rings: Ring[] = [];
  let ring: Ring = [];
  const sink = {
    point: (x: number, y: number): void => {
      const next = [tenth(x), tenth(y)];
      const last = ring.at(-1);
      if (last === undefined || last[0] !== next[0] || last[1] !== next[1]) ring.push(next);
    },
    lineStart: (): void => {
      ring = [];
    },
    lineEnd: (): void => {
      const [first] = ring;
      const last = ring.at(-1);
      if (first === undefined || last === undefined) return;
      if (first[0] !== last[0] || first[1] !== last[1]) ring.push([...first]);
      if (ring.length >= 4 && turn(ring) !== 0) rings.push(ring);
    },
    polygonStart: (): void => undefined,
    polygonEnd: (): void => undefined,
    sphere: (): void => undefined,
  };
  geoStream(shape, projection.stream(sink));
  return rings;
}

/**
 * Projects a shape of degrees to the plane. Where the edge of the map cuts it, the parts become polygons of their own.
 * @returns null where nothing as large as a tenth of a unit is left
 */
export function shapeOnPlane(shape: Polygon | MultiPolygon, projection: GeoProjection): MultiPolygon | null {
  const rings = ringsOnPlane(shape, projection);
  // The largest ring is an outer one, and all outer rings turn the same way.
  const largest = rings.reduce((most, ring) => (Math.abs(turn(ring)) > Math.abs(most) ? turn(ring) : most), 0);
  const outer = rings.filter((ring) => Math.sign(turn(ring)) === Math.sign(largest));
  const polygons = outer.map((ring) => [ring]);
  for (const hole of rings.filter((ring) => !outer.includes(ring))) {
    const [point] = hole;
    // The smallest outer ring around a hole is its own: an island may stand in another country's lake.
    const owner = polygons.filter(([ring]) => point !== undefined && ring !== undefined && inside(point, ring)).sort(([a = []], [b = []]) => Math.abs(turn(a)) - Math.abs(turn(b)))[0];
    owner?.push(hole);
  }
  return polygons.length === 0 ? null : { type: "MultiPolygon", coordinates: polygons };
}

/** Centre of area of the largest polygon of a shape on the plane: where a label or a circle stands. */
export function centreOnPlane(shape: MultiPolygon): readonly [x: number, y: number] {
  const ring = shape.coordinates.map(([outer = []]) => outer).reduce<Ring>((most, each) => (Math.abs(turn(each)) > Math.abs(turn(most)) ? each : most), []);
  const [x, y] = ring.reduce<readonly [number, number]>(
    ([sumX, sumY], [x1 = 0, y1 = 0], index) => {
      const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
      const cross = x1 * y2 - x2 * y1;
      return [sumX + (x1 + x2) * cross, sumY + (y1 + y2) * cross];
    },
    [0, 0],
  );
  return [tenth(x / (3 * turn(ring))), tenth(y / (3 * turn(ring)))];
}

/** A place on the plane. @throws where the projection has no place for it */
export function pointOnPlane(lonLat: readonly [number, number], projection: GeoProjection): readonly [x: number, y: number] {
  const point = projection([...lonLat]);
  if (point === null) throw new Error(`the map has no place for ${lonLat.join(", ")}`);
  return [tenth(point[0]), tenth(point[1])];
}
