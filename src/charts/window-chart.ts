import * as Plot from "@observablehq/plot";
import { definitions, missingPattern } from "./defs.ts";
import { colours, organisationColour } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { says } from "./says.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";
import { at, timeAxis, type TimeDomain, timeScale } from "./time-axis.ts";
import { type WindowBar, windowBarMarks } from "./window-bar.ts";
import type { Window } from "../schema/window.ts";

/** One count and the hours it covers. */
export interface WindowRow {
  readonly key: string;
  readonly label: string;
  readonly organisation: string;
  /** The number with its sign. */
  readonly signs: string;
  readonly window: Window;
  /** A total “as of” an instant gets a diamond there; null = a count over a window. */
  readonly asOf: string | null;
  /** Said in the cell where the source states no hours. */
  readonly without: string;
  /** The hours within which they lie, where that much is stated; else the cell is as long as the axis. */
  readonly within?: { readonly start: string; readonly end: string };
}

/** Instants between which a lag is drawn. */
export interface Lag {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Keys of the rows it connects. */
  readonly rows: readonly [string, string];
}

interface Placed {
  readonly row: WindowRow;
  /** Centre of the row, and of its mark, px. */
  readonly y: number;
  readonly mark: number;
}

const unknownEdge = (basis: Window["startBasis"]): boolean => basis === "assumed";

const hasHours = ({ window }: WindowRow): boolean => window.start !== null || window.end !== null;

/** A row's bar; an edge that is not stated runs to the end of the axis and fades. */
const barOf = (row: WindowRow, y: number, { start, end }: TimeDomain): WindowBar => ({
  key: row.key,
  start: row.window.start ?? start,
  end: row.window.end ?? end,
  startBasis: row.window.startBasis,
  endBasis: row.window.endBasis,
  y,
  colour: organisationColour(row.organisation),
});

/**
 * Which hours each count covers: one row a count, solid bars between stated edges, fades with “?” at the others, a hatched cell where no hours are stated.
 * @param rows in drawing order
 * @param restart instant of the worm's restart, a line in its colour
 */
