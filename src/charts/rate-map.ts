import * as Plot from "@observablehq/plot";
import type { WorldAggregate } from "../aggregates/world.ts";
import { countryLabels, mapFont } from "./country-labels.ts";
import { filledCountries, hatchedLand, mapWidths, notBrokenDownFill, tinyDots } from "./country-map.ts";
import { mapInk, mapSpec, pixelsPerUnit } from "./map-base.ts";
import { wordMarks } from "./map-words.ts";
import { colours } from "./palette.ts";
import { ofCountry } from "./says.ts";
import type { ChartSpec, Size } from "./spec.ts";

/** One country with a rate. */
export interface RateRow {
  /** ISO 3166-1 numeric. */
  readonly id: string;
  readonly value: number;
  readonly text: string;
  /** Printed bold: the places that the title speaks of. */
  readonly leading?: boolean;
}

/** Upper ends of the classes, in 1-2-5 steps fixed once for all maps of this rate; a value on a break belongs to the class above it. */
export const rateBreaks = [0.2, 0.5, 1, 2] as const;

/** Classes from low to high, in words, with their step of the ramp. */
export const rateClasses = [
  { words: "under 0.2", fill: "var(--r0)" },
  { words: "0.2 to 0.5", fill: "var(--r1)" },
  { words: "0.5 to 1", fill: "var(--r2)" },
  { words: "1 to 2", fill: "var(--r3)" },
  { words: "2 or more", fill: "var(--r4)" },
] as const;

/** Class of a rate, as an index of `rateClasses`. @throws for a rate that is no number of zero or more */
export function rateClass(value: number): number {
  if (!(value >= 0)) throw new Error(`a rate of ${value} has no class`);
  const above = rateBreaks.findIndex((end) => value < end);
  return above === -1 ? rateBreaks.length : above;
}

/**
 * A map of a rate in fixed classes, with the classes in words below. Classes above the highest that occurs are not in the key.
 * @param rows countries with rates; all other land is hatched
 * @param tiny codes of territories without an outline and without a rate
 */
export function rateMap(world: WorldAggregate, rows: readonly RateRow[], tiny: readonly string[], restText: string, size: Size): ChartSpec {
  const width = mapWidths[size];
  const px = 1 / pixelsPerUnit(world, width);
  const font = mapFont[size];
  const used = Math.max(...rows.map(({ value }) => rateClass(value)));
  const classes = [...rateClasses.slice(0, used + 1), { words: restText, fill: notBrokenDownFill }];
  // On a wide map all in one line, each as long as its words; on a phone in two columns.
  const wide = size === "wide";
  const before = (index: number): number => classes.slice(0, index).reduce((sum, { words }) => sum + words.length * font * 0.46 + 31, 0);
  const keys = classes.map(({ words, fill }, index) => ({
    words,
    fill,
    x: (14 + (wide ? before(index) : (index % 2) * 138)) * px,
    y: world.frame.height + (24 + (wide ? 0 : Math.floor(index / 2) * 25)) * px,
  }));
  const lines = wide ? 1 : Math.ceil(keys.length / 2);
  const fillOf = (value: number): string => rateClasses[rateClass(value)]?.fill ?? colours.land;
  const { words: names, swatches } = countryLabels(world, rows.map((row) => ({ ...row, shade: fillOf(row.value) })), width, size, "rate");
  const valueOf = new Map(rows.map(({ id, value }) => [id, value]));
  return mapSpec(world, { width, top: 10, bottom: 20 + lines * 25 }, [
    ...hatchedLand(world),
    ...filledCountries(world, rows.map(({ id, value }) => ({ id, fill: fillOf(value) }))),
    tinyDots(world, tiny),
    ...keys.map((key) => Plot.dot([key], { x: "x", y: "y", r: 8, symbol: "square", fill: key.fill, stroke: colours.border })),
    ...wordMarks([...names, ...keys.map(({ x, y, words }) => ({ x: x + 14 * px, y, text: words, anchor: "start" as const, size: font }))]),
    ...swatches.map((swatch) => Plot.dot([swatch], { x: "x", y: "y", r: wide ? 6 : 5, symbol: "square", fill: fillOf(valueOf.get(swatch.id) ?? 0), stroke: mapInk, strokeWidth: 0.8, ...ofCountry })),
  ]);
}
