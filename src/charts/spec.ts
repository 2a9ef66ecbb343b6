import type * as Plot from "@observablehq/plot";

/** A drawing as plain data: what Plot is to draw, and nothing drawn yet. */
export interface ChartSpec {
  /** Options for `Plot.plot`, with width, height and marks. Never `title`, `caption`, `style` or a tip. */
  readonly plot: Plot.PlotOptions & { readonly width: number; readonly height: number };
  /**
   * Whether a frame may draw it wider, or taller too, than it is: `x` where every place across follows the scale or the frame, `xy`
   * where every place down does as well. Absent: it has the one size.
   */
  readonly elastic?: "x" | "xy";
}

/** The same drawing in another size; only for one that is elastic that way. */
export const resized = (spec: ChartSpec, width: number, height: number): ChartSpec => ({ ...spec, plot: { ...spec.plot, width, height } });

/**
 * The two renderings of every chart: `wide` for columns of 880 px, `narrow` for phones. The narrow one is drawn at the width that a
 * 320 px screen leaves between its margins, so that its text is at least 12 px there and grows on wider screens.
 */
export const widths = { wide: 880, narrow: 288 } as const;
export type Size = keyof typeof widths;

/** Text size in a drawing, px. */
export const textSize = { wide: 13, narrow: 12 } as const;

/** Options of a text mark that stands on lines: a rim of paper keeps it readable. */
export const halo = { stroke: "var(--paper)", strokeWidth: 4, strokeLinejoin: "round" } as const;

/** Ticks of a plain scale that carry their number, always in full: on a phone every other one. */
export const labelledTicks = (ticks: readonly number[], size: Size): readonly number[] => (size === "wide" ? ticks : ticks.filter((_, index) => index % 2 === 0));
