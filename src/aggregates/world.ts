import { geoArea, geoCentroid } from "d3-geo";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { feature, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterAttachedWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Atlas } from "../readers/atlas.ts";
import type { Records } from "../readers/records.ts";
import { siteName } from "../schema/country-name.ts";
import { areasOf2001 } from "./world-borders.ts";
import { centreOnPlane, planeProjection, planeWidth, pointOnPlane, shapeOnPlane } from "./world-plane.ts";

/** Countries as TopoJSON on a plane: y points down, unit = a thousandth of the width of all land, steps of a tenth. */
export type WorldTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Where a country's label, circle or dot stands, in units of the plane. */
export interface WorldPoint {
  /** ISO 3166-1 numeric, three digits. */
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** False for territories too small to have an outline here: Hong Kong, Singapore, Macao, many islands. A map shows those as dots. */
  readonly outlined: boolean;
}

export interface WorldAggregate {
  readonly id: "world";
  readonly title: string;
  /** Box around all land, in units of the plane, from 0, 0 at the top left. */
  readonly frame: { readonly width: number; readonly height: number };
  readonly topology: WorldTopology;
  readonly points: readonly WorldPoint[];
  /** What was decided about borders and names, in words for a reader of a map. */
  readonly notes: readonly string[];
}

/** Bends below this area are cut off, in steradians: about 6,000 km² on the ground, one pixel on a map 496 px wide. */
const leastBend = 1.5e-4;
/** Islands below this area are dropped, in steradians: about 2,000 km² on the ground. Arcs of small countries keep bends of that size too, so that none of them shrinks to nothing. */
const leastIsland = 5e-5;
/** A country below this area is small, in steradians: about 400,000 km² on the ground. */
const smallCountry = 1e-2;

const notes: readonly string[] = [
  "Borders are those of August 2001: Serbia, Montenegro and Kosovo are one (Yugoslavia), Sudan and South Sudan are one, and Crimea is drawn with Ukraine. East Timor, listed here as Timor-Leste, was under United Nations administration and has its own outline.",
  "Somaliland is drawn with Somalia, northern Cyprus with Cyprus, the Siachen Glacier with India. Lines and names follow Natural Earth and the reference table, and are no judgement on borders.",
  "Antarctica is left out. Territories too small for an outline at this size are dots, or are in the table only.",
  "Equal Earth projection: equal areas on the ground are equal in the drawing. Coastlines: Natural Earth 4.1.0, simplified.",
];

/** Features of the topology's countries, in degrees. */
const featuresOf = (atlas: Atlas): FeatureCollection<Polygon | MultiPolygon, { name: string }> => feature(atlas, atlas.objects.countries) as FeatureCollection<Polygon | MultiPolygon, { name: string }>;

/** Arcs of countries below `smallCountry`, by their place in the topology. */
function arcsOfSmall(atlas: Atlas): Set<number> {
  const small = new Set(featuresOf(atlas).features.filter((each) => geoArea(each) < smallCountry).map(({ id }) => id));
  const arcs = atlas.objects.countries.geometries.flatMap((area) => (small.has(area.id) && "arcs" in area ? (area.arcs as number[][] | number[][][]).flat(2) : []));
  return new Set(arcs.map((arc) => (arc < 0 ? ~arc : arc)));
}

/** Fewer points: every bend smaller than `leastBend` and every island smaller than `leastIsland` goes. Shared borders stay shared. */
function simplified(atlas: Atlas): Atlas {
  const weighed = presimplify(atlas, sphericalTriangleArea);
  const fine = arcsOfSmall(atlas);
  const arcs = weighed.arcs.map((arc, place) => (fine.has(place) ? arc.map(([x = 0, y = 0, weight = 0]) => [x, y, (weight * leastBend) / leastIsland]) : arc));
  const fewer = simplify({ ...weighed, arcs }, leastBend);
  // The package's types leave out the second argument that the package itself passes on.
  return filter(fewer, filterAttachedWeight(fewer, leastIsland, sphericalRingArea as Parameters<typeof filterAttachedWeight>[2])) as Atlas;
}

/**
 * The world of 2001 on a plane, ready to draw: borders of the year, simplified, projected to Equal Earth, shared borders kept as shared arcs.
 * Coordinates are rounded to a tenth of a unit, so that the same atlas gives the same file.
 * @param records its atlas (Natural Earth 4.1.0 at 1:50 million), and its denominators for the site's names
 */
export function world({ atlas, normalisers }: Pick<Records, "atlas" | "normalisers">): WorldAggregate {
  const names = new Map(normalisers.map((row) => [row.iso_numeric, row.iso3 === "YUG" ? "Yugoslavia" : siteName(row)]));
  const areas: Atlas = { ...atlas, objects: { countries: { type: "GeometryCollection", geometries: areasOf2001(atlas) } } };
  const whole = featuresOf(areas).features;
  const few = featuresOf(simplified(areas)).features;
  const projection = planeProjection({ type: "FeatureCollection", features: few });
  const shapes = new Map(few.map(({ id, geometry }) => [id, shapeOnPlane(geometry, projection)]));

  const features = [];
  const points: WorldPoint[] = [];
  for (const { id: code, geometry, properties } of whole) {
    const id = String(code);
    const name = names.get(id) ?? properties.name;
    const shape = shapes.get(id) ?? null;
    const [x, y] = shape === null ? pointOnPlane(geoCentroid(geometry), projection) : centreOnPlane(shape);
    points.push({ id, name, x, y, outlined: shape !== null });
    if (shape !== null) features.push({ type: "Feature" as const, id, properties: { name }, geometry: shape });
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  const joined = topology({ countries: { type: "FeatureCollection", features: features.sort(byId) } as FeatureCollection }) as WorldTopology;
  const bottom = Math.max(...joined.arcs.flat().map(([, y = 0]) => y));
  return {
    id: "world",
    title: "The world of 2001 on an equal-area plane",
    frame: { width: planeWidth, height: Math.ceil(bottom) },
    topology: quantize(joined, { scale: [0.1, 0.1], translate: [0, 0] }),
    points: points.sort(byId),
    notes,
  };
}
