import * as Plot from "@observablehq/plot";
import type { SensorCurve, SeenPoint } from "../aggregates/visibility.ts";
import { numberWords } from "../schema/format.ts";
import { colours } from "./palette.ts";
import { says } from "./says.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";

const hourTicks = [0, 4, 8, 12, 16, 20, 24] as const;
const shareTicks = [0, 25, 50, 75, 100] as const;
const percent = (share: number): number => share * 100;

/** From this size on a curve runs along the top, where its label has no room at the right. */
const largest = 1_000_000;

/**
 * Share of machines that sensors of several sizes have met, by the hours watched: a line at the fitted rate, and for every other size the band of rates around it.
 * @param sensors one line each, labelled with its size
 * @param marked hours at which the lines carry an open mark
 */
export function detectionCurvesChart(sensors: readonly SensorCurve[], marked: readonly number[], size: Size): ChartSpec {
  const wide = size === "wide";
  const marginTop = 56;
  const marginRight = wide ? 160 : 62;
  const font = textSize[size];
  // Bands of neighbouring sizes would fill the frame and make their gaps look like bands: every other size has one.
  const banded = sensors.filter(({ addresses }, index) => addresses < largest && index % 2 === 0);
  const [top, steep] = [sensors.filter(({ addresses }) => addresses >= largest), sensors.filter(({ addresses, points }) => addresses < largest && (points.at(-1)?.share ?? 0) > 0.99)];
  // In a wide drawing the longest label has room at the right, and the line that meets it there is named on its way up.
  const atEnd = sensors.filter((sensor) => (wide ? !steep.includes(sensor) : !top.includes(sensor)));
  const atTop = wide ? [] : top;
  const onTheWay = wide ? steep : [];
  const halfway = ({ points }: SensorCurve): SeenPoint | undefined => points.find(({ share }) => share > 0.6);
  const last = ({ points }: SensorCurve): number => percent(points.at(-1)?.share ?? 0);
  const label = ({ addresses, prefix }: SensorCurve): string => (wide ? `${numberWords(addresses)} (/${prefix})` : numberWords(addresses));
  return {
    elastic: "xy",
    plot: {
      width: widths[size],
      height: wide ? 470 : 400,
      marginTop,
      marginBottom: 48,
      marginLeft: wide ? 56 : 44,
      marginRight,
      x: { type: "linear", domain: [0, 24], axis: null },
      y: { type: "linear", domain: [0, 100], axis: null },
      marks: [
        Plot.ruleY(shareTicks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.ruleX(hourTicks, { stroke: colours.hairline, strokeOpacity: 0.35 }),
        Plot.text(shareTicks, { y: (tick: number) => tick, frameAnchor: "left", dx: -8, textAnchor: "end", text: (tick: number) => `${tick}\u00a0%`, fill: colours.secondInk, fontSize: font }),
        Plot.text(hourTicks, { x: (tick: number) => tick, frameAnchor: "bottom", dy: 18, text: (tick: number) => String(tick), fill: colours.secondInk, fontSize: font }),
        Plot.text(["hours watched"], { frameAnchor: "bottom", dy: 38, text: (word: string) => word, fill: colours.secondInk, fontSize: font }),
        ...banded.map(({ points }) =>
          Plot.areaY(points, { x: "hours", y1: (point: SeenPoint) => percent(point.low), y2: (point: SeenPoint) => percent(point.high), fill: colours.ink, fillOpacity: 0.13 }),
        ),
        ...sensors.flatMap(({ points }) => [
          Plot.lineY(points, { x: "hours", y: (point: SeenPoint) => percent(point.share), stroke: colours.ink, strokeWidth: 1.75 }),
          Plot.dot(
            points.filter(({ hours }) => marked.includes(hours)),
            { x: "hours", y: (point: SeenPoint) => percent(point.share), r: 3.5, stroke: colours.ink, strokeWidth: 1.5, fill: colours.paper, ...says("modelled", "share-met") },
          ),
        ]),
        Plot.text(atEnd, { x: 24, y: last, dx: 10, textAnchor: "start", text: label, fill: colours.ink, fontSize: font }),
        Plot.text(atTop, { x: 0.5, y: 100, dy: -10, textAnchor: "start", text: label, fill: colours.ink, ...halo, fontSize: font }),
        Plot.text(onTheWay, { x: (sensor: SensorCurve) => halfway(sensor)?.hours ?? 0, y: (sensor: SensorCurve) => percent(halfway(sensor)?.share ?? 0), dx: 12, dy: 6, textAnchor: "start", text: label, fill: colours.ink, ...halo, fontSize: font }),
        Plot.text(["addresses watched"], { frameAnchor: "top-right", dx: wide ? marginRight - 53 : marginRight, dy: wide ? -26 : -44, textAnchor: "end", text: (word: string) => word, fontWeight: 600, fill: colours.ink, fontSize: font }),
      ],
    },
  };
}
