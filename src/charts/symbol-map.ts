import * as Plot from "@observablehq/plot";
import type { WorldAggregate } from "../aggregates/world.ts";
import { numberWords } from "../schema/format.ts";
import { countryLabels, mapFont } from "./country-labels.ts";
import { filledCountries, hatchedLand, mapWidths, notBrokenDownFill, tinyDots, tintedCountries } from "./country-map.ts";
import { countryPoint, mapInk, mapSpec, pixelsPerUnit } from "./map-base.ts";
import { wordMarks } from "./map-words.ts";
import { colours } from "./palette.ts";
import { ofCountry } from "./says.ts";
import type { ChartSpec, Size } from "./spec.ts";

/** One country with a count. */
export interface SymbolRow {
  /** ISO 3166-1 numeric. */
  readonly id: string;
  readonly hosts: number;
  /** Words beside its circle. */
  readonly text: string;
}

/** Counts of the key's circles, in addresses. */
const keyCounts = [5_000, 25_000, 100_000] as const;

/** Radius of the key's largest circle, px. */
const keyRadius = { wide: 25, narrow: 18 } as const;

/** Radius of a count's circle, px: the area, not the radius, is in proportion to the count. */
export const radiusOf = (hosts: number, size: Size): number => keyRadius[size] * Math.sqrt(hosts / keyCounts[2]);

const circle = { fill: mapInk, fillOpacity: 0.28, stroke: mapInk, strokeWidth: 1.2 } as const;

/** Circles of the key and their words, in units of the plane; `bottom` = room below the map, px. */
interface Key {
  readonly keys: readonly { readonly count: number; readonly r: number; readonly x: number; readonly y: number; readonly textX: number; readonly textY: number }[];
  readonly hatch: { readonly x: number; readonly y: number };
  readonly bottom: number;
}

/** Circles within circles, in the empty South Pacific. @param px a pixel in units of the plane */
function nestedKey(world: WorldAggregate, px: number): Key {
  const base = world.frame.height - 14 * px;
  const x = (6 + keyRadius.wide) * px;
  return {
    keys: keyCounts.map((count) => {
      const r = radiusOf(count, "wide");
      return { count, r, x, y: base - r * px, textX: x + (keyRadius.wide + 5) * px, textY: base - (count === keyCounts[0] ? 1 : 2 * r - 5) * px };
    }),
    hatch: { x: 14 * px, y: world.frame.height + 24 * px },
    bottom: 45,
  };
}

/** Circles in a row below the map, for a phone. @param px a pixel in units of the plane */
function rowKey(world: WorldAggregate, px: number): Key {
  const base = world.frame.height + (12 + 2 * keyRadius.narrow) * px;
  let left = 6;
  const keys = keyCounts.map((count) => {
    const r = radiusOf(count, "narrow");
    const textX = left + 2 * r + 5;
    const key = { count, r, x: (left + r) * px, y: base - r * px, textX: textX * px, textY: base - 8 * px };
    left = textX + numberWords(count).length * mapFont.narrow * 0.52 + 10;
    return key;
  });
  return { keys, hatch: { x: 14 * px, y: base + 22 * px }, bottom: 2 * keyRadius.narrow + 48 };
}

/**
 * A map of circles whose area is in proportion to a count, with a key of three sizes below.
 * @param rows countries with counts; all other land is hatched
 * @param tiny codes of territories without an outline and without a count
 * @param restText words of the hatched class
 */
export function symbolMap(world: WorldAggregate, rows: readonly SymbolRow[], tiny: readonly string[], restText: string, size: Size): ChartSpec {
  const width = mapWidths[size];
  const px = 1 / pixelsPerUnit(world, width);
  const font = mapFont[size];
  const circles = rows.map((row) => ({ ...countryPoint(world, row.id), r: radiusOf(row.hosts, size) })).toSorted((a, b) => b.r - a.r);
  const { keys, hatch, bottom } = size === "wide" ? nestedKey(world, px) : rowKey(world, px);
  return mapSpec(world, { width, top: 10, bottom }, [
    ...hatchedLand(world),
    ...filledCountries(world, rows.map(({ id }) => ({ id, fill: colours.land }))),
    ...tintedCountries(world, rows.map(({ id }) => id)),
    Plot.dot(circles, { x: "x", y: "y", r: (row: { r: number }) => row.r, ...circle, ...ofCountry }),
    tinyDots(world, tiny),
    Plot.dot(keys, { x: "x", y: "y", r: (row: { r: number }) => row.r, ...circle, fillOpacity: 0.12 }),
    Plot.dot([hatch], { x: "x", y: "y", r: 8, symbol: "square", fill: notBrokenDownFill, stroke: colours.border }),
    ...wordMarks([
      ...countryLabels(world, rows, width, size, "count").words,
      ...keys.map(({ textX, textY, count }) => ({ x: textX, y: textY, text: numberWords(count), anchor: "start" as const, size: font })),
      { x: hatch.x + 14 * px, y: hatch.y, text: restText, anchor: "start", size: font },
    ]),
  ]);
}
