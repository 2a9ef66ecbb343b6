import type { FigureSource } from "../figures/figure.ts";

/** So many sources of a figure stand in the open. */
const inTheOpen = 3;

/** Sources that stand beside a figure, and those that are folded or told elsewhere; a single one is never left over. */
export const sourcesShown = (sources: readonly FigureSource[]): readonly [shown: readonly FigureSource[], rest: readonly FigureSource[]] =>
  sources.length > inTheOpen + 1 ? [sources.slice(0, inTheOpen), sources.slice(inTheOpen)] : [sources, []];
