import * as Plot from "@observablehq/plot";
import type { PairPoint } from "../aggregates/half-hour-curve.ts";
import { numberWords, significantWords } from "../schema/format.ts";
import type { ProjectionWall } from "./back-projection.ts";
import { definitions, missingPattern } from "./defs.ts";
import { colours, organisationColour } from "./palette.ts";
import { wallMarks } from "./rise-marks.ts";
import { says } from "./says.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";

const halfHourTicks = [500, 550, 600, 650, 700] as const;
const hostTicks = [10_000, 100_000, 1_000_000] as const;
const hostWords: Readonly<Record<number, string>> = { 10_000: "10,000", 100_000: "100,000", 1_000_000: "1 million" };

/** What the chart needs besides its curve. */
export interface PairWords {
  /** Half-hour at or below which no total fits. */
  readonly edge: number;
  /** Half-hour as printed. */
  readonly printed: number;
  /** Half-hours whose marks carry their total. */
  readonly labelled: readonly number[];
}

/**
 * The total that fits a typical half-hour and the eight hours together, on a scale where each step is ten times.
 * Open marks: the values are modelled. The hatched ground has no solution.
 */
export function pairCurveChart(curve: readonly PairPoint[], marked: readonly PairPoint[], walls: readonly ProjectionWall[], { edge, printed, labelled }: PairWords, size: Size): ChartSpec {
  const wide = size === "wide";
  const font = textSize[size];
  const domain = [450, 712] as const;
  const range = [8_000, 2_000_000] as const;
  const named = marked.filter(({ halfHour }) => labelled.includes(halfHour));
  return {
    elastic: "xy",
    plot: {
      width: widths[size],
      height: wide ? 430 : 400,
      marginTop: 16,
      marginBottom: 66,
      marginLeft: wide ? 76 : 62,
      marginRight: wide ? 24 : 8,
      x: { type: "linear", domain: [...domain], axis: null },
      y: { type: "log", domain: [...range], axis: null },
      marks: [
        definitions([missingPattern("not_published", "no-total", colours.hairline, colours.paper)]),
        Plot.ruleY(hostTicks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.ruleX(halfHourTicks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(hostTicks, { y: (tick: number) => tick, frameAnchor: "left", dx: -8, textAnchor: "end", text: (tick: number) => hostWords[tick] ?? "", fill: colours.secondInk, fontSize: font }),
        Plot.text(halfHourTicks, { x: (tick: number) => tick, frameAnchor: "bottom", dy: 18, text: (tick: number) => String(tick), fill: colours.secondInk, fontSize: font }),
        Plot.text(["machines in a typical half-hour"], { frameAnchor: "bottom", dy: 40, text: (word: string) => word, fill: colours.secondInk, fontSize: font }),
        Plot.text([printed], { x: printed, frameAnchor: "bottom", dy: 58, textAnchor: "end", dx: 10, text: () => `${numberWords(printed)} is the one printed`, fontWeight: 600, fill: colours.ink, fontSize: font }),
        Plot.rect([edge], { x1: domain[0], x2: edge, y1: range[0], y2: range[1], fill: "url(#no-total)", stroke: colours.hairline }),
        Plot.text([edge], { x: (domain[0] + edge) / 2, y: Math.sqrt(range[0] * range[1]), rotate: -90, text: () => "no total fits", fontWeight: 600, fill: colours.ink, stroke: colours.paper, strokeWidth: 8, strokeLinejoin: "round", fontSize: font }),
        ...walls.map((wall) => Plot.ruleY([wall], { y: "value", x1: edge, x2: domain[1], stroke: organisationColour(wall.organisation), strokeWidth: 1.25 })),
        ...walls.flatMap((wall) => wallMarks(wall, domain[1] - 4, 4, { fade: wall.value * 0.35, top: range[1] })),
        ...walls.map((wall) => Plot.text([wall], { x: domain[1] - 4, y: "value", dx: -14, dy: -9, textAnchor: "end", text: "text", fill: colours.ink, ...halo, fontSize: font })),
        Plot.line(curve, { x: "halfHour", y: "hosts", stroke: colours.xs4all, strokeWidth: 2 }),
        Plot.dot(marked, { x: "halfHour", y: "hosts", r: 4, stroke: colours.xs4all, strokeWidth: 1.75, fill: colours.paper, ...says("modelled", "total-that-fits") }),
        Plot.text(
          named.filter(({ halfHour }) => halfHour !== printed),
          { x: "halfHour", y: "hosts", dx: 9, dy: -8, textAnchor: "start", text: ({ hosts }: PairPoint) => significantWords(hosts), fontWeight: 600, fill: colours.ink, ...halo, fontSize: font },
        ),
        Plot.text(
          named.filter(({ halfHour }) => halfHour === printed),
          { x: "halfHour", y: "hosts", dx: 6, dy: -14, textAnchor: "end", text: ({ hosts }: PairPoint) => significantWords(hosts), fontWeight: 600, fill: colours.ink, ...halo, fontSize: font },
        ),
      ],
    },
  };
}
