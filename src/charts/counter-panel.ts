import * as Plot from "@observablehq/plot";
import { numberWords } from "../schema/format.ts";
import { type BandLine, bandMarks } from "./line-band.ts";
import { localStrips, stripsHeight } from "./local-strip.ts";
import { colours } from "./palette.ts";
import { type Risen, type RiseScale, riseMarks, windowBoundMarks } from "./rise-marks.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";
import { type Gap, gapMarks, type Step, type StepLine, stepMarks } from "./step-band.ts";
import { at, millisecondsPerPixel, timeAxis, type TimeDomain, timeScale } from "./time-axis.ts";
import { type WindowBar, windowBarMarks } from "./window-bar.ts";

/** Words beside a mark, placed by hand. */
export interface PanelLabel {
  /** Instant, UTC. */
  readonly at: string;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly dx?: number;
  readonly dy?: number;
  /** Numbers are set bold, remarks are not. */
  readonly remark?: boolean;
  /** A hairline leads from the words to this point, which gets a small ring: for words that stand apart. */
  readonly leadsTo?: { readonly at: string; readonly y: number };
}

/** A bound that holds through a window. */
export interface WindowBound {
  readonly bound: Risen;
  readonly start: string;
  readonly end: string;
}

/** One counter: its own unit, its own scale from zero, on a UTC axis that panels share. */
export interface CounterPanel {
  readonly domain: TimeDomain;
  /** Largest value of the y axis, and the values that get a grid line. */
  readonly top: number;
  readonly ticks: readonly number[];
  readonly unit: string;
  readonly colour: string;
  readonly moments?: readonly Risen[];
  readonly steps?: readonly Step[];
  readonly stepLine?: StepLine;
  readonly windows?: readonly WindowBar[];
  readonly windowBounds?: readonly WindowBound[];
  /** Digitised curves. */
  readonly lines?: readonly BandLine[];
  readonly gaps?: readonly Gap[];
  /** Said in the gaps where there is room. */
  readonly gapWords?: string;
  /** A value with no hour: a tick at the axis and words beside it. */
  readonly axisValue?: { readonly value: number; readonly text: Readonly<Record<Size, string>> };
  readonly labels: Readonly<Record<Size, readonly PanelLabel[]>>;
  /** An instant of the worm's calendar, in its own colour. */
  readonly wormLine?: { readonly at: string; readonly text: string | Readonly<Record<Size, string>>; readonly anchor?: "start" | "end"; readonly dy?: number };
  /** A remark at an instant: a dashed line through the panel, words beside it. */
  readonly noteLine?: { readonly at: string; readonly text: string; readonly anchor: "start" | "end"; readonly dy?: number };
  readonly tickHours?: Readonly<Record<Size, number>>;
  readonly height: Readonly<Record<Size, number>>;
  /** Strips of local office hours under the axis. */
  readonly strips?: boolean;
}

const margins = { wide: { left: 76, right: 24 }, narrow: { left: 66, right: 14 } } as const;
const usualTickHours = { wide: 6, narrow: 12 } as const;
const axisHeight = 44;

/** A tick at the axis for a value without an hour: no x position, so no mark inside the frame. @param inside width of the frame, px */
function axisTick({ value, text }: { readonly value: number; readonly text: string }, colour: string, font: number, inside: number): Plot.Markish[] {
  return [
    Plot.ruleY([value], { insetLeft: -9, insetRight: inside, stroke: colour, strokeWidth: 3 }),
    Plot.text([value], { frameAnchor: "left", y: value, dx: 8, textAnchor: "start", text: () => text, fill: colours.ink, ...halo, fontSize: font }),
  ];
}

