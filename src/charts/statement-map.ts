import * as Plot from "@observablehq/plot";
import type { WorldAggregate } from "../aggregates/world.ts";
import type { MissingKind } from "../schema/missing.ts";
import { countryPoint, landMark, landHalo, type MapFrame, mapSpec, mapInk, missingOnLand, pixelsPerUnit, regionShape, seaHalo, sidePad } from "./map-base.ts";
import { wordMarks } from "./map-words.ts";
import { colours } from "./palette.ts";
import { ofCountry } from "./says.ts";
import type { ChartSpec } from "./spec.ts";

/** What one organisation had said about place. */
export interface StatementRow {
  /** `share` = a share of the region and the rest; else the kind of missing that its pattern shows. */
  readonly kind: "share" | Extract<MissingKind, "not_published" | "opinion_only">;
  /** Up to three lines below the map; the first is the statement in short. */
  readonly lines: readonly string[];
  /** Numbers on the map, where a share was stated. */
  readonly share?: { readonly region: string; readonly rest: string };
  /** Countries with the rank as stated. */
  readonly ranks: readonly { readonly id: string; readonly rank: string }[];
}

/** One size serves phones and three columns: the narrowest column is 275 px. */
const frame: MapFrame = { width: 340, top: 10, bottom: 80 };
/** 12 px where the panel is shown at 275. */
const font = 15;

/** Where the shares of the region and of the rest are printed, in units of the plane: inner Asia, and the North Atlantic. */
const places = { region: [676, 152], rest: [355, 158] } as const;

/** Ranks are printed at sea, one below the other from here, with lines to their countries. */
const rankColumn = { x: 932, y: 126, step: 62 } as const;

/** Where a line to a country ends, if not at its middle: China's ends short of the printed share. */
const lineEnds: Readonly<Record<string, readonly [x: number, y: number]>> = { "156": [792, 138] };

/**
 * A map of one statement: a share of a region against the rest, or the pattern that says why there is none. No colour stands for a number.
 * @param region codes of the countries of the region, drawn as one
 */
export function statementMap(world: WorldAggregate, region: ReadonlySet<string>, row: StatementRow): ChartSpec {
  const unit = pixelsPerUnit(world, frame.width);
  const stated = row.kind === "share";
  const ranks = [...new Set(row.ranks.map(({ rank }) => rank))].map((rank, index) => ({ rank, x: rankColumn.x, y: rankColumn.y + index * rankColumn.step }));
  const lines = row.ranks.map(({ id, rank }) => {
    const point = countryPoint(world, id);
    const [x, y] = lineEnds[id] ?? [point.x, point.y];
    return { id, x, y, from: ranks.find((each) => each.rank === rank)?.y ?? y };
  });
  return mapSpec(world, frame, [
    ...(row.kind === "share" ? [] : [missingOnLand(row.kind)]),
    landMark(world, stated ? colours.xs4all : `url(#missing-${row.kind})`, stated ? 0.1 : 1),
    ...(stated ? [Plot.geo(regionShape(world, region), { fill: colours.xs4all, fillOpacity: 0.42, stroke: mapInk, strokeWidth: 0.8 })] : []),
    ...(row.kind === "opinion_only" ? [Plot.geo(regionShape(world, region), { stroke: mapInk, strokeWidth: 1 })] : []),
    ...lines.map(({ x, y, from }) => Plot.link([0], { x1: rankColumn.x - 10, y1: from, x2: x, y2: y, curve: "linear", stroke: mapInk, strokeWidth: 0.8 })),
    Plot.dot(lines, { x: "x", y: "y", r: 1.8, fill: mapInk, ...ofCountry }),
    ...wordMarks(ranks.map(({ rank, x, y }) => ({ x, y, text: rank, anchor: "start" as const, size: font, weight: 600, halo: seaHalo }))),
    ...(row.share === undefined
      ? []
      : wordMarks([
          { x: places.region[0], y: places.region[1], text: row.share.region, anchor: "middle", size: 16, weight: 700, halo: { ...landHalo, strokeWidth: 3 } },
          { x: places.rest[0], y: places.rest[1], text: row.share.rest, anchor: "middle", size: font, halo: seaHalo },
        ])),
    ...wordMarks(
      row.lines.map((text, index) => ({
        x: (12 - sidePad) / unit,
        y: world.frame.height + (20 + index * 20) / unit,
        text,
        anchor: "start" as const,
        size: font,
        weight: index === 0 ? 600 : 400,
      })),
    ),
  ]);
}
