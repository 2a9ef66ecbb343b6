import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import type { Operator } from "../schema/operator.ts";
import { operatorMarks } from "./grammar.ts";
import { colours } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";

/** One count of a pair. */
export interface PairMark {
  /** The claim it is, or the pair and its side. */
  readonly key: string;
  readonly operator: Operator;
  readonly value: number;
  /** The number with its operator, as printed. */
  readonly label: string;
  /** What was counted: one short line. */
  readonly what: string;
  /** Decides colour and shape: three organisations have their own. */
  readonly organisation: string;
}

/** Two counts of one population, on one line. */
export interface PairRow {
  readonly key: string;
  readonly population: string;
  /** False = drawn with a dashed line, and said so in words. */
  readonly likeWithLike: boolean;
  readonly larger: PairMark;
  readonly smaller: PairMark;
  /** `6.7 times`, `at least 16.2 times`. */
  readonly ratio: string;
}

const ticks = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const domains = { wide: [1_000, 10_000_000], narrow: [500, 10_000_000] } as const;
const rowHeight = { wide: 92, narrow: 124 } as const;

const tickText = (value: number): string => (value >= 1_000_000 ? `${value / 1_000_000} million` : numberWords(value));

interface Placed extends PairRow {
  readonly y: number;
}
interface Side extends PairMark {
  readonly y: number;
  readonly larger: boolean;
}
interface Margins {
  readonly marginLeft: number;
  readonly marginRight: number;
}

/** Words of the wide drawing: the number above its mark and what it counts below, each outwards from the pair; a mark at the right edge turns inwards. */
function wideWords(rows: readonly Placed[], sides: readonly Side[], font: number, { marginLeft, marginRight }: Margins): Plot.Markish[] {
  return [
    ...sides.flatMap((side) => {
      const outwards = side.larger && side.value < 3_000_000;
      const place = { x: "value", y: "y", dx: outwards ? -6 : 6, textAnchor: outwards ? "start" : "end", fontSize: font, ...halo } as const;
      return [Plot.text([side], { ...place, dy: -20, text: "label", fontWeight: 600, fill: colours.ink }), Plot.text([side], { ...place, dy: 22, text: "what", fill: colours.secondInk })];
    }),
    Plot.text(rows, { frameAnchor: "left", dx: -marginLeft, y: "y", text: (row: Placed) => row.population.replace(/, (?=studied)/, ",\n"), textAnchor: "start", fontWeight: 600, lineHeight: 1.25, fill: colours.ink, fontSize: font }),
    Plot.text(rows, { frameAnchor: "right", dx: marginRight, y: "y", text: (row: Placed) => `${row.ratio}${row.likeWithLike ? "" : "\nnot like with like"}`, textAnchor: "end", lineHeight: 1.25, fill: colours.ink, fontSize: font }),
  ];
}

/** Where the words of a smaller count stand in the narrow drawing: from its mark on, up to it, or at the left edge where neither has room. */
function placeOf(value: number, words: string, font: number): "start" | "end" | "left" {
  const [least, most] = domains.narrow;
  const x = (Math.log(value / least) / Math.log(most / least)) * (widths.narrow - 28);
  // Source Sans 3 takes about half its size a letter.
  const length = words.length * font * 0.5;
  return x + length < widths.narrow - 12 ? "start" : length < x + 12 ? "end" : "left";
}

