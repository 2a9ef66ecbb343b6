import * as Plot from "@observablehq/plot";
import type { WorldAggregate } from "../aggregates/world.ts";
import { borderMark, countryPoint, countryShape, landMark, mapInk, missingOnLand } from "./map-base.ts";
import { colours } from "./palette.ts";
import { ofCountry } from "./says.ts";
import { widths } from "./spec.ts";

/** Widths of one map of countries: two stand side by side in 880 to 1,160 px, or one fills a phone. */
export const mapWidths = { wide: 496, narrow: widths.narrow } as const;

/** Fill of countries that the source does not break down. */
export const notBrokenDownFill = "url(#missing-not_published)";

/** Land without figures: hatched, with all borders. The ground of every map of countries, the same bytes in each. */
export const hatchedLand = (world: WorldAggregate): Plot.Markish[] => [missingOnLand("not_published"), landMark(world, notBrokenDownFill), borderMark(world)];

/** Countries with a figure, each filled and outlined over the ground. */
export const filledCountries = (world: WorldAggregate, rows: readonly { readonly id: string; readonly fill: string }[]): Plot.Markish[] =>
  rows.map(({ id, fill }) => Plot.geo(countryShape(world, id), { fill, stroke: colours.border, strokeWidth: 0.8, ariaLabel: () => ofCountry.ariaLabel({ id }) }));

/** A light tint of countries with a figure: plain white would mean that nobody was seen. Drawn over their fill. */
export const tintedCountries = (world: WorldAggregate, ids: readonly string[]): Plot.Markish[] => ids.map((id) => Plot.geo(countryShape(world, id), { fill: mapInk, fillOpacity: 0.1 }));

/** Territories without an outline, as dots of the class they belong to. */
export const tinyDots = (world: WorldAggregate, ids: readonly string[]): Plot.Markish =>
  Plot.dot(ids.map((id) => countryPoint(world, id)), { x: "x", y: "y", r: 3.2, fill: notBrokenDownFill, stroke: colours.border, strokeWidth: 1, ...ofCountry });
