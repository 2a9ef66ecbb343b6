import { JSDOM } from "jsdom";
import type { Get } from "../../src/aggregates/all.ts";
import { drawFigure } from "../../src/figures/draw.ts";
import type { Figure } from "../../src/figures/figure.ts";

/** A check returns what is wrong with a figure, one sentence each; nothing when all is well. */
export type Check = (figure: Figure, get: Get) => string[];

/** One drawing as it stands on a page. */
export interface Drawing {
  readonly panel: string;
  readonly size: "wide" | "narrow";
  readonly svg: string;
  /** `<panel> wide`, for the sentence of a fault. */
  readonly name: string;
}

/** Every drawing of a figure. */
export const drawings = (figure: Figure, get: Get): Drawing[] =>
  drawFigure(figure, get).panels.flatMap(({ id, wide, narrow }) => [
    { panel: id, size: "wide" as const, svg: wide, name: `${id} wide` },
    ...(narrow === undefined ? [] : [{ panel: id, size: "narrow" as const, svg: narrow, name: `${id} narrow` }]),
  ]);

/** All elements of a drawing, the root first. */
export const elements = (svg: string): Element[] => {
  const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
  return [document.documentElement, ...document.querySelectorAll("*")];
};

/** An attribute of an element or of the nearest group around it that has one. */
export const inherited = (element: Element, attribute: string): string | null => element.getAttribute(attribute) ?? (element.parentElement === null ? null : inherited(element.parentElement, attribute));

const numbers = (text: string | null): number[] => (text ?? "").match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];

/** Where a point, a symbol or a text stands, px; null for anything else. */
export function placeOf(element: Element): readonly [x: number, y: number] | null {
  const [x, y] = element.tagName === "circle" ? [element.getAttribute("cx"), element.getAttribute("cy")].flatMap(numbers) : /^translate/.test(element.getAttribute("transform") ?? "") ? numbers(element.getAttribute("transform")) : [];
  return x === undefined || y === undefined ? null : [x, y];
}

/** True for the two forms in which a point is drawn: a circle, or a symbol set at a place. Lines and areas have no place. */
export const isPoint = (element: Element): boolean => element.closest("defs") === null && (element.tagName === "circle" || (element.tagName === "path" && placeOf(element) !== null));
