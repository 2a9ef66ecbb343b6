import * as Plot from "@observablehq/plot";
import type { WorldAggregate } from "../aggregates/world.ts";
import { numberWords } from "../schema/format.ts";
import { circleLabels } from "./circle-labels.ts";
import { filledCountries } from "./country-map.ts";
import { borderMark, countryPoint, landMark, mapInk, mapSpec, missingOnLand, pixelsPerUnit, seaHalo } from "./map-base.ts";
import { type MapWords, wordMarks } from "./map-words.ts";
import { colours } from "./palette.ts";
import { type ChartSpec, type Size, textSize, widths } from "./spec.ts";
import { textWidth } from "./typeface.ts";

/** A country with its sources. */
export interface MappedCountry {
  /** ISO 3166-1 numeric; the map must know it. */
  readonly id: string;
  readonly name: string;
  readonly sources: number;
}

/** Radius of the largest circle, px. */
const largest = { wide: 34, narrow: 18 } as const;
const tooFewFill = "url(#missing-too_few)";
const circleStyle = { fill: mapInk, fillOpacity: 0.28, stroke: mapInk, strokeWidth: 1.2 } as const;

/** Counts of the key: the largest 1, 2 or 5 times a power of ten that the data reach, and a tenth of it. @param most largest count drawn, at least 1 */
export function keyCounts(most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const top = ([5, 2, 1] as const).map((step) => step * power).find((step) => step <= most) ?? power;
  return top >= 10 ? [top / 10, top] : [top];
}

/**
 * Circles whose area is in proportion to the sources of a recording, named where there is room, with a key; all other land carries the
 * pattern of “too few to show”.
 * @param rows countries with their sources, in any order
 * @throws when the map does not know a country
 */
export function recordingMap(world: WorldAggregate, rows: readonly MappedCountry[], size: Size): ChartSpec {
  const width = widths[size];
  const font = textSize[size];
  const scale = pixelsPerUnit(world, width);
  const px = 1 / scale;
  const most = Math.max(1, ...rows.map(({ sources }) => sources));
  const radius = (sources: number): number => largest[size] * Math.sqrt(sources / most);
  const circles = rows.map(({ id, name, sources }) => ({ ...countryPoint(world, id), name, sources, r: radius(sources) })).toSorted((a, b) => b.r - a.r);
  const outlined = circles.filter((circle) => circle.outlined).map(({ id }) => ({ id, fill: colours.land }));
  const names = circleLabels(
    circles.map(({ x, y, r, name, sources }) => {
      const text = `${name} ${numberWords(sources)}`;
      return { x: x * scale, y: y * scale, r, text, width: textWidth(text, "sansBold", font) };
    }),
    font + 3,
    { width: world.frame.width * scale, height: world.frame.height * scale },
  );
  // The key stands below the map, on one line: circles from left to right, then the pattern.
  const row = world.frame.height * scale + largest[size] + 8;
  let left = 6;
  const keys = keyCounts(most).map((count) => {
    const r = radius(count);
    const text = `${numberWords(count)} ${count === 1 ? "address" : "addresses"}`;
    const key = { x: (left + r) * px, y: row * px, r, textX: (left + 2 * r + 5) * px, text };
    left += 2 * r + 5 + textWidth(text, "sans", font) + 16;
    return key;
  });
  const below = size === "wide" ? row : row + largest.narrow + 14;
  const hatchX = size === "wide" ? left + 8 : 14;
  return mapSpec(world, { width, top: 10, bottom: below - world.frame.height * scale + (size === "wide" ? largest.wide + 6 : 18) }, [
    missingOnLand("too_few"),
    landMark(world, tooFewFill),
    borderMark(world),
    ...filledCountries(world, outlined),
    Plot.dot(circles, { x: "x", y: "y", r: (circle: { r: number }) => circle.r, ...circleStyle }),
    Plot.dot(keys, { x: "x", y: "y", r: (key: { r: number }) => key.r, ...circleStyle, fillOpacity: 0.12 }),
    Plot.dot([{ x: hatchX * px, y: below * px }], { x: "x", y: "y", r: 7, symbol: "square", fill: tooFewFill, stroke: colours.border }),
    ...wordMarks([
      ...names.map(({ text, x, y, anchor }): MapWords => ({ x: x * px, y: y * px, text, anchor, size: font, weight: 600, halo: { ...seaHalo, strokeWidth: 3 } })),
      ...keys.map(({ textX, y, text }): MapWords => ({ x: textX, y, text, anchor: "start", size: font })),
      { x: (hatchX + 14) * px, y: below * px, text: "none, or too few to show", anchor: "start", size: font },
    ]),
  ]);
}
