import * as Plot from "@observablehq/plot";
import { definitions, missingPattern } from "./defs.ts";
import { type Drawn, type FadeEnd, operatorMarks } from "./grammar.ts";
import { colours } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { type ChartSpec, type Size, textSize, widths } from "./spec.ts";

/** One row: a share with its operator, or words in a patterned cell where none was published. */
export interface ShareRow extends Omit<Drawn, "y"> {
  readonly label: string;
  /** What the share is a share of: printed bold, because the rows differ in it. */
  readonly denominator: string;
  readonly signs: string;
  /** The most that a lower bound can be, %: its fade ends there. */
  readonly ceiling: { readonly value: number; readonly words: string } | null;
  /** Kind and words of the patterned cell; null for rows with a share. */
  readonly missing: { readonly kind: "not_published" | "opinion_only"; readonly words: string } | null;
}

/** Shares from 0 to 100 %, one row each, with the denominator in the label. */
export function shareRangeChart(rows: readonly ShareRow[], size: Size): ChartSpec {
  const wide = size === "wide";
  const rowHeight = wide ? 52 : 84;
  const marginTop = 30;
  const marginLeft = wide ? 250 : 14;
  const marginRight = wide ? 40 : 20;
  const height = rows.length * rowHeight;
  const font = textSize[size];
  const shift = wide ? 0 : 22;
  const placed = rows.map((row, index) => ({ ...row, y: index * rowHeight + rowHeight / 2 + shift }));
  const labelled = placed.map((row) => ({ ...row, labelY: wide ? row.y - 8 : row.y - 44, denominatorY: wide ? row.y + 10 : row.y - 27 }));
  const withShare = placed.filter((row) => row.missing === null);
  const without = placed.filter((row) => row.missing !== null);
  const ticks = [0, 25, 50, 75, 100];
  const ceilings = new Map(rows.flatMap(({ value, ceiling }) => (value === null || ceiling === null ? [] : [[value, ceiling.value] as const])));
  const fadeEnd: FadeEnd = (x, direction) => (direction === "left" ? Math.max(0, x - 25) : (ceilings.get(x) ?? Math.min(100, x + 25)));
  const bound = ({ signs, ceiling }: ShareRow): string => (wide || ceiling === null ? signs : `${signs}, ${ceiling.words}`);
  const rightOf = (row: ShareRow): number => row.high ?? row.value ?? 0;
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop, marginBottom: 10, marginLeft, marginRight }),
      x: { domain: [0, 100], axis: null },
      marks: [
        definitions((["not_published", "opinion_only"] as const).map((kind) => missingPattern(kind, kind, colours.hairline, colours.paper))),
        Plot.ruleX(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(ticks, { x: (tick: number) => tick, text: (tick: number) => `${tick}\u00a0%`, frameAnchor: "top", dy: -18, fill: colours.secondInk, fontSize: font }),
        ...labelled.slice(1).map((row) => Plot.ruleY([row], { y: row.y - rowHeight / 2 - shift, insetLeft: -marginLeft, insetRight: -marginRight, stroke: colours.hairline, strokeOpacity: 0.4 })),
        Plot.text(labelled, { frameAnchor: "left", dx: -marginLeft, y: "labelY", text: "label", textAnchor: "start", fill: colours.ink, fontSize: font }),
        Plot.text(labelled, { frameAnchor: "left", dx: -marginLeft, y: "denominatorY", text: "denominator", textAnchor: "start", fontWeight: 600, fill: colours.ink, fontSize: font }),
        Plot.rect(without, { x1: 0, x2: 100, y1: (row: { y: number }) => row.y - 12, y2: (row: { y: number }) => row.y + 12, stroke: colours.hairline, fill: "none" }),
        ...without.map((row) => Plot.rect([row], { x1: 0, x2: 100, y1: row.y - 12, y2: row.y + 12, fill: `url(#${row.missing?.kind ?? ""})`, fillOpacity: 0.9 })),
        Plot.text(without, { x: 50, y: "y", text: (row: ShareRow) => row.missing?.words ?? "", fill: colours.ink, stroke: colours.paper, strokeWidth: 10, strokeLinejoin: "round", fontSize: font }),
        ...operatorMarks(withShare, fadeEnd, 10),
        Plot.text(withShare.filter((row) => row.operator === "gt"), { x: (row: ShareRow) => (wide ? row.value : fadeEnd(row.value ?? 0, "right")), y: "y", dx: wide ? -10 : 8, text: bound, textAnchor: wide ? "end" : "start", fontWeight: 600, fill: colours.ink, fontSize: font }),
        ...(wide ? [Plot.text(withShare.filter((row) => row.ceiling !== null), { x: (row: ShareRow) => row.ceiling?.value ?? 0, y: "y", dx: 8, text: (row: ShareRow) => row.ceiling?.words ?? "", textAnchor: "start", fill: colours.ink, fontSize: font })] : []),
        Plot.text(withShare.filter((row) => row.operator !== "gt"), { x: rightOf, y: "y", dx: 12, text: "signs", textAnchor: "start", fontWeight: 600, fill: colours.ink, fontSize: font }),
      ],
    },
  };
}
