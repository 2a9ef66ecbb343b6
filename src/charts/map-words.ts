import * as Plot from "@observablehq/plot";
import { mapInk } from "./map-base.ts";

/** Words on a map. Places are in units of the plane. */
export interface MapWords {
  readonly x: number;
  readonly y: number;
  /** Lines are parted by line feeds. */
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly size: number;
  readonly weight?: number;
  readonly halo?: { readonly stroke: string; readonly strokeWidth: number; readonly strokeLinejoin: "round" };
  /** Hairline from the words to what they name. */
  readonly leader?: { readonly from: readonly [x: number, y: number]; readonly to: readonly [x: number, y: number] };
}

/** Words with their leaders: hairlines first, so that no line crosses a letter. */
export function wordMarks(words: readonly MapWords[]): Plot.Markish[] {
  const leaders = words.flatMap(({ leader }) => (leader === undefined ? [] : [leader]));
  return [
    ...leaders.map(({ from, to }) => Plot.link([0], { x1: from[0], y1: from[1], x2: to[0], y2: to[1], curve: "linear", stroke: mapInk, strokeWidth: 0.8 })),
    ...words.map(({ x, y, text, anchor, size, weight = 400, halo }) => Plot.text([text], { x: () => x, y: () => y, text: (line: string) => line, textAnchor: anchor, fontSize: size, fontWeight: weight, fill: mapInk, ...(halo ?? {}) })),
  ];
}
