import type { Saying } from "../../src/charts/says.ts";
import { claimsShown } from "../../src/figures/claims-shown.ts";
import { isNumeric } from "../../src/schema/operator.ts";
import { type Check, drawings, elements, inherited, isPoint, placeOf } from "./drawings.ts";

/** The marks of one number in one drawing, by form. */
interface Marks {
  readonly filledPoints: number;
  readonly openPoints: number;
  /** Filled rectangles, and lines of 2 px or more that are not dashed. */
  readonly solids: number;
  readonly filledBars: number;
  readonly stops: readonly Element[];
  readonly dashedStops: number;
  readonly fades: number;
  /** Where each arrow points. */
  readonly arrows: readonly ("less" | "more")[];
}

const isFilled = (element: Element): boolean => {
  const fill = inherited(element, "fill");
  return fill !== null && fill !== "none" && fill !== "var(--paper)" && !fill.startsWith("url(") && Number(inherited(element, "fill-opacity") ?? 1) === 1;
};

const path = (element: Element): string => element.getAttribute("d") ?? "";
const isArrow = (element: Element): boolean => element.tagName === "path" && placeOf(element) === null && path(element).split("M").length > 2;
const isStop = (element: Element): boolean =>
  (element.tagName === "line" || (element.tagName === "path" && placeOf(element) === null && path(element).split("M").length === 2)) && Number(inherited(element, "stroke-width") ?? 1) >= 2;

/** Left and down are less, right and up are more. */
function arrowDirection(element: Element): "less" | "more" {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = path(element).match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  return x2 < x1 || y2 > y1 ? "less" : "more";
}

function marksOf(said: readonly Element[]): Marks {
  const points = said.filter(isPoint);
  const stops = said.filter(isStop);
  const bars = said.filter((element) => element.tagName === "rect" && isFilled(element));
  const dashed = stops.filter((element) => inherited(element, "stroke-dasharray") !== null);
  return {
    filledPoints: points.filter(isFilled).length,
    openPoints: points.filter((element) => !isFilled(element)).length,
    solids: bars.length + stops.length - dashed.length,
    filledBars: bars.length,
    stops,
    dashedStops: dashed.length,
    fades: said.filter((element) => element.tagName === "rect" && (inherited(element, "fill") ?? "").startsWith("url(")).length,
    arrows: said.filter(isArrow).map(arrowDirection),
  };
}

/** What the grammar asks of the marks of a number, and finds missing or too much. */
function faultsOf(saying: Saying, hollow: boolean, marks: Marks): string[] {
  const fault = (is: boolean, text: string): string[] => (is ? [text] : []);
  const plain = [...fault(marks.fades > 0, "fades like a bound"), ...fault(marks.arrows.length > 0, "has an arrow like a bound")];
  switch (saying) {
    case "eq":
      return [...plain, ...(hollow ? fault(marks.openPoints === 0, "has no open mark") : fault(marks.filledPoints + marks.solids === 0 || marks.openPoints > 0, "is not filled"))];
    case "approx":
      return [...plain, ...fault(marks.filledPoints > 0, "is a filled point"), ...fault(marks.openPoints + marks.dashedStops === 0, "has no open mark")];
    case "range":
      return [...plain, ...fault(marks.filledPoints + marks.openPoints > 0, "is a point"), ...fault(marks.filledBars === 0, "has no bar")];
    case "lt":
    case "gt":
    case "denied":
      return [
        ...fault(marks.filledPoints + marks.openPoints > 0, "is a point, and is a bound"),
        ...fault(marks.stops.length === 0, "has no stop"),
        ...fault(marks.fades === 0 && !hollow, "does not fade"),
        ...fault(marks.arrows.length === 0, "has no arrow"),
        ...fault(marks.arrows.includes(saying === "gt" ? "less" : "more"), "points the wrong way"),
        ...fault(marks.dashedStops > 0 !== (saying === "denied" || hollow), saying === "denied" || hollow ? "is not dashed" : "is dashed as if disputed"),
      ];
    case "modelled":
      return [...plain, ...fault(marks.filledPoints > 0, "is filled like a count")];
    case "supposed":
      return [...plain, ...fault(marks.filledPoints + marks.filledBars > 0, "is filled like a count")];
    case "moment":
      return plain;
    case "rank":
    case "qualitative":
    case "not_stated":
      return ["has a mark, and is no number"];
  }
}

