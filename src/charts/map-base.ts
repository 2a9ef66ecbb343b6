import * as Plot from "@observablehq/plot";
import { feature, merge, mesh } from "topojson-client";
import type { MultiPolygon, Polygon } from "topojson-specification";
import type { WorldAggregate } from "../aggregates/world.ts";
import type { MissingKind } from "../schema/missing.ts";
import { definitions, missingPattern } from "./defs.ts";
import { colours } from "./palette.ts";
import type { ChartSpec } from "./spec.ts";

/** Ink of words on a map: dark in both colour schemes, since a map keeps its light card. */
export const mapInk = colours.mapInk;

/** Rim of words that stand on land, and of those that stand on the sea. */
export const landHalo = { stroke: colours.land, strokeWidth: 4, strokeLinejoin: "round" } as const;
export const seaHalo = { stroke: colours.sea, strokeWidth: 4, strokeLinejoin: "round" } as const;

/** A drawing of the world: its width, and the room above and below the map, all in px. */
export interface MapFrame {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Space between the map and the left and right edge of its card, px. */
export const sidePad = 8;

/** Pixels per unit of the plane in a drawing of this width. */
export const pixelsPerUnit = (world: WorldAggregate, width: number): number => (width - 2 * sidePad) / world.frame.width;

type Area = (Polygon<{ name: string }> | MultiPolygon<{ name: string }>) & { readonly id?: string | number };

const areasOf = (world: WorldAggregate): Area[] => world.topology.objects.countries.geometries as Area[];

/** Outline of the given countries as one region, without the borders between them. */
export const regionShape = (world: WorldAggregate, ids: ReadonlySet<string>): Plot.Data => [merge(world.topology, areasOf(world).filter((area) => ids.has(String(area.id))))];

/**
 * Outline of one country.
 * @throws when the map has no country with that code, since a value without a place must not vanish
 */
export function countryShape(world: WorldAggregate, id: string): Plot.Data {
  const area = areasOf(world).find((each) => each.id === id);
  if (area === undefined) throw new Error(`the map has no outline for the country ${id}`);
  return [feature(world.topology, area)];
}

/** Where a country's mark stands. @throws when the map does not know the code */
export function countryPoint(world: WorldAggregate, id: string): WorldAggregate["points"][number] {
  const point = world.points.find((each) => each.id === id);
  if (point === undefined) throw new Error(`the map has no place for the country ${id}`);
  return point;
}

/** Definition of the pattern of one kind of missing on land; fill with `url(#missing-<kind>)`. */
export const missingOnLand = (...kinds: readonly MissingKind[]): Plot.RenderFunction => definitions(kinds.map((kind) => missingPattern(kind, `missing-${kind}`, colours.border, colours.land)));

/** All land as one silhouette, outlined and filled. */
export const landMark = (world: WorldAggregate, fill: string, fillOpacity = 1): Plot.Markish =>
  Plot.geo([merge(world.topology, areasOf(world))], { fill, fillOpacity, stroke: colours.border, strokeWidth: 0.8 });

/** Borders between countries, each drawn once, finer than the coasts. */
export const borderMark = (world: WorldAggregate): Plot.Markish =>
  Plot.geo([mesh(world.topology, world.topology.objects.countries, (a, b) => a !== b)], { stroke: colours.border, strokeWidth: 0.5 });

/**
 * A map of the world on its light card. Marks place themselves in units of the plane; the same width gives the same paths, byte for byte.
 * @param frame width of the drawing and the room above and below the map
 * @param marks drawn over the card, from the bottom up
 */
export function mapSpec(world: WorldAggregate, frame: MapFrame, marks: Plot.Markish[]): ChartSpec {
  const { width, height } = world.frame;
  const mapHeight = Math.ceil(height * pixelsPerUnit(world, frame.width));
  return {
    plot: {
      width: frame.width,
      height: frame.top + mapHeight + frame.bottom,
      marginTop: frame.top,
      marginBottom: frame.bottom,
      marginLeft: sidePad,
      marginRight: sidePad,
      projection: {
        type: "identity",
        // Words stand above and below the map too, where Plot would cut them off.
        clip: false,
        domain: {
          type: "MultiPoint",
          coordinates: [
            [0, 0],
            [width, height],
          ],
        },
      },
      // Radii are pixels as given; Plot would otherwise scale them to its own taste.
      r: { type: "identity" },
      marks: [Plot.frame({ fill: colours.sea, stroke: colours.border, strokeWidth: 0.5, rx: 6, insetTop: -frame.top, insetBottom: -frame.bottom, insetLeft: -sidePad, insetRight: -sidePad }), ...marks],
    },
  };
}