export function windowChart(rows: readonly WindowRow[], domain: TimeDomain, restart: { readonly at: string; readonly text: string }, lag: Lag, size: Size): ChartSpec {
  const wide = size === "wide";
  const rowHeight = wide ? 46 : 62;
  const [left, right] = wide ? [210, 92] : [12, 12];
  const marginTop = 32;
  const height = rows.length * rowHeight;
  const font = textSize[size];
  const markShift = wide ? 0 : 12;
  const placed: readonly Placed[] = rows.map((row, index) => ({ row, y: (index + 0.5) * rowHeight, mark: (index + 0.5) * rowHeight + markShift }));
  const yOf = (key: string): number => placed.find(({ row }) => row.key === key)?.mark ?? 0;
  const timed = placed.filter(({ row }) => hasHours(row));
  const untimed = placed.filter(({ row }) => !hasHours(row));
  const edge = (wanted: "start" | "end"): Plot.Markish[] =>
    timed.flatMap(({ row, mark }) => {
      const basis = wanted === "start" ? row.window.startBasis : row.window.endBasis;
      const instant = row.window[wanted];
      if (unknownEdge(basis) && instant !== null)
        return [Plot.text([row], { x: at(instant), y: mark, dx: wanted === "start" ? -2 : 2, textAnchor: "middle", text: () => "?", fontWeight: 600, fill: colours.ink, ...halo, fontSize: font + 2 })];
      if (basis !== "not_stated") return [];
      // The words stand below the bar, clear of the line of the restart; the bar itself fades under its “?”.
      return [
        Plot.text([row], { x: at(wanted === "start" ? domain.start : domain.end), y: mark, dx: wanted === "start" ? 8 : -8, textAnchor: "middle", text: () => "?", fontWeight: 600, fill: colours.ink, ...halo, fontSize: font + 2 }),
        Plot.text([row], { x: at(restart.at), y: mark, dx: 8, dy: 15, textAnchor: "start", text: () => `${wanted} not stated`, fill: colours.ink, ...halo, fontSize: font }),
      ];
    });
  const [first, second] = lag.rows;
  const lagY = wide ? (yOf(first) + yOf(second)) / 2 : yOf(first) + 18;
  return {
    elastic: "x",
    plot: {
      ...rowsFrame({ width: widths[size], height, marginTop, marginBottom: 48, marginLeft: left, marginRight: right }),
      x: timeScale(domain),
      marks: [
        definitions([missingPattern("not_published", "no-hours", colours.hairline, "none")]),
        ...timeAxis(domain, wide ? 4 : 12, size, left),
        Plot.ruleY(
          placed.slice(1).map(({ y }) => y - rowHeight / 2),
          { insetLeft: -left, insetRight: -right, stroke: colours.hairline, strokeOpacity: 0.35 },
        ),
        Plot.ruleX([at(restart.at)], { stroke: colours.worm, strokeWidth: 1.5 }),
        Plot.text([restart.text], { x: at(restart.at), frameAnchor: "top", dy: -16, dx: 6, textAnchor: "start", text: (text: string) => text, fill: colours.worm, fontSize: font }),
        ...untimed.flatMap(({ row, mark }) => [
          Plot.rect([row], { x1: at((row.within ?? domain).start), x2: at((row.within ?? domain).end), y1: mark - 11, y2: mark + 11, fill: "url(#no-hours)", fillOpacity: 0.75 }),
          // Words stand before a short cell, and in the middle of a long one.
          Plot.text([row], { ...(row.within === undefined ? { frameAnchor: "middle" as const, strokeWidth: 8 } : { x: at(row.within.start), dx: -8, textAnchor: "end" as const, strokeWidth: 4 }), y: mark, text: "without", fill: colours.ink, stroke: colours.paper, strokeLinejoin: "round", fontSize: font }),
        ]),
        ...windowBarMarks(
          timed.map(({ row, mark }) => barOf(row, mark, domain)),
          6,
        ),
        ...edge("start"),
        ...edge("end"),
        ...timed.flatMap(({ row, mark }) =>
          row.asOf === null ? [] : [Plot.dot([row], { x: at(row.asOf), y: mark, r: 7, symbol: "diamond", fill: organisationColour(row.organisation), stroke: colours.paper, strokeWidth: 1.5, ...says("moment", row.key) })],
        ),
        Plot.link([lag], { x1: at(lag.from), x2: at(lag.from), y1: yOf(first) + 12, y2: lagY, stroke: colours.ink, strokeWidth: 1 }),
        Plot.link([lag], { x1: at(lag.to), x2: at(lag.to), y1: lagY, y2: yOf(second) - 10, stroke: colours.ink, strokeWidth: 1 }),
        Plot.link([lag], { x1: at(lag.from), x2: at(lag.to), y1: lagY, y2: lagY, stroke: colours.ink, strokeWidth: 1 }),
        Plot.text([lag], { x: at(lag.from), y: lagY, dx: -6, textAnchor: "end", text: "text", fill: colours.ink, ...halo, fontSize: font }),
        ...(wide
          ? [
              Plot.text(placed, { frameAnchor: "left", dx: -left, y: "y", textAnchor: "start", text: ({ row }: Placed) => row.label, fill: colours.ink, fontSize: font }),
              Plot.text(placed, { frameAnchor: "right", dx: right, y: "y", textAnchor: "end", text: ({ row }: Placed) => row.signs, fontWeight: 600, fill: colours.ink, fontSize: font }),
            ]
          : [Plot.text(placed, { frameAnchor: "left", dx: -left, y: "y", dy: -12, textAnchor: "start", text: ({ row }: Placed) => `${row.label} · ${row.signs}`, fill: colours.ink, ...halo, strokeWidth: 8, fontSize: font })]),
      ],
    },
  };
}