/** One panel of the shared time axis. */
export function counterPanel(panel: CounterPanel, size: Size): ChartSpec {
  const { domain, top, ticks, colour } = panel;
  const { left, right } = margins[size];
  const font = textSize[size];
  const marginTop = 26;
  const marginBottom = axisHeight + (panel.strips === true ? stripsHeight : 0);
  const inner = panel.height[size];
  const inside = widths[size] - left - right;
  const scale: RiseScale = { fade: top * 0.14, top, half: millisecondsPerPixel(domain, inside) * 9 };
  const labels = panel.labels[size];
  const words = (remark: boolean): Plot.Markish[] =>
    labels
      .filter((label) => (label.remark === true) === remark)
      .map((label) =>
        Plot.text([label], { x: at(label.at), y: label.y, text: "text", textAnchor: label.anchor, dx: label.dx ?? 0, dy: label.dy ?? 0, fontWeight: remark ? 400 : 600, fill: remark ? colours.secondInk : colours.ink, ...halo, fontSize: font }),
      );
  return {
    // The tick at the axis and the strips below it are placed in pixels of this size.
    ...(panel.axisValue === undefined && panel.strips !== true ? { elastic: "xy" as const } : {}),
    plot: {
      width: widths[size],
      height: marginTop + inner + marginBottom,
      marginTop,
      marginBottom,
      marginLeft: left,
      marginRight: right,
      x: timeScale(domain),
      y: { type: "linear", domain: [0, top], axis: null },
      marks: [
        ...timeAxis(domain, (panel.tickHours ?? usualTickHours)[size], size, left),
        Plot.ruleY(ticks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.ruleY([0], { stroke: colours.hairline }),
        Plot.text(ticks, { frameAnchor: "left", y: (value: number) => value, dx: -12, textAnchor: "end", text: (value: number) => numberWords(value), fill: colours.secondInk, fontSize: font }),
        Plot.text([panel.unit], { frameAnchor: "top-left", dx: -left, dy: -marginTop + 2, textAnchor: "start", text: (unit: string) => unit, fill: colours.secondInk, fontSize: font }),
        ...gapMarks(panel.gaps ?? [], top, size === "wide" ? (panel.gapWords ?? null) : null, font),
        ...(panel.wormLine === undefined
          ? []
          : [
              Plot.ruleX([at(panel.wormLine.at)], { stroke: colours.worm, strokeWidth: 1.5 }),
              Plot.text([typeof panel.wormLine.text === "string" ? panel.wormLine.text : panel.wormLine.text[size]], { x: at(panel.wormLine.at), frameAnchor: "top", dy: panel.wormLine.dy ?? 8, dx: panel.wormLine.anchor === "end" ? -6 : 6, textAnchor: panel.wormLine.anchor ?? "start", text: (text: string) => text, fill: colours.worm, ...halo, fontSize: font }),
            ]),
        ...(panel.noteLine === undefined
          ? []
          : [
              // The line begins beside its words: above them stands the label of a curve.
              Plot.ruleX([at(panel.noteLine.at)], { insetTop: (panel.noteLine.dy ?? 8) - 8, stroke: colours.secondInk, strokeDasharray: "2,3" }),
              Plot.text([panel.noteLine.text], { x: at(panel.noteLine.at), frameAnchor: "top", dy: panel.noteLine.dy ?? 8, dx: panel.noteLine.anchor === "start" ? 6 : -6, textAnchor: panel.noteLine.anchor, text: (text: string) => text, fill: colours.secondInk, ...halo, fontSize: font }),
            ]),
        ...bandMarks(panel.lines ?? []),
        ...windowBarMarks(panel.windows ?? [], (top / inner) * 3.5),
        ...stepMarks(panel.steps ?? [], panel.stepLine ?? "printed", colour),
        ...(panel.windowBounds ?? []).flatMap(({ bound, start, end }) => windowBoundMarks(bound, at(start), at(end), scale)),
        ...riseMarks(panel.moments ?? [], scale),
        ...(panel.axisValue === undefined ? [] : axisTick({ value: panel.axisValue.value, text: panel.axisValue.text[size] }, colour, font, inside)),
        ...labels.flatMap((label) =>
          label.leadsTo === undefined
            ? []
            : [
                Plot.link([label], { x1: at(label.at), x2: at(label.leadsTo.at), y1: label.y, y2: label.leadsTo.y, stroke: colours.ink, strokeWidth: 0.8 }),
                Plot.dot([label.leadsTo], { x: ({ at: instant }: { at: string }) => at(instant), y: "y", r: 2.5, fill: colours.paper, stroke: colours.ink, strokeWidth: 1.2 }),
              ],
        ),
        ...words(false),
        ...words(true),
        ...(panel.strips === true ? localStrips(domain, axisHeight + 12, left, size) : []),
      ],
    },
  };
}
