import * as Plot from "@observablehq/plot";
import type { FitPoint, GrowthFit } from "../aggregates/growth-fits.ts";
import { numberWords } from "../schema/format.ts";
import { colours, organisationColour, organisationSymbol } from "./palette.ts";
import { type ChartSpec, halo, type Size, widths } from "./spec.ts";
import { at, clockWords, ticksEvery, timeScale, type TimeDomain } from "./time-axis.ts";

/** Heights of the two parts, px: the curve, and what it leaves over. */
const parts = { top: 26, curve: 200, between: 46, residuals: 84 } as const;

/** What the panel marks besides its data. */
export interface FitWords {
  readonly domain: TimeDomain;
  /** Whose values they are: decides colour and shape; null for ink. */
  readonly organisation: string | null;
  /** Highest value of the upper axis, and its ticks. */
  readonly ticks: readonly number[];
  /** Largest residual of the lower axis, to either side. */
  readonly residual: number;
  /** Instant of a change of instrument, with the words beside its line. */
  readonly change: { readonly at: string; readonly words: string } | null;
}

const middle = ({ start, end }: Pick<FitPoint, "start" | "end">): Date => new Date((Date.parse(start) + Date.parse(end)) / 2);

/** A recorded curve with the law fitted to it, and below it the values less the law. Values left out are crosses in grey, without a residual. */
export function fitResidualsChart({ points, curve }: Pick<GrowthFit, "points" | "curve">, { domain, organisation, ticks, residual, change }: FitWords, size: Size): ChartSpec {
  const font = 12;
  const [colour, symbol] = organisation === null ? [colours.ink, "circle" as const] : [organisationColour(organisation), organisationSymbol(organisation)];
  const most = ticks.at(-1) ?? 1;
  const curveBottom = parts.top + parts.curve;
  const middleLine = curveBottom + parts.between + parts.residuals / 2;
  const bottom = curveBottom + parts.between + parts.residuals;
  const yOf = (value: number): number => curveBottom - (Math.min(value, most) / most) * parts.curve;
  const residualY = (value: number): number => middleLine - (value / residual) * (parts.residuals / 2);
  const inside = points.filter(({ end }) => Date.parse(end) <= Date.parse(domain.end) && Date.parse(end) > Date.parse(domain.start));
  const used = inside.filter((point): point is FitPoint & { readonly residual: number } => point.residual !== null);
  const unused = inside.filter((point) => point.residual === null);
  const law = curve.filter((point) => Date.parse(point.at) >= Date.parse(domain.start));
  const dense = inside.length > 40;
  const hours = ticksEvery(domain, (Date.parse(domain.end) - Date.parse(domain.start)) / 3_600_000 > 10 ? 4 : 2);
  const cross = unused.map((point) => ({ x: middle(point), y: yOf(point.value) }));
  const width = size === "wide" ? 420 : widths.narrow;
  return {
    plot: {
      width,
      height: bottom + 34,
      marginTop: parts.top,
      marginBottom: 34,
      marginLeft: 58,
      marginRight: 14,
      x: timeScale(domain),
      y: { type: "linear", domain: [parts.top, bottom], range: [parts.top, bottom], axis: null },
      marks: [
        Plot.ruleX(hours, { y1: parts.top, y2: curveBottom, stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.ruleX(hours, { y1: curveBottom + parts.between, y2: bottom, stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(hours, { x: (date: Date) => date, y: bottom, dy: 20, text: clockWords, fill: colours.secondInk, fontSize: font }),
        Plot.text(["UTC"], { frameAnchor: "left", dx: -58, y: bottom, dy: 20, textAnchor: "start", text: (word: string) => word, fill: colours.secondInk, fontSize: font }),
        Plot.ruleY(ticks, { y: yOf, stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(ticks, { y: yOf, frameAnchor: "left", dx: -7, textAnchor: "end", text: (tick: number) => numberWords(tick), fill: colours.secondInk, fontSize: font }),
        Plot.text(["recorded less fitted"], { frameAnchor: "left", y: curveBottom + parts.between - 14, textAnchor: "start", text: (word: string) => word, fontWeight: 600, fill: colours.ink, fontSize: font }),
        Plot.ruleY([middleLine], { stroke: colours.ink, strokeWidth: 1 }),
        Plot.ruleY([residualY(residual), residualY(-residual)], { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text([residual, 0, -residual], { y: residualY, frameAnchor: "left", dx: -7, textAnchor: "end", text: (tick: number) => (tick > 0 ? `+${numberWords(tick)}` : numberWords(tick)), fill: colours.secondInk, fontSize: font }),
        ...(change === null
          ? []
          : [
              Plot.link([change], { x1: at(change.at), x2: at(change.at), y1: parts.top - 8, y2: bottom, stroke: colours.ink, strokeWidth: 1.25, strokeDasharray: "4,3" }),
              Plot.text([change], { x: at(change.at), y: parts.top - 14, textAnchor: "end", dx: 4, text: "words", fill: colours.ink, ...halo, fontSize: font }),
            ]),
        Plot.dot(cross, { x: "x", y: "y", symbol: "times", r: dense ? 2 : 4, stroke: colours.hairline }),
        ...(dense
          ? [Plot.dot(used, { x: middle, y: (point: FitPoint) => yOf(point.value), r: 2, stroke: colours.secondInk, strokeWidth: 1, fill: colours.paper })]
          : [Plot.dot(used, { x: middle, y: (point: FitPoint) => yOf(point.value), r: 4, symbol, stroke: colour, strokeWidth: 1.5, fill: colours.paper })]),
        Plot.line(law, { x: (point: { at: string }) => at(point.at), y: (point: { value: number }) => yOf(point.value), stroke: colours.ink, strokeWidth: 2, strokeDasharray: "6,3" }),
        Plot.link(used, { x1: middle, x2: middle, y1: middleLine, y2: (point: { residual: number }) => residualY(point.residual), stroke: colour, strokeWidth: dense ? 1 : 2 }),
        Plot.dot(used, { x: middle, y: (point: { residual: number }) => residualY(point.residual), r: dense ? 1.25 : 3, symbol, fill: colour }),
      ],
    },
  };
}
