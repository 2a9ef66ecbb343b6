import * as Plot from "@observablehq/plot";
import { colours } from "./palette.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";

/** One line of the slope: two ranks, 1 first, and the words at both ends. */
export interface SlopeRow {
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly leftText: string;
  readonly rightText: string;
  /** Drawn in full ink; the others are quiet. */
  readonly named: boolean;
}

const width = { wide: 640, narrow: widths.narrow } as const;
const step = { wide: 34, narrow: 34 } as const;

/** Radius of the open circle that holds a rank, px. */
const radius = 11;

/**
 * A slope chart of two orders of the same things: a line that rises has a better rank on the right. Ends are open, since both orders are computed here.
 * @param heads words above the left and the right column
 */
export function rankSlope(rows: readonly SlopeRow[], heads: readonly [left: string, right: string], size: Size): ChartSpec {
  const font = textSize[size];
  const wide = size === "wide";
  const marginTop = 34;
  const height = rows.length * step[size];
  const side = wide ? 200 : 110;
  const ordered = [...rows].sort((a, b) => Number(a.named) - Number(b.named));
  const ink = (row: SlopeRow): string => (row.named ? colours.ink : colours.secondInk);
  return {
    elastic: "x",
    plot: {
      width: width[size],
      height: height + marginTop + 4,
      marginTop,
      marginBottom: 4,
      marginLeft: side,
      marginRight: side,
      x: { type: "linear", domain: [0, 1], axis: null },
      // Radii are pixels as given.
      r: { type: "identity" },
      y: { type: "linear", domain: [0.5, rows.length + 0.5], range: [marginTop, marginTop + height], axis: null },
      marks: [
        ...heads.map((text, index) => Plot.text([text], { frameAnchor: index === 0 ? "top-left" : "top-right", dx: index === 0 ? -radius - 6 : radius + 6, dy: -marginTop + 8, text: (line: string) => line, textAnchor: index === 0 ? "end" : "start", fill: colours.ink, fontWeight: 600, fontSize: font })),
        ...ordered.map((row) => Plot.link([row], { x1: 0, x2: 1, y1: "left", y2: "right", stroke: row.named ? colours.ink : colours.hairline, strokeWidth: row.named ? 2.5 : 1.2 })),
        ...([[0, "left"], [1, "right"]] as const).flatMap(([x, rank]) => [
          Plot.dot(ordered, { x, y: rank, r: radius, fill: colours.paper, stroke: ink, strokeWidth: 1.4 }),
          ...[true, false].map((named) => Plot.text(ordered.filter((row) => row.named === named), { x, y: rank, text: (row: SlopeRow) => String(row[rank]), fill: colours.ink, fontWeight: named ? 600 : 400, fontSize: 12 })),
          ]),
        ...[true, false].flatMap((named) => [
          Plot.text(rows.filter((row) => row.named === named), { x: 0, dx: -radius - 6, y: "left", text: "leftText", textAnchor: "end", fill: colours.ink, fontWeight: named ? 600 : 400, ...halo, fontSize: font }),
          Plot.text(rows.filter((row) => row.named === named), { x: 1, dx: radius + 6, y: "right", text: "rightText", textAnchor: "start", fill: colours.ink, fontWeight: named ? 600 : 400, ...halo, fontSize: font }),
        ]),
      ],
    },
  };
}