/** Words of the narrow drawing, one under the other: whose, the larger count, the pair, the smaller count, the ratio. */
function narrowWords(rows: readonly Placed[], font: number, marginLeft: number): Plot.Markish[] {
  const left = { frameAnchor: "left", dx: -marginLeft, y: "y", textAnchor: "start", fontSize: font, ...halo } as const;
  const line = ({ label, what }: PairMark): string => `${label} ${what}`;
  return [
    // A short line ties each count to its mark: the words reach over the other one.
    Plot.link(rows, { x1: (row: Placed) => row.larger.value, x2: (row: Placed) => row.larger.value, y1: (row: Placed) => row.y - 17, y2: (row: Placed) => row.y - 10, stroke: colours.ink, strokeWidth: 1 }),
    Plot.link(rows, { x1: (row: Placed) => row.smaller.value, x2: (row: Placed) => row.smaller.value, y1: (row: Placed) => row.y + 10, y2: (row: Placed) => row.y + 16, stroke: colours.ink, strokeWidth: 1 }),
    Plot.text(rows, { ...left, dy: -52, text: "population", fontWeight: 600, fill: colours.ink }),
    // The larger count ends above its mark. The smaller begins or ends below its own, where it has the room.
    Plot.text(rows, { x: (row: Placed) => row.larger.value, y: "y", dx: 8, dy: -24, textAnchor: "end", text: (row: Placed) => line(row.larger), fill: colours.ink, fontSize: font, ...halo }),
    ...(["start", "end", "left"] as const).flatMap((place) => {
      const here = rows.filter(({ smaller }) => placeOf(smaller.value, line(smaller), font) === place);
      const beside = place === "left" ? left : ({ x: (row: Placed) => row.smaller.value, y: "y", dx: place === "start" ? -8 : 8, textAnchor: place, fontSize: font, ...halo } as const);
      return [Plot.text(here, { ...beside, dy: 23, text: (row: Placed) => line(row.smaller), fill: colours.ink })];
    }),
    Plot.text(rows, { ...left, dy: 45, text: (row: Placed) => `${row.ratio}${row.likeWithLike ? "" : ", not like with like"}`, fill: colours.secondInk }),
  ];
}

/**
 * Paired counts on an axis whose steps are ten times each: exact = filled mark, bound = a stop that fades, never a dot.
 * A line joins the two counts of one population; it is dashed where they are not like with like.
 * @param rows in drawing order, from the top
 */
export function pairsChart(rows: readonly PairRow[], size: Size): ChartSpec {
  const wide = size === "wide";
  const font = textSize[size];
  const domain = domains[size];
  const step = rowHeight[size];
  const marginTop = 30;
  const marginLeft = wide ? 190 : 12;
  const marginRight = wide ? 170 : 16;
  const height = rows.length * step;
  const placed = rows.map((row, index) => ({ ...row, y: index * step + (wide ? step / 2 : 66) }));
  const sides = placed.flatMap((row) => [
    { ...row.larger, y: row.y, low: null, high: null, larger: true },
    { ...row.smaller, y: row.y, low: null, high: null, larger: false },
  ]);
  const fadeEnd = (x: number, direction: "left" | "right"): number => (direction === "left" ? Math.max(domain[0], x / 2.4) : Math.min(domain[1], x * 2.4));
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop, marginBottom: 8, marginLeft, marginRight }),
      x: { type: "log", domain: [...domain], axis: null },
      marks: [
        Plot.ruleX(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(wide ? ticks : ticks.filter((value) => value !== 10_000_000), { x: (value: number) => value, text: tickText, frameAnchor: "top", dy: -marginTop + 12, fill: colours.secondInk, fontSize: font }),
        ...placed.slice(1).map((row) => Plot.ruleY([row], { y: row.y - (wide ? step / 2 : 66), insetLeft: -marginLeft, insetRight: -marginRight, stroke: colours.hairline, strokeOpacity: 0.6 })),
        ...placed.map((row) => Plot.link([row], { x1: row.smaller.value, x2: row.larger.value, y1: row.y, y2: row.y, stroke: colours.secondInk, strokeWidth: 1.5, ...(row.likeWithLike ? {} : { strokeDasharray: "4,4" }) })),
        ...operatorMarks(sides, fadeEnd, 10),
        ...(wide ? wideWords(placed, sides, font, { marginLeft, marginRight }) : narrowWords(placed, font, marginLeft)),
      ],
    },
  };
}
