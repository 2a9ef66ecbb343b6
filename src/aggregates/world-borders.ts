import { mergeArcs } from "topojson-client";
import type { MultiPolygon, Polygon } from "topojson-specification";
import type { Atlas } from "../readers/atlas.ts";

/** A country as an area of the atlas: its ISO 3166-1 numeric code, the atlas's name, and its arcs. */
export type Area = (Polygon<{ name: string }> | MultiPolygon<{ name: string }>) & { readonly id: string; readonly properties: { name: string } };

/** One change to the atlas: which of its areas become which one, and why. Areas are named as the atlas names them. */
interface Joined {
  readonly id: string;
  readonly name: string;
  readonly from: readonly string[];
}

/**
 * Areas drawn as one. The atlas shows the borders of the 2010s; the statements and counts are of 2001.
 * Codes are those of 2001: 891 was Yugoslavia's, and Sudan keeps the 729 of the reference table.
 * Areas without a code of their own stand with the country that UN M49 lists them under, or that holds them where M49 is silent
 * (Siachen, a strip under two pixels wide here), so that no hole is left in the land and no unmatched id in a join.
 */
const joined: readonly Joined[] = [
  { id: "891", name: "Yugoslavia", from: ["Serbia", "Montenegro", "Kosovo"] },
  { id: "729", name: "Sudan", from: ["Sudan", "S. Sudan"] },
  { id: "706", name: "Somalia", from: ["Somalia", "Somaliland"] },
  { id: "196", name: "Cyprus", from: ["Cyprus", "N. Cyprus"] },
  { id: "356", name: "India", from: ["India", "Siachen Glacier"] },
  // The atlas gives Australia's code twice and leaves a third area without one.
  { id: "036", name: "Australia", from: ["Australia", "Ashmore and Cartier Is.", "Indian Ocean Ter."] },
];

/** No host of any dataset here is in Antarctica, and it would take a seventh of the drawing's height. */
const left: readonly string[] = ["010"];

/** Corners of a box that holds Crimea and no other part of Russia's shape, in degrees: longitude 32.4 to 36.7 east, latitude 44.3 to 46.3 north. */
const crimeaBox = { west: 32.4, east: 36.7, south: 44.3, north: 46.3 } as const;

const polygonsOf = (area: Area): number[][][] => (area.type === "Polygon" ? [area.arcs] : area.arcs);

/** Points of a ring of the quantised atlas, in degrees. */
function ringPoints(atlas: Atlas, ring: readonly number[]): [number, number][] {
  const { scale, translate } = atlas.transform ?? { scale: [1, 1], translate: [0, 0] };
  return ring.flatMap((index) => {
    let x = 0;
    let y = 0;
    return (atlas.arcs[index < 0 ? ~index : index] ?? []).map(([dx = 0, dy = 0]): [number, number] => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

const inBox = ([x, y]: readonly [number, number]): boolean => x > crimeaBox.west && x < crimeaBox.east && y > crimeaBox.south && y < crimeaBox.north;

/**
 * Moves Crimea, which the atlas draws as one closed polygon of Russia, to Ukraine, whose border it shares arc for arc.
 * @throws when the atlas has not exactly one such polygon
 */
function withCrimea(atlas: Atlas, areas: readonly Area[]): Area[] {
  const russia = areas.find((area) => area.id === "643");
  const ukraine = areas.find((area) => area.id === "804");
  if (russia === undefined || ukraine === undefined) throw new Error("the atlas has no Russia (643) or no Ukraine (804)");
  const isCrimea = (polygon: readonly (readonly number[])[]): boolean => ringPoints(atlas, polygon[0] ?? []).every(inBox);
  const crimea = polygonsOf(russia).filter(isCrimea);
  if (crimea.length !== 1) throw new Error(`the atlas draws ${crimea.length} polygons of Russia within Crimea's box, and one was expected`);
  const whole = mergeArcs(atlas, [ukraine, { type: "MultiPolygon", arcs: crimea }]);
  return areas.map((area) => {
    if (area === russia) return { type: "MultiPolygon", id: area.id, properties: area.properties, arcs: polygonsOf(russia).filter((polygon) => !isCrimea(polygon)) };
    return area === ukraine ? { type: "MultiPolygon", id: area.id, properties: area.properties, arcs: whole.arcs } : area;
  });
}

/**
 * The areas of the atlas with the borders of August 2001, each id once, as arcs of the same atlas.
 * Not redrawn: Timor-Leste, under UN administration that year, keeps its own area; Western Sahara keeps the atlas's line;
 * the Netherlands Antilles stay the islands they are.
 * @throws when an area to be joined is missing, or one without a code is left over
 */
export function areasOf2001(atlas: Atlas): Area[] {
  const areas = atlas.objects.countries.geometries.filter((area): area is Area => area.type === "Polygon" || area.type === "MultiPolygon");
  const taken = new Set(joined.flatMap((each) => each.from));
  const merged = joined.map(({ id, name, from }): Area => {
    const parts = areas.filter((area) => from.includes(area.properties.name));
    if (parts.length !== from.length) throw new Error(`the atlas lacks one of ${from.join(", ")}`);
    return { type: "MultiPolygon", id, properties: { name }, arcs: mergeArcs(atlas, parts).arcs };
  });
  const kept = areas.filter((area) => !taken.has(area.properties.name) && !left.includes(area.id));
  const all = [...withCrimea(atlas, kept), ...merged];
  const seen = new Set<unknown>();
  for (const { id, properties } of all) {
    if (seen.has(id) || typeof id !== "string") throw new Error(`the atlas's area ${properties.name} has no code of its own`);
    seen.add(id);
  }
  return all;
}
