import type * as Plot from "@observablehq/plot";
import type { MissingKind } from "../schema/missing.ts";

const svg = "http://www.w3.org/2000/svg";

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string | number>>, children?: readonly Shape[]];

function build(document: Document, [tag, attributes, children = []]: Shape): Element {
  const element = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.map((child) => build(document, child)));
  return element;
}

/** A mark that draws only definitions: patterns and gradients that other marks of the same drawing fill with. */
export const definitions = (shapes: readonly Shape[]): Plot.RenderFunction => (_index, _scales, _values, _dimensions, context) => build(context.document, ["defs", {}, shapes]) as SVGElement;

/** Left-to-right fade of a colour: solid at `solidAt`, gone at the other end. The fade of a bound. */
export const fade = (id: string, colour: string, solidAt: "left" | "right", opacity = 0.55): Shape => [
  "linearGradient",
  { id, x1: 0, x2: 1, y1: 0, y2: 0 },
  [
    ["stop", { offset: "0", "stop-color": colour, "stop-opacity": solidAt === "left" ? opacity : 0 }],
    ["stop", { offset: "1", "stop-color": colour, "stop-opacity": solidAt === "left" ? 0 : opacity }],
  ],
];

const lines = (id: string, size: number, path: string, colour: string, ground: string): Shape => [
  "pattern",
  { id, width: size, height: size, patternUnits: "userSpaceOnUse" },
  [
    ["rect", { width: size, height: size, fill: ground }],
    ["path", { d: path, stroke: colour, "stroke-width": 1, fill: "none" }],
  ],
];

/** One pattern for each kind of missing that has one, fine enough to read as texture. `id` names it for `fill: url(#id)`. */
export function missingPattern(kind: MissingKind, id: string, colour: string, ground: string): Shape {
  switch (kind) {
    case "not_published":
      return lines(id, 5, "M-1,1l2,-2M0,5l5,-5M4,6l2,-2", colour, ground);
    case "opinion_only":
      return lines(id, 6, "M0,6l6,-6M0,0l6,6", colour, ground);
    case "too_few":
      return lines(id, 4, "M0,2h4", colour, ground);
    case "not_observed":
      return ["pattern", { id, width: 5, height: 5, patternUnits: "userSpaceOnUse" }, [["rect", { width: 5, height: 5, fill: ground }], ["circle", { cx: 2.5, cy: 2.5, r: 0.8, fill: colour }]]];
    case "zero_observed":
    case "not_applicable":
      return ["pattern", { id, width: 4, height: 4, patternUnits: "userSpaceOnUse" }, [["rect", { width: 4, height: 4, fill: ground }]]];
  }
}
