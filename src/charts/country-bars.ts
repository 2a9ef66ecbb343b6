import * as Plot from "@observablehq/plot";
import { definitions, missingPattern } from "./defs.ts";
import { colours } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { type ChartSpec, type Size, textSize, widths } from "./spec.ts";

/** One bar: a country, or the rest that its source does not break down. */
export interface CountryBar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value as printed beside the bar. */
  readonly words: string;
  /** `recorded` is filled; `derived`, computed from it, is outlined; `rest` is hatched. */
  readonly ink: "recorded" | "derived" | "rest";
}

/** Two such panels stand side by side in 880 px, or one below the other on a phone. */
const width = { wide: 426, narrow: widths.narrow } as const;
const rowHeight = { wide: 27, narrow: 30 } as const;

/** A bar this much longer than its words holds them inside. */
const inset = 10;

const longest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);

/**
 * Horizontal bars from zero in the order given, with names on the left and values at the ends.
 * @param rows in drawing order
 */
export function countryBars(rows: readonly CountryBar[], size: Size): ChartSpec {
  const font = textSize[size];
  // Source Sans 3 takes about half its size a letter.
  const marginLeft = Math.ceil(longest(rows.map((row) => row.name)) * font * 0.5) + 10;
  const wordsWidth = ({ words }: CountryBar): number => Math.ceil(words.length * font * 0.52) + inset;
  const most = Math.max(...rows.map((row) => row.value));
  const room = width[size] - marginLeft;
  // Only a filled bar can hold its words, and only the longest need: the others then have the sheet to themselves.
  const inside = (row: CountryBar): boolean => row.ink === "recorded" && row.value === most && wordsWidth(row) + inset < room - 2;
  const across = Math.min(room - 2, ...rows.filter((row) => !inside(row)).map((row) => (room - wordsWidth(row)) / (row.value / most)));
  const marginRight = room - across;
  const step = rowHeight[size];
  const height = rows.length * step;
  const placed = rows.map((row, index) => ({ ...row, y: index * step + step / 2 }));
  const half = step * 0.34;
  const fill = { recorded: colours.ink, derived: colours.paper, rest: "url(#rest)" } as const;
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: width[size], height, marginTop: 4, marginBottom: 4, marginLeft, marginRight }),
      x: { domain: [0, most], axis: null },
      marks: [
        definitions([missingPattern("not_published", "rest", colours.ink, colours.paper)]),
        ...placed.map((row) => Plot.rect([row], { x1: 0, x2: "value", y1: row.y - half, y2: row.y + half, fill: fill[row.ink], ...(row.ink === "recorded" ? {} : { stroke: colours.ink, strokeWidth: 1.2 }) })),
        Plot.ruleX([0], { stroke: colours.hairline }),
        Plot.text(placed, { frameAnchor: "left", dx: -8, y: "y", text: "name", textAnchor: "end", fill: colours.ink, fontSize: font }),
        ...[false, true].map((within) =>
          Plot.text(
            placed.filter((row) => inside(row) === within),
            { x: "value", dx: within ? -6 : 6, y: "y", text: "words", textAnchor: within ? "end" : "start", fill: within ? colours.paper : colours.ink, fontSize: font, fontVariant: "tabular-nums" },
          ),
        ),
      ],
    },
  };
}
