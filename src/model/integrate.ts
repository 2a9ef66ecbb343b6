import { finite, wholeNumber } from "./argument.ts";

/**
 * Integral of f from a to b by Simpson's rule over an even number of panels (200 unless told).
 * Throws ModelArgumentError where an edge is not finite or the panels are not an even whole number.
 */
export function integrate(f: (x: number) => number, a: number, b: number, panels = 200): number {
  finite("a", a);
  finite("b", b);
  wholeNumber("panels / 2", panels / 2, 1);
  const step = (b - a) / panels;
  let sum = f(a) + f(b);
  for (let i = 1; i < panels; i += 1) sum += (i % 2 === 0 ? 2 : 4) * f(a + i * step);
  return (sum * step) / 3;
}
