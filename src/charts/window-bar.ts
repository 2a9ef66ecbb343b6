import * as Plot from "@observablehq/plot";
import type { EdgeBasis } from "../schema/window.ts";
import { definitions } from "./defs.ts";
import { at } from "./time-axis.ts";

/** A window drawn as a level bar at some y: solid between stated edges, fading at edges that are assumed or not stated. */
export interface WindowBar {
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly startBasis: EdgeBasis;
  readonly endBasis: EdgeBasis;
  /** In y units of the chart. */
  readonly y: number;
  readonly colour: string;
}

/** How much of the bar an edge that is not certain takes to fade in or out. */
const fadeShare: Readonly<Record<EdgeBasis, number>> = { stated: 0, assumed: 0.16, not_stated: 0.6 };

/** Share of the bar, from either end, over which it fades. */
export const barFades = ({ startBasis, endBasis }: Pick<WindowBar, "startBasis" | "endBasis">): { readonly left: number; readonly right: number } => ({ left: fadeShare[startBasis], right: fadeShare[endBasis] });

const gradient = (id: string, bar: WindowBar): Parameters<typeof definitions>[0][number] => {
  const { left, right } = barFades(bar);
  const stop = (offset: number, opacity: number): readonly [string, Readonly<Record<string, string | number>>] => ["stop", { offset, "stop-color": bar.colour, "stop-opacity": opacity }];
  return ["linearGradient", { id, x1: 0, x2: 1, y1: 0, y2: 0 }, [stop(0, left > 0 ? 0 : 1), stop(left, 1), stop(1 - right, 1), stop(1, right > 0 ? 0 : 1)]];
};

/** Bars of windows. @param half half the thickness of a bar, in y units */
export function windowBarMarks(bars: readonly WindowBar[], half: number): Plot.Markish[] {
  return [
    definitions(bars.map((bar) => gradient(`bar-${bar.key}`, bar))),
    ...bars.map((bar) => Plot.rect([bar], { x1: at(bar.start), x2: at(bar.end), y1: bar.y - half, y2: bar.y + half, fill: `url(#bar-${bar.key})`, clip: true })),
    ...bars.flatMap((bar) => [
      ...(bar.startBasis === "stated" ? [Plot.link([bar], { x1: at(bar.start), x2: at(bar.start), y1: bar.y - half * 1.8, y2: bar.y + half * 1.8, stroke: bar.colour, strokeWidth: 2 })] : []),
      ...(bar.endBasis === "stated" ? [Plot.link([bar], { x1: at(bar.end), x2: at(bar.end), y1: bar.y - half * 1.8, y2: bar.y + half * 1.8, stroke: bar.colour, strokeWidth: 2 })] : []),
    ]),
  ];
}