const middle = (stop: Element): readonly [number, number] => {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = stop.tagName === "line" ? ["x1", "y1", "x2", "y2"].map((name) => Number(stop.getAttribute(name))) : (path(stop).match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? []);
  return [(x1 + x2) / 2, (y1 + y2) / 2];
};

/**
 * 8. Operators are drawn as the grammar says: the marks of every number follow the operator that the ledger gives it; no point stands
 * at a bound or without a number; a claim that the table lists is drawn or written; ranks and refusals are words alone.
 */
export const operatorsDrawn: Check = (figure, get) => {
  const ledger = new Map(get("claims").rows.map((claim) => [claim.id, claim]));
  const table = figure.table(get);
  const listed = [...new Set(claimsShown(figure, get))].flatMap((id) => ledger.get(id) ?? []).filter(({ operator }) => table.columns.some(({ numeric }) => numeric === true) && isNumeric(operator));
  const all = drawings(figure, get).map((drawing) => ({ ...drawing, parts: elements(drawing.svg) }));
  const faults = all.flatMap(({ name, parts }) => {
    const said = new Map<string, Element[]>();
    for (const part of parts) {
      const saying = part.getAttribute("data-says");
      if (saying !== null) said.set(saying, [...(said.get(saying) ?? []), part]);
    }
    const points = parts.filter(isPoint);
    return [
      ...[...said].flatMap(([words, marks]) => {
        const [, hollow, saying = "", key = ""] = /^(hollow )?(\S+) (\S+)$/.exec(words) ?? [];
        const operator = ledger.get(key)?.operator;
        const drawn = marksOf(marks);
        const bound = ["lt", "gt", "denied"].includes(saying);
        const dotted = bound && drawn.stops.map(middle).some(([x, y]) => points.map(placeOf).some((place) => place !== null && Math.hypot(place[0] - x, place[1] - y) < 4));
        return [
          ...(operator !== undefined && saying !== "moment" && operator !== saying ? [`${name}: ${key} is drawn as ${saying}, and the ledger says ${operator}`] : []),
          ...faultsOf(saying as Saying, hollow !== undefined, drawn).map((fault) => `${name}: ${key} (${saying}) ${fault}`),
          ...(dotted ? [`${name}: a point stands at the bound of ${key}`] : []),
        ];
      }),
      ...(listed.length === 0 ? [] : points.filter((point) => !point.hasAttribute("data-says") && !point.hasAttribute("data-country")).map((point) => `${name}: a point at ${placeOf(point)?.join(", ") ?? "?"} stands for no number`)),
    ];
  });
  const missing = (["wide", "narrow"] as const).flatMap((size) => {
    const shown = all.filter((drawing) => drawing.size === size || !all.some((other) => other.panel === drawing.panel && other.size === size));
    const keys = new Set(shown.flatMap(({ parts }) => parts.map((part) => part.getAttribute("data-says")?.split(" ").at(-1) ?? "")));
    // A result that is drawn shows the claims that it is computed from.
    const marked = new Set([...keys, ...get("results").rows.flatMap(({ id, claims }) => (keys.has(id) ? claims : []))]);
    const words = [figure.title(get), figure.subtitle(get), ...shown.flatMap(({ parts }) => parts.filter(({ tagName }) => tagName === "text").map((text) => text.textContent))].join("\n");
    return listed.filter(({ id, signs, words: inWords }) => !marked.has(id) && ![signs, inWords].some((text) => words.includes(text))).map(({ id }) => `${size}: the table lists ${id}, which is neither drawn nor written`);
  });
  return [...faults, ...missing];
};
