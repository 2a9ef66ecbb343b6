import type { Get } from "../aggregates/all.ts";
import type { Figure } from "./figure.ts";

/**
 * A function of a figure and the published data that does its work once, however many pages ask.
 * @param make pure: the same figure and the same data give the same value, which nobody changes
 */
export function once<T>(make: (figure: Figure, get: Get) => T): (figure: Figure, get: Get) => T {
  const made = new WeakMap<Get, WeakMap<Figure, { readonly value: T }>>();
  return (figure, get) => {
    const byFigure = made.get(get) ?? new WeakMap<Figure, { readonly value: T }>();
    made.set(get, byFigure);
    const known = byFigure.get(figure) ?? { value: make(figure, get) };
    byFigure.set(figure, known);
    return known.value;
  };
}
