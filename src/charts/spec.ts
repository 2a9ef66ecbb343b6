import type * as Plot from "@observablehq/plot";

/** A drawing as plain data: what Plot is to draw, and nothing drawn yet. */
export interface ChartSpec {
  /** Options for `Plot.plot`, with width, height and marks. Never `title`, `caption`, `style` or a tip. */
  readonly plot: Plot.PlotOptions & { readonly width: number; readonly height: number };
}

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
