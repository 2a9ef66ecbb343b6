import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { figures } from "../../src/figures/all.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { howMany } from "../../src/figures/how-many.ts";
import { get } from "../../src/published.ts";
import * as checks from "./checks.ts";

const all: readonly (readonly [string, checks.Check])[] = Object.entries(checks).filter((entry): entry is [string, checks.Check] => typeof entry[1] === "function" && entry[0] !== "contrast");

it("has figures, each with an id of its own", () => {
  expect(figures.length).toBeGreaterThan(3);
  expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
});

describe.each(figures.map((figure) => [figure.id, figure] as const))("%s", (_, figure) => {
  it.each(all)("passes %s", (_name, check) => {
    expect(check(figure, get)).toEqual([]);
  });
});

const claimed = howMany.panels(get)[0];
if (claimed === undefined) throw new Error("how-many draws nothing");
const withMarks = (marks: unknown[]): Partial<Figure> => ({ panels: () => [{ ...claimed, wide: { plot: { ...claimed.wide.plot, marks: marks as never } } }] });

/** A figure broken in one way for each check: the check must see it. */
const broken: Readonly<Record<string, Partial<Figure>>> = {
  titleHolds: { holds: () => false },
  lengths: { title: () => "one two three four five six seven eight nine ten eleven" },
  textSizes: { panels: () => [{ ...claimed, wide: { plot: { ...claimed.wide.plot, x: { axis: "bottom" } } } }] },
  markContrast: withMarks([() => faintDot()]),
  stylesAndIds: { panels: () => [{ ...claimed, id: "log", wide: claimed.wide }, { ...claimed, id: "log", wide: claimed.wide }] },
  tables: { table: () => ({ columns: [{ key: "a", label: "A" }], rows: [{ b: 1 }] }) },
  declaredAggregates: { from: ["claims", "clock-xs4all"] },
  numbersResolve: { subtitle: () => "A subtitle that states 424,242 machines." },
  standsAlone: withMarks([() => outsideImage()]),
  deterministic: { subtitle: counter() },
  accessibleNames: { alt: () => "" },
  wordsComplete: { alt: () => "Image of a chart." },
};

function counter(): () => string {
  let calls = 0;
  return () => `drawn for the ${String(++calls).repeat(3)}th time`;
}
const dom = new JSDOM("").window.document;
function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = dom.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
const faintDot = (): SVGElement => element("circle", { r: "4", fill: "#eeeeee" });
const outsideImage = (): SVGElement => element("image", { href: "https://example.org/a.png" });

describe("each check sees a figure that is broken for it", () => {
  it.each(Object.entries(broken))("%s", (name, change) => {
    const check = (checks as unknown as Record<string, checks.Check>)[name];
    expect(check).toBeDefined();
    expect(check?.({ ...howMany, ...change }, get)).not.toEqual([]);
  });

  it("leaves out no check", () => {
    expect(all.map(([name]) => name).filter((name) => !(name in broken))).toEqual([]);
  });
});
