import * as Plot from "@observablehq/plot";
import { definitions, missingPattern } from "./defs.ts";
import { colours } from "./palette.ts";
import { type ChartSpec, type Size, textSize, widths } from "./spec.ts";
import { at, timeAxis, type TimeDomain, timeScale } from "./time-axis.ts";

/** Hours of which something is known. */
export interface Covered {
  readonly start: string;
  readonly end: string;
  /** A number, or only a bound. */
  readonly kind: "value" | "bound";
}

const height = 22;

/**
 * Which hours have data: solid where a number is known, half-height where only a bound is, dots where nothing is.
 * @param gaps the other hours of the domain
 */
export function coverageStrip(covered: readonly Covered[], gaps: readonly { readonly start: string; readonly end: string }[], domain: TimeDomain, colour: string, size: Size): ChartSpec {
  const [left, right] = size === "wide" ? [76, 24] : [40, 14];
  const of = (kind: Covered["kind"]): readonly Covered[] => covered.filter((each) => each.kind === kind);
  const font = textSize[size];
  return {
    plot: {
      width: widths[size],
      height: 24 + height + 44,
      marginTop: 24,
      marginBottom: 44,
      marginLeft: left,
      marginRight: right,
      x: timeScale(domain),
      y: { type: "linear", domain: [0, 1], axis: null },
      marks: [
        definitions([missingPattern("not_observed", "no-hour", colours.hairline, "none")]),
        ...timeAxis(domain, size === "wide" ? 6 : 12, size, left),
        Plot.rect(gaps, { x1: (gap: Covered) => at(gap.start), x2: (gap: Covered) => at(gap.end), y1: 0, y2: 1, fill: "url(#no-hour)" }),
        Plot.rect(of("value"), { x1: (hour: Covered) => at(hour.start), x2: (hour: Covered) => at(hour.end), y1: 0, y2: 1, insetRight: size === "wide" ? 1 : 0, fill: colour }),
        Plot.rect(of("bound"), { x1: (hour: Covered) => at(hour.start), x2: (hour: Covered) => at(hour.end), y1: 0, y2: 0.5, insetRight: size === "wide" ? 1 : 0, fill: colour }),
        Plot.text(of("bound").slice(1), { x: (hour: Covered) => at(hour.start), y: 1, dy: -11, textAnchor: "start", text: () => "bound only", fill: colours.secondInk, fontSize: font }),
      ],
    },
  };
}
