import * as Plot from "@observablehq/plot";
import { colours, organisationColour } from "./palette.ts";
import { rowsFrame } from "./plot-frame.ts";
import { type ChartSpec, halo, type Size, textSize, widths } from "./spec.ts";

/** One dated entry of the rail. */
export interface Statement {
  readonly key: string;
  /** `25 Jul, 17:55`; as exact as known. */
  readonly when: string;
  /** Which outbreak the number is about, or the worm itself. */
  readonly about: "july" | "august" | "worm";
  /** Column of one of the worm’s own dates; July’s where absent. */
  readonly wave?: "july" | "august";
  readonly organisation: string;
  /** The number with its sign; empty for the worm's own dates. */
  readonly signs: string;
  readonly words: string;
  /** True where the article of 2 August quotes it: its row is shaded. */
  readonly quoted: boolean;
}

/** A later entry that revises or repeats an earlier one. */
export interface StatementLink {
  readonly from: string;
  readonly to: string;
  readonly kind: "revised" | "repeated";
}

interface Placed extends Statement {
  readonly y: number;
}

/** Positions across, px: the rail, the two columns, and the lane of the links. */
const across = {
  wide: { when: 100, rail: 116, july: 176, august: 550, number: 100 },
  narrow: { when: 80, rail: 88, july: 118, august: 118, number: 0 },
} as const;

/** Width of a column of the wide drawing, px. */
const columnWidth = 310;

/** A bracket from one row to a later one: solid with an arrow for a revision, dashed for a repeat. */
function linkMarks(link: StatementLink, rowOf: (key: string) => Placed, x: number): Plot.Markish[] {
  const [from, to] = [rowOf(link.from), rowOf(link.to)];
  const lane = x - (link.kind === "revised" ? 14 : 21);
  const style = link.kind === "revised" ? { stroke: colours.ink, strokeWidth: 2 } : { stroke: colours.secondInk, strokeWidth: 1, strokeDasharray: "3,3" };
  return [
    Plot.link([link], { x1: lane, x2: x - 6, y1: from.y, y2: from.y, ...style }),
    Plot.link([link], { x1: lane, x2: lane, y1: from.y, y2: to.y, ...style }),
    Plot.arrow([link], { x1: lane, x2: x - 5, y1: to.y, y2: to.y, ...style, headLength: 6 }),
  ];
}

/**
 * Statements down a rail in order of time: on the wide drawing those on July's outbreak in one column, those on August's in the next.
 * @param statements in drawing order
 * @param links from earlier to later entries, by key
 * @param width of the drawing, px, where it is not the usual one
 */
export function statementList(statements: readonly Statement[], links: readonly StatementLink[], size: Size, width: number = widths[size]): ChartSpec {
  const wide = size === "wide";
  const rowHeight = wide ? 27 : 42;
  const marginTop = wide ? 34 : 8;
  const font = textSize[size];
  const place = across[size];
  const height = statements.length * rowHeight;
  const placed: readonly Placed[] = statements.map((statement, index) => ({ ...statement, y: (index + 0.5) * rowHeight }));
  const rowOf = (key: string): Placed => {
    const found = placed.find((statement) => statement.key === key);
    if (found === undefined) throw new Error(`no entry ${key} on the rail`);
    return found;
  };
  const numbered = placed.filter(({ about }) => about !== "worm");
  const worm = placed.filter(({ about }) => about === "worm");
  const column = ({ about, wave }: Statement): number => (about === "august" || wave === "august" ? place.august : place.july);
  const tick = ({ about, organisation }: Statement): string => (about === "worm" ? colours.worm : organisationColour(organisation));
  const tag = ({ about, signs }: Statement): string => (about === "july" ? `${signs}, on July` : signs);
  return {
    plot: {
      ...rowsFrame({ width, height, marginTop, marginBottom: 8, marginLeft: 0, marginRight: 0 }),
      x: { type: "linear", domain: [0, width], axis: null },
      marks: [
        Plot.rect(
          placed.filter(({ quoted }) => quoted),
          { x1: (row: Placed) => column(row) - 4, x2: (row: Placed) => (wide ? column(row) + columnWidth : width), y1: (row: Placed) => row.y - rowHeight / 2 + 2, y2: (row: Placed) => row.y + rowHeight / 2 - 2, fill: colours.ink, fillOpacity: 0.07 },
        ),
        Plot.link([0], { x1: place.rail, x2: place.rail, y1: 0, y2: height, stroke: colours.hairline }),
        ...(wide
          ? (["july", "august"] as const).map((about) =>
              Plot.text([about], { x: place[about], frameAnchor: "top", dy: -marginTop + 10, textAnchor: "start", text: () => (about === "july" ? "on the outbreak of July" : "on the outbreak of August"), fill: colours.secondInk, fontSize: font }),
            )
          : []),
        ...links.flatMap((link) => linkMarks(link, rowOf, place.july)),
        ...placed.map((row) => Plot.link([row], { x1: place.rail - 5, x2: place.rail + 5, y1: row.y, y2: row.y, stroke: tick(row), strokeWidth: 3 })),
        Plot.text(placed, { x: place.when, y: "y", textAnchor: "end", text: "when", fill: colours.secondInk, fontSize: font }),
        Plot.text(worm, { x: column, y: "y", textAnchor: "start", text: "words", lineWidth: wide ? 40 : 13, fill: colours.worm, ...halo, fontSize: font }),
        ...(wide
          ? [
              Plot.text(numbered, { x: (row: Placed) => column(row) + place.number, y: "y", textAnchor: "end", text: "signs", fontWeight: 600, fill: colours.ink, fontSize: font }),
              Plot.text(numbered, { x: (row: Placed) => column(row) + place.number + 12, y: "y", textAnchor: "start", text: "words", fill: colours.ink, fontSize: font }),
            ]
          : [
              Plot.text(numbered, { x: column, y: "y", dy: -8, textAnchor: "start", text: tag, fontWeight: 600, fill: colours.ink, fontSize: font }),
              Plot.text(numbered, { x: column, y: "y", dy: 8, textAnchor: "start", text: "words", fill: colours.ink, fontSize: font }),
            ]),
      ],
    },
  };
}
