import type * as Plot from "@observablehq/plot";

interface RowsFrame {
  readonly width: number;
  /** Height of the rows alone, px. */
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly marginRight: number;
}

type Framed = Plot.PlotOptions & { readonly width: number; readonly height: number };

/** Options of a drawing of rows below each other: margins around the rows, and places down the rows in px from the top of the first. No axis is drawn. */
export const rowsFrame = ({ height, ...sides }: RowsFrame): Framed => ({
  ...sides,
  height: sides.marginTop + height + sides.marginBottom,
  y: { type: "linear", domain: [0, height], range: [sides.marginTop, sides.marginTop + height], axis: null },
});

/** Options of a drawing whose places are px from its left upper corner: no margins, no axes. */
export const pixelFrame = (width: number, height: number): Framed => ({
  width,
  height,
  margin: 0,
  x: { domain: [0, width], range: [0, width], axis: null },
  y: { domain: [0, height], range: [0, height], axis: null },
});
