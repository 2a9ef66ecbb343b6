import type { WorldAggregate } from "../aggregates/world.ts";
import { countryPoint, landHalo, pixelsPerUnit, seaHalo } from "./map-base.ts";
import type { MapWords } from "./map-words.ts";
import { colours } from "./palette.ts";
import type { Size } from "./spec.ts";

/** Where the name of a country stands, placed by hand: in units of the plane, with the end of the line that leads to the country. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: MapWords["anchor"];
  /** What the words stand on: their rim has its colour. */
  readonly on: "land" | "sea" | "shade";
  /** The words' end of the line; absent where the words stand on the country itself. */
  readonly line?: readonly [x: number, y: number];
  /** A name of two words takes two lines where the room is narrow. */
  readonly twoLines?: true;
  /** Name and number stand in one line where the country is broad and low. */
  readonly oneLine?: true;
  /** A square at the end of the line repeats the country's shade: the country itself is too small to show it. */
  readonly swatch?: true;
}

/** Words on the map of counts and on the map of rates: circles and shades leave different room. */
export type LabelKind = "count" | "rate";

/** By country code. Every country of the table has a place in the wide drawing; the narrow one names those that its words have room for. */
const places: Readonly<Record<LabelKind, Readonly<Record<Size, Readonly<Record<string, Place>>>>>> = {
  count: {
    wide: {
      "840": { x: 124, y: 132, anchor: "end", on: "sea", twoLines: true },
      "124": { x: 260, y: 38, anchor: "start", on: "land" },
      "826": { x: 424, y: 90, anchor: "end", on: "sea", line: [430, 82], twoLines: true },
      "528": { x: 420, y: 170, anchor: "end", on: "sea", line: [425, 158] },
      "276": { x: 556, y: 50, anchor: "start", on: "land", line: [552, 52] },
      "156": { x: 720, y: 123, anchor: "end", on: "land" },
      "410": { x: 992, y: 180, anchor: "end", on: "sea", line: [884, 168], twoLines: true },
      "158": { x: 992, y: 262, anchor: "end", on: "sea", line: [884, 250] },
      "392": { x: 992, y: 88, anchor: "end", on: "sea", line: [912, 94] },
      "036": { x: 850, y: 402, anchor: "middle", on: "land" },
    },
    narrow: {
      "840": { x: 4, y: 250, anchor: "start", on: "sea", twoLines: true },
      "156": { x: 708, y: 123, anchor: "end", on: "land" },
      "410": { x: 996, y: 196, anchor: "end", on: "sea", line: [878, 158], twoLines: true },
      "036": { x: 850, y: 418, anchor: "middle", on: "land" },
    },
  },
  rate: {
    wide: {
      "840": { x: 196, y: 118, anchor: "middle", on: "shade" },
      "124": { x: 222, y: 58, anchor: "middle", on: "shade", oneLine: true },
      "826": { x: 428, y: 80, anchor: "end", on: "sea", line: [444, 48], swatch: true, twoLines: true },
      "528": { x: 368, y: 180, anchor: "end", on: "sea", line: [386, 164], swatch: true },
      "276": { x: 578, y: 44, anchor: "start", on: "land", line: [556, 28], swatch: true },
      "156": { x: 750, y: 123, anchor: "middle", on: "shade" },
      "410": { x: 992, y: 178, anchor: "end", on: "sea", line: [888, 146], swatch: true, twoLines: true },
      "158": { x: 992, y: 264, anchor: "end", on: "sea", line: [888, 234], swatch: true },
      "392": { x: 992, y: 80, anchor: "end", on: "sea", line: [892, 64], swatch: true },
      "036": { x: 852, y: 366, anchor: "middle", on: "shade" },
    },
    narrow: {
      "840": { x: 4, y: 232, anchor: "start", on: "sea", twoLines: true },
      "156": { x: 745, y: 123, anchor: "middle", on: "shade" },
      "410": { x: 998, y: 132, anchor: "end", on: "sea", line: [858, 152], swatch: true, twoLines: true },
      "158": { x: 998, y: 262, anchor: "end", on: "sea", line: [862, 204], swatch: true },
      "036": { x: 852, y: 372, anchor: "middle", on: "shade" },
    },
  },
};

/** Text size of a map's words, px. The wide drawing of 496 px is shown as small as 426, and its words are 12 px there. */
export const mapFont = { wide: 14, narrow: 12 } as const;

/** Names at their places, and squares that repeat the shade of countries too small to show it. */
export interface PlacedLabels {
  readonly words: readonly MapWords[];
  readonly swatches: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

/**
 * Names of countries at their places, with hairlines where they stand apart; countries without a place in this size get none.
 * @param texts words by country code, lines parted by line feeds; leading ones are bold; `shade` is the fill of their country
 * @param width of the drawing, px
 */
export function countryLabels(world: WorldAggregate, texts: readonly { readonly id: string; readonly text: string; readonly leading?: boolean; readonly shade?: string }[], width: number, size: Size, kind: LabelKind): PlacedLabels {
  const unit = pixelsPerUnit(world, width);
  const named = texts.flatMap(({ id, text, leading, shade = colours.land }) => {
    const place = places[kind][size][id];
    return place === undefined ? [] : [{ id, text, leading, shade, place }];
  });
  const words = named.map(({ id, text, leading, shade, place: { x, y, anchor, on, line, twoLines, oneLine } }): MapWords => {
    const point = countryPoint(world, id);
    const halo = { ...(on === "sea" ? seaHalo : landHalo), ...(on === "shade" ? { stroke: shade } : {}), strokeWidth: 3 };
    const lines = oneLine === true ? text.replace("\n", " ") : twoLines === true ? text.replace(" ", "\n") : text;
    // Lines stop short of the middle, so that they touch the outline or the circle and do not cross it.
    return { x, y, text: lines, anchor, size: mapFont[size], ...(leading === true ? { weight: 600 } : {}), halo, ...(line === undefined ? {} : { leader: { from: line, to: shortOf(line, [point.x, point.y], 3 / unit) } }) };
  });
  const swatches = named.flatMap(({ id, place: { swatch, line } }) => (swatch !== true || line === undefined ? [] : [{ id, x: line[0], y: line[1] }]));
  return { words, swatches };
}

/** The point `gap` before the end of a line. */
function shortOf(from: readonly [number, number], to: readonly [number, number], gap: number): readonly [number, number] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const part = length === 0 ? 0 : Math.max(0, 1 - gap / length);
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}
