import * as Plot from "@observablehq/plot";
import type { ClockAggregate } from "../aggregates/clock.ts";
import { colours } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";

const clock = (hour: number): string => `${String(((Math.floor(hour) % 24) + 24) % 24).padStart(2, "0")}:00`;

/** Parts of the drawn day that fall in local office hours, in hours of the UTC axis. */
function officeParts(offset: number, axis: readonly [number, number], office: { readonly from: number; readonly to: number }): { readonly x1: number; readonly x2: number }[] {
  return [-24, 0, 24, 48].map((day) => ({ x1: Math.max(axis[0], office.from - offset + day), x2: Math.min(axis[1], office.to - offset + day) })).filter(({ x1, x2 }) => x2 > x1);
}

/** One strip a place, 24 hours on a shared UTC axis; the counting window as a band across all, with its name above it, office hours shaded. */
export function clockStripsChart({ rows, start, office }: ClockAggregate, windowHours: number, windowName: string, size: Size): ChartSpec {
  const wide = size === "wide";
  const rowHeight = wide ? 46 : 64;
  const marginTop = 44;
  const marginLeft = wide ? 150 : 18;
  const marginRight = wide ? 24 : 18;
  const font = textSize[size];
  const height = rows.length * rowHeight;
  const from = new Date(Date.parse(start)).getUTCHours();
  // The day is drawn from 14:00 to 14:00 UTC, so that the window stands whole in the middle.
  const axis = [14, 38] as const;
  const window = { x1: from, x2: from + windowHours };
  const strips = rows.map((row, index) => ({ ...row, y: index * rowHeight + (wide ? rowHeight / 2 : rowHeight / 2 + 10), startX: window.x1, endX: window.x2 }));
  const half = 10;
  const middle = (window.x1 + window.x2) / 2;
  const ticks = wide ? [14, 18, 22, 26, 30, 34, 38] : [14, 22, 30, 38];
  const offices = strips.flatMap((strip) => officeParts(strip.utcOffsetHours, axis, office).map((part) => ({ ...part, y: strip.y })));
  const [first] = strips;
  // The first place names the shading: inside it where there is room, else above the strip.
  const shade = offices.find((part) => part.y === first?.y && part.x1 < window.x2 && part.x2 > window.x1);
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop, marginBottom: 8, marginLeft, marginRight }),
      x: { domain: [...axis], axis: null },
      marks: [
        Plot.text(ticks, { x: (tick: number) => tick, text: (tick: number) => clock(tick), frameAnchor: "top", dy: -16, fill: colours.secondInk, fontSize: font }),
        Plot.text([axis[0]], { x: (tick: number) => tick, text: () => (wide ? "UTC, 1 to 2 August" : "UTC"), frameAnchor: "top", dy: -34, dx: -marginLeft, textAnchor: "start", fill: colours.secondInk, fontSize: font }),
        Plot.text([middle], { x: (at: number) => at, text: () => windowName, frameAnchor: "top", dy: -34, fontWeight: 600, fill: colours.xs4all, fontSize: font }),
        Plot.rect([window], { x1: "x1", x2: "x2", y1: 0, y2: height, fill: colours.xs4all, fillOpacity: 0.14 }),
        Plot.ruleX([window.x1, window.x2], { stroke: colours.xs4all, strokeWidth: 1.5 }),
        Plot.rect(strips, { x1: axis[0], x2: axis[1], y1: (strip: { y: number }) => strip.y - half, y2: (strip: { y: number }) => strip.y + half, fill: "none", stroke: colours.hairline }),
        Plot.rect(offices, { x1: "x1", x2: "x2", y1: (part: { y: number }) => part.y - half, y2: (part: { y: number }) => part.y + half, fill: colours.ink, fillOpacity: 0.28 }),
        Plot.text(strips, { frameAnchor: "left", dx: -marginLeft, y: "y", dy: wide ? 0 : -22, text: "place", textAnchor: "start", fontWeight: 600, fill: colours.ink, fontSize: font + 1, ...halo }),
        ...(shade === undefined ? [] : [Plot.text([shade], { x: wide ? (shade.x1 + Math.min(shade.x2, window.x2)) / 2 : Math.min(shade.x2, window.x2), y: "y", dx: wide ? 0 : -4, dy: wide ? 0 : -19, textAnchor: wide ? "middle" : "end", text: () => "office hours", fill: colours.ink, fontSize: font })]),
        Plot.text(strips, { x: "startX", y: "y", dx: -5, text: (strip: { startHour: number }) => clock(strip.startHour), textAnchor: "end", fontWeight: 600, fill: colours.ink, fontSize: font }),
        Plot.text(strips, { x: "endX", y: "y", dx: 5, text: (strip: { endHour: number }) => clock(strip.endHour), textAnchor: "start", fontWeight: 600, fill: colours.ink, fontSize: font }),
      ],
    },
  };
}
