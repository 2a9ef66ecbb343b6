import * as Plot from "@observablehq/plot";
import type { WorldAggregate } from "../aggregates/world.ts";
import { numberWords } from "../schema/format.ts";
import { filledCountries } from "./country-map.ts";
import { borderMark, countryPoint, landMark, mapInk, mapSpec, missingOnLand, pixelsPerUnit } from "./map-base.ts";
import { wordMarks } from "./map-words.ts";
import { colours } from "./palette.ts";
import { type ChartSpec, type Size, textSize, widths } from "./spec.ts";

/** A country with its sources. */
export interface MappedCountry {
  /** ISO 3166-1 numeric; the map must know it. */
  readonly id: string;
  readonly sources: number;
}

/** Radius of the largest circle, px. */
const largest = { wide: 34, narrow: 18 } as const;
const tooFewFill = "url(#missing-too_few)";

/** Circles whose area is in proportion to the sources of a recording; all other land carries the pattern of “too few to show”. */
export function recordingMap(world: WorldAggregate, rows: readonly MappedCountry[], size: Size): ChartSpec {
  const width = widths[size];
  const px = 1 / pixelsPerUnit(world, width);
  const most = Math.max(1, ...rows.map(({ sources }) => sources));
  const circles = rows.map(({ id, sources }) => ({ ...countryPoint(world, id), r: largest[size] * Math.sqrt(sources / most) })).toSorted((a, b) => b.r - a.r);
  const outlined = rows.filter(({ id }) => countryPoint(world, id).outlined).map(({ id }) => ({ id, fill: colours.land }));
  const line = world.frame.height + 20 * px;
  const words = (text: string, y: number, x = 8): Parameters<typeof wordMarks>[0][number] => ({ x: x * px, y, text, anchor: "start", size: textSize[size] });
  return mapSpec(world, { width, top: 10, bottom: 56 }, [
    missingOnLand("too_few"),
    landMark(world, tooFewFill),
    borderMark(world),
    ...filledCountries(world, outlined),
    Plot.dot(circles, { x: "x", y: "y", r: (circle: { r: number }) => circle.r, fill: mapInk, fillOpacity: 0.28, stroke: mapInk, strokeWidth: 1.2 }),
    Plot.dot([{ x: 14 * px, y: line + 22 * px }], { x: "x", y: "y", r: 7, symbol: "square", fill: tooFewFill, stroke: colours.border }),
    ...wordMarks([words(`Largest circle: ${numberWords(most)} addresses`, line), words("none, or too few to show", line + 22 * px, 28)]),
  ]);
}
