import * as Plot from "@observablehq/plot";
import type { Operator } from "../schema/operator.ts";
import { definitions } from "./defs.ts";
import { colours, organisationColour, organisationSymbol } from "./palette.ts";
import { says } from "./says.ts";

/** A value at a moment, drawn along y: the operator decides its mark. */
export interface Risen {
  readonly key: string;
  readonly organisation: string;
  readonly operator: Operator;
  readonly value: number | null;
  /** When the value held, UTC. */
  readonly at: Date;
  /** How far the moment may lie to either side, ms; 0 where it is stated. */
  readonly uncertainty: number;
  /** Drawn hollow whatever its operator: derived here, or doubtful. */
  readonly hollow: boolean;
}

/** What one mark needs to know of its panel. */
export interface RiseScale {
  /** Length of a bound's fade, in y units. */
  readonly fade: number;
  /** Largest y: no fade runs above it. */
  readonly top: number;
  /** Half the width of a bound's stop, ms. */
  readonly half: number;
}

type Bound = Risen & { readonly value: number };

/** Where the fade of a bound ends: down for “under”, up for “more than”. */
const fadeEnd = ({ operator, value }: Bound, { fade, top }: RiseScale): number => (operator === "gt" ? Math.min(top, value + fade) : Math.max(0, value - fade));

/** Bottom-to-top fade of a colour, solid at the bound. */
const riseFade = (id: string, colour: string, solidAt: "bottom" | "top"): Parameters<typeof definitions>[0][number] => [
  "linearGradient",
  { id, x1: 0, x2: 0, y1: 1, y2: 0 },
  [
    ["stop", { offset: "0", "stop-color": colour, "stop-opacity": solidAt === "bottom" ? 0.4 : 0 }],
    ["stop", { offset: "1", "stop-color": colour, "stop-opacity": solidAt === "bottom" ? 0 : 0.4 }],
  ],
];

/** A bound along y, between two places on x: a stop, a fade and an arrow, never a dot. */
function boundMarks(bound: Bound, x1: Date | number, x2: Date | number, scale: RiseScale): Plot.Markish[] {
  const colour = organisationColour(bound.organisation);
  const end = fadeEnd(bound, scale);
  const id = `rise-${bound.key}`;
  const centre = (Number(x1) + Number(x2)) / 2;
  const middle = x1 instanceof Date ? new Date(centre) : centre;
  const said = says(bound.operator, bound.key, bound.hollow);
  const dashes = bound.operator === "denied" || bound.hollow ? { strokeDasharray: "3,2" } : {};
  return [
    ...(bound.hollow
      ? []
      : [
          definitions([riseFade(id, colour, bound.operator === "gt" ? "bottom" : "top")]),
          Plot.rect([bound], { x1: () => x1, x2: () => x2, y1: Math.min(bound.value, end), y2: Math.max(bound.value, end), fill: `url(#${id})`, ...said }),
        ]),
    Plot.link([bound], { x1: () => x1, x2: () => x2, y1: bound.value, y2: bound.value, stroke: colour, strokeWidth: 3, ...said, ...dashes }),
    Plot.arrow([bound], { x1: () => middle, x2: () => middle, y1: bound.value, y2: end, stroke: colour, strokeWidth: 1.5, headLength: 6, ...said }),
  ];
}

/** An exact value as a filled shape, an approximate or hollow one as an open shape. */
const pointMark = (value: Bound, x: Date | number): Plot.Markish =>
  Plot.dot([value], {
    x: () => x,
    y: "value",
    r: 4.5,
    symbol: organisationSymbol(value.organisation),
    stroke: organisationColour(value.organisation),
    strokeWidth: 2,
    fill: value.operator === "eq" && !value.hollow ? organisationColour(value.organisation) : colours.paper,
    ...says(value.operator, value.key, value.hollow),
  });

const isBound = (value: Risen): value is Bound => ["lt", "gt", "denied"].includes(value.operator) && value.value !== null;
const isPoint = (value: Risen): value is Bound => ["eq", "approx"].includes(value.operator) && value.value !== null;

/**
 * Values at moments, along y: exact = filled shape, approximate or hollow = open shape, bound = stop, arrow and fade.
 * A thin bar to both sides is the uncertainty of the moment. Values without a number draw nothing.
 */
export function riseMarks(values: readonly Risen[], scale: RiseScale): Plot.Markish[] {
  const shifted = (date: Date, by: number): Date => new Date(date.getTime() + by);
  return [
    ...values.filter(isBound).flatMap((bound) => {
      const reach = Math.max(scale.half, bound.uncertainty);
      return boundMarks(bound, shifted(bound.at, -reach), shifted(bound.at, reach), scale);
    }),
    ...values
      .filter((value) => isPoint(value) && value.uncertainty > 0)
      .map((value) => Plot.link([value], { x1: () => shifted(value.at, -value.uncertainty), x2: () => shifted(value.at, value.uncertainty), y1: "value", y2: "value", stroke: organisationColour(value.organisation), strokeWidth: 1.5 })),
    ...values.filter(isPoint).map((value) => pointMark(value, value.at)),
  ];
}

/** A bound that holds for a whole window, such as “more than 59,000 in each hour”. @throws when the value is no bound */
export function windowBoundMarks(value: Risen, start: Date, end: Date, scale: RiseScale): Plot.Markish[] {
  if (!isBound(value)) throw new Error(`${value.key} is not a bound`);
  return boundMarks(value, start, end, scale);
}

/** One value along y at a place of an axis that is no time, for charts that read a curve against it. @param half half the width of a bound's stop, in x units */
export function wallMarks(value: Omit<Risen, "at" | "uncertainty" | "hollow">, x: number, half: number, scale: Omit<RiseScale, "half">): Plot.Markish[] {
  const wall: Risen = { ...value, at: new Date(0), uncertainty: 0, hollow: false };
  if (isBound(wall)) return boundMarks(wall, x - half, x + half, { ...scale, half });
  return isPoint(wall) ? [pointMark(wall, x)] : [];
}
