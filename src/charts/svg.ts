import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import svgpath from "svgpath";
import { lightValues } from "./palette.ts";
import { dataAttribute } from "./says.ts";
import type { ChartSpec } from "./spec.ts";

const { window } = new JSDOM("");
const serializer = new window.XMLSerializer();
const svgNamespace = "http://www.w3.org/2000/svg";

/** Words that a drawing carries inside itself, for a reader who cannot see it. */
export interface DrawingWords {
  /** Unique on its page; prefixes every id inside the drawing. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

const numericAttributes = ["d", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "width", "height", "points", "transform", "stroke-width"];
const decimals = /-?\d+\.\d+(?:e-?\d+)?/g;
const oneDecimal = (text: string): string => text.replace(decimals, (number) => String(Number(Number(number).toFixed(1))));

/** Ids of clips, patterns and gradients get the drawing's own id in front, so that several drawings can share a page. */
function ownIds(root: Element, id: string): void {
  const renamed = new Map<string, string>();
  for (const element of root.querySelectorAll("[id]")) {
    const name = `${id}-${renamed.size}`;
    renamed.set(element.id, name);
    element.id = name;
  }
  for (const element of [root, ...root.querySelectorAll("*")])
    for (const { name, value } of [...element.attributes]) {
      const next = value.replace(/url\(#([^)]+)\)/g, (whole, old: string) => (renamed.has(old) ? `url(#${renamed.get(old) ?? ""})` : whole));
      const link = name === "href" && value.startsWith("#") ? renamed.get(value.slice(1)) : undefined;
      if (link !== undefined) element.setAttribute(name, `#${link}`);
      else if (next !== value) element.setAttribute(name, next);
    }
}

/** Path data without the zeros before a point and the spaces that its grammar can spare (SVG 2, section 9.3.9). Between two points a space stays: numbers run together would look like network addresses. */
const withoutSpare = (data: string): string =>
  data
    .replace(/(?<![\d.])0\./g, ".")
    .replace(/ ?([a-z]) ?/gi, "$1");

/** Length of a path's data from which it pays to write it once and in steps, characters. */
export const longPath = 400;

/**
 * The same path with each point given as the step from the one before: outlines of countries shrink by a quarter, and so does what a reader waits for.
 * Every point stays where it was, since points and steps are whole tenths of a pixel.
 * @param data path data with at most one decimal
 */
export const inSteps = (data: string): string => withoutSpare(svgpath(data).rel().round(1).toString());

/** Writes long paths in steps. Short ones stay as they are: they gain nothing, and can be read. */
function shortenLongPaths(root: Element): void {
  for (const path of root.querySelectorAll("path")) {
    const data = path.getAttribute("d") ?? "";
    if (data.length >= longPath) path.setAttribute("d", inSteps(data));
  }
}

/** A long path that is drawn more than once, as the land below several panels or layers of a map, is written once and used. */
function shareLongPaths(root: Element): void {
  const byData = Map.groupBy(root.querySelectorAll("path"), (path) => path.getAttribute("d") ?? "");
  const shared = [...byData].filter(([data, paths]) => data.length >= longPath && paths.length > 1);
  if (shared.length === 0) return;
  const defs = window.document.createElementNS(svgNamespace, "defs");
  for (const [index, [data, paths]] of shared.entries()) {
    const shape = window.document.createElementNS(svgNamespace, "path");
    shape.id = `shared-path-${index}`;
    shape.setAttribute("d", data);
    defs.append(shape);
    for (const path of paths) {
      const use = window.document.createElementNS(svgNamespace, "use");
      for (const { name, value } of [...path.attributes]) if (name !== "d") use.setAttribute(name, value);
      use.setAttribute("href", `#${shape.id}`);
      use.append(...path.childNodes);
      path.replaceWith(use);
    }
  }
  root.prepend(defs);
}

/**
 * Draws a spec with Plot and repairs what Plot writes: no style blocks or attributes (a strict content security policy forbids them),
 * no labels on groups without a role (what a mark says of which row becomes a data attribute), numbers to one decimal, long paths written once and in steps, ids of our own, a title and a description inside.
 * The same spec gives the same bytes.
 */
export function drawSvg(spec: ChartSpec, words: DrawingWords): string {
  const drawn = Plot.plot({ ...spec.plot, document: window.document });
  const svg = drawn.tagName.toLowerCase() === "svg" ? drawn : drawn.querySelector("svg");
  if (svg === null || svg.tagName.toLowerCase() !== "svg") throw new Error(`${words.id}: Plot drew no svg`);
  svg.querySelectorAll("style").forEach((style) => {
    style.remove();
  });
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    element.removeAttribute("style");
    const said = dataAttribute(element.getAttribute("aria-label") ?? "");
    if (said !== null) element.setAttribute(...said);
    element.removeAttribute("aria-label");
    element.removeAttribute("aria-description");
    element.removeAttribute("aria-hidden");
    for (const name of numericAttributes) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, oneDecimal(value));
    }
  }
  shareLongPaths(svg);
  shortenLongPaths(svg);
  ownIds(svg, words.id);
  const text = (tag: "title" | "desc", content: string): Element => {
    const element = window.document.createElementNS(svgNamespace, tag);
    element.id = `${words.id}-${tag}`;
    element.textContent = content;
    return element;
  };
  svg.prepend(text("title", words.title), text("desc", words.description));
  svg.setAttribute("class", "chart");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${words.id}-title ${words.id}-desc`);
  return serializer.serializeToString(svg);
}

/** A drawing that stands alone in a file: light colours in place of the page's, nothing that refers outside. */
export function onPaper(svg: string): string {
  const coloured = svg
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
      const value = lightValues[name];
      if (value === undefined) throw new Error(`the colour ${name} has no light value`);
      return value;
    })
    .replaceAll("currentColor", lightValues["--ink"] ?? "black");
  const ground = `<rect width="100%" height="100%" fill="${lightValues["--paper"] ?? "white"}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${coloured.replace("</desc>", `</desc>${ground}`)}\n`;
}
