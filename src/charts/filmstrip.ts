import * as Plot from "@observablehq/plot";
import type { Operator } from "../schema/operator.ts";
import { numberWords } from "../schema/format.ts";
import { colours, organisationColour } from "./palette.ts";
import { pixelFrame } from "./plot-frame.ts";
import { says } from "./says.ts";
import { type ChartSpec, halo, textSize, widths } from "./spec.ts";

/** One quantity through all frames. */
export interface FilmRow {
  readonly key: string;
  readonly label: string;
  /** From least to most, in words. */
  readonly range: string;
  /** One value a frame. */
  readonly values: readonly number[];
}

/** A number as stated, drawn as a line through the row that it belongs to. */
export interface FilmLine {
  /** The claim it is. */
  readonly key: string;
  readonly organisation: string;
  readonly operator: Operator;
  readonly value: number;
  /** Row of the values that it stands among. */
  readonly row: string;
  readonly text: string;
}

/** Width of a drawing, frames beside each other, px a thousand (every bar of a drawing has the one scale), and room for words at the left. */
const layouts = {
  wide: { width: widths.wide, across: 12, perThousand: 5.2, left: 140 },
  square: { width: 650, across: 12, perThousand: 8.2, left: 126 },
  narrow: { width: widths.narrow, across: 6, perThousand: 3.4, left: 0 },
} as const;

/** Room above a bar for its number, and above a row for its words, px. */
const numberHeight = 20;
const wordsHeight = { wide: 14, square: 14, narrow: 42 } as const;

/**
 * A strip of frames, each one outcome of a simulation: outlined bars from zero, one a quantity and all on one scale, for they are modelled.
 * On a phone the strip breaks into two.
 */
export function filmstripChart(rows: readonly FilmRow[], line: FilmLine, form: keyof typeof layouts): ChartSpec {
  const { width, across, perThousand, left } = layouts[form];
  const wide = form !== "narrow";
  const font = textSize[wide ? "wide" : "narrow"];
  const frames = rows[0]?.values.length ?? 0;
  const strips = Math.ceil(frames / across);
  const slot = (width - left) / across;
  const tall = (value: number): number => (value / 1000) * perThousand;
  const heights = rows.map(({ values }) => wordsHeight[form] + numberHeight + tall(Math.max(...values)));
  const headHeight = 30;
  const stripHeight = headHeight + heights.reduce((sum, each) => sum + each, 0) + 18;
  const height = strips * stripHeight - 10;
  const strip = Array.from({ length: strips }, (_, index) => index * stripHeight);
  const frame = Array.from({ length: frames }, (_, index) => ({ name: numberWords(index + 1), x: left + (index % across) * slot, top: strip[Math.floor(index / across)] ?? 0 }));
  const footOf = (row: number): number => headHeight + heights.slice(0, row + 1).reduce((sum, each) => sum + each, 0);
  const bars = rows.flatMap(({ key, values }, row) =>
    values.map((value, index) => {
      const { x = 0, top = 0 } = frame[index] ?? {};
      return { key, value, x1: x + slot * 0.2, x2: x + slot * 0.8, middle: x + slot / 2, foot: top + footOf(row), head: top + footOf(row) - tall(value) };
    }),
  );
  const words = strip.flatMap((top) => rows.map((row, index) => ({ ...row, top: top + footOf(index) - (heights[index] ?? 0) })));
  const lines = strip.flatMap((top) => rows.flatMap(({ key }, index) => (key === line.row ? [{ ...line, y: top + footOf(index) - tall(line.value) }] : [])));
  return {
    plot: {
      ...pixelFrame(width, height),
      marks: [
        Plot.rect(frame, { x1: ({ x }: { x: number }) => x + 2, x2: ({ x }: { x: number }) => x + slot - 2, y1: ({ top }: { top: number }) => top + 22, y2: ({ top }: { top: number }) => top + stripHeight - 14, rx: 4, fill: "none", stroke: colours.hairline, strokeOpacity: 0.5 }),
        Plot.text(frame, { x: ({ x }: { x: number }) => x + slot / 2, y: ({ top }: { top: number }) => top + 10, text: "name", fill: colours.secondInk, fontSize: font }),
        ...(wide ? [Plot.text(["modelled, night"], { x: 0, y: 10, textAnchor: "start", text: (word: string) => word, fill: colours.secondInk, fontSize: font })] : []),
        Plot.rect(bars, { x1: "x1", x2: "x2", y1: "head", y2: "foot", fill: colours.paper, stroke: colours.xs4all, strokeWidth: 1.75, ariaLabel: ({ key }: { key: string }) => says("modelled", key).ariaLabel() }),
        Plot.link(lines, { x1: left, x2: width, y1: "y", y2: "y", stroke: organisationColour(line.organisation), strokeWidth: 2, ...says(line.operator, line.key) }),
        Plot.text(bars, { x: "middle", y: "head", dy: -9, text: ({ value }: { value: number }) => numberWords(value), fill: colours.ink, fontSize: 12 }),
        // Beside the numbers on a wide strip, above them on a phone's.
        ...[
          { of: words, text: ({ label }: FilmRow) => label, fontWeight: 600, fill: colours.ink },
          { of: words, text: ({ range }: FilmRow) => (wide ? range : `${range}, modelled`), fontWeight: 400, fill: colours.secondInk },
          { of: words.filter(({ key }) => key === line.row), text: () => line.text, fontWeight: 400, fill: colours.ink },
        ].map(({ of, text, ...style }, index) =>
          Plot.text(of, { x: wide ? 0 : index === 2 ? width - 5 : 5, y: ({ top }: { top: number }) => top + (wide ? 25 : 12) + (wide ? index * 17 : (index % 2) * 16), textAnchor: wide || index < 2 ? "start" : "end", text, ...style, ...halo, ...(wide ? {} : { strokeWidth: 9 }), fontSize: wide && index > 0 ? 12.5 : font }),
        ),
      ],
    },
  };
}
