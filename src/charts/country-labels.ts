import type { WorldAggregate } from "../aggregates/world.ts";
import { countryPoint, landHalo, pixelsPerUnit, seaHalo } from "./map-base.ts";
import type { MapWords } from "./map-words.ts";
import type { Size } from "./spec.ts";

/** Where the name of a country stands, placed by hand: in units of the plane, with the end of the line that leads to the country. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: MapWords["anchor"];
  /** What the words stand on; on a mark they need no rim. */
  readonly on: "land" | "sea" | "mark";
  /** The words' end of the line; absent where the words stand on the country itself. */
  readonly line?: readonly [x: number, y: number];
  /** A name of two words takes two lines where the room is narrow. */
  readonly twoLines?: true;
}

/** By country code. Every country of the table has a place in the wide drawing; the narrow one names those that its words have room for. */
const places: Readonly<Record<Size, Readonly<Record<string, Place>>>> = {
  wide: {
    "840": { x: 190, y: 116, anchor: "middle", on: "mark", twoLines: true },
    "124": { x: 266, y: 40, anchor: "start", on: "land" },
    "826": { x: 426, y: 92, anchor: "end", on: "sea", line: [432, 84], twoLines: true },
    "528": { x: 420, y: 168, anchor: "end", on: "sea", line: [425, 156] },
    "276": { x: 556, y: 50, anchor: "start", on: "land", line: [552, 52] },
    "156": { x: 728, y: 164, anchor: "middle", on: "land" },
    "410": { x: 992, y: 172, anchor: "end", on: "sea", line: [884, 164], twoLines: true },
    "158": { x: 992, y: 250, anchor: "end", on: "sea", line: [884, 240] },
    "392": { x: 992, y: 92, anchor: "end", on: "sea", line: [912, 98] },
    "036": { x: 848, y: 396, anchor: "middle", on: "land" },
  },
  narrow: {
    "840": { x: 190, y: 116, anchor: "middle", on: "mark", twoLines: true },
    "156": { x: 716, y: 178, anchor: "middle", on: "land" },
    "410": { x: 996, y: 190, anchor: "end", on: "sea", line: [878, 158], twoLines: true },
    "036": { x: 846, y: 408, anchor: "middle", on: "land" },
  },
};

/** Text size of a map's words, px. The wide drawing of 496 px is shown as small as 426, and its words are 12 px there. */
export const mapFont = { wide: 14, narrow: 12 } as const;

/**
 * Names of countries at their places, with hairlines where they stand apart; countries without a place in this size get none.
 * @param texts words by country code, lines parted by line feeds
 * @param width of the drawing, px
 * @param own where words that name the ground they stand on go: at the place by hand, clear of a circle, or at the middle of their country, whose fill then is their ground
 */
export function countryLabels(world: WorldAggregate, texts: readonly { readonly id: string; readonly text: string }[], width: number, size: Size, own: "placed" | "middle"): MapWords[] {
  const unit = pixelsPerUnit(world, width);
  return texts.flatMap(({ id, text }): MapWords[] => {
    const place = places[size][id];
    if (place === undefined) return [];
    const { x, y, anchor, on, line, twoLines } = place;
    const point = countryPoint(world, id);
    if (own === "middle" && on !== "sea" && line === undefined) return [{ x: point.x, y: point.y, text, anchor: "middle", size: mapFont[size] }];
    const halo = on === "mark" ? {} : { halo: { ...(on === "land" ? landHalo : seaHalo), strokeWidth: 3 } };
    // Lines stop short of the middle, so that they touch the outline or the circle and do not cross it.
    return [{ x, y, text: twoLines === true ? text.replace(" ", "\n") : text, anchor, size: mapFont[size], ...halo, ...(line === undefined ? {} : { leader: { from: line, to: shortOf(line, [point.x, point.y], 3 / unit) } }) }];
  });
}

/** The point `gap` before the end of a line. */
function shortOf(from: readonly [number, number], to: readonly [number, number], gap: number): readonly [number, number] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const part = length === 0 ? 0 : Math.max(0, 1 - gap / length);
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}
