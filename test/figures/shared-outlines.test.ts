import { describe, expect, it } from "vitest";
import { figures } from "../../src/figures/all.ts";
import { drawFigure } from "../../src/figures/draw.ts";
import { sharedOutlines } from "../../src/figures/shared-outlines.ts";
import { get } from "../../src/published.ts";

const land = `M0 0${"l1 1".repeat(120)}z`;
const lake = `M9 9${"l2 1".repeat(120)}z`;
const drawing = (...paths: string[]): string => `<svg>${paths.join("")}</svg>`;

/** Path data behind every path and use, in order; a use of a use is followed to the path. */
function outlinesOf(svg: string): (string | undefined)[] {
  const elements = [...svg.matchAll(/<(?:path|use)[^>]*>/g)].map(([element]) => ({ id: / id="([^"]+)"/.exec(element)?.[1], data: / d="([^"]+)"/.exec(element)?.[1], to: / href="#([^"]+)"/.exec(element)?.[1] }));
  const byId = new Map(elements.map((element) => [element.id, element]));
  const dataOf = ({ data, to }: (typeof elements)[number]): string | undefined => {
    const target = byId.get(to);
    return data ?? (target === undefined ? undefined : dataOf(target));
  };
  return elements.map(dataOf);
}

describe("drawings that share a page", () => {
  it("write an outline once, under the paint of each group", () => {
    const shared = sharedOutlines([drawing(`<g fill="red"><path d="${land}"/></g>`), drawing(`<g fill="blue"><path d="${land}" data-says="land"/></g>`, `<path d="${lake}"/>`)]);
    expect(shared).toEqual([drawing(`<g fill="red"><path id="outline-0" d="${land}"/></g>`), drawing(`<g fill="blue"><use href="#outline-0" data-says="land"/></g>`, `<path d="${lake}"/>`)]);
  });

  it("leave a path that has its own paint, which would show through every use of it", () => {
    const each = [drawing(`<path d="${land}" fill="red"/>`), drawing(`<path fill="blue" d="${land}"/>`)];
    expect(sharedOutlines(each)).toEqual(each);
  });

  it("keep the id that an outline has, since the drawing's own parts use it", () => {
    const first = drawing(`<path id="world-0" d="${land}"/>`, `<use href="#world-0"/>`);
    expect(sharedOutlines([first, drawing(`<path id="map-3" d="${land}"/>`)])).toEqual([first, drawing(`<use id="map-3" href="#world-0"/>`)]);
  });

  it("leave short paths and single drawings alone", () => {
    const each = [drawing(`<path d="M0 0L1 1"/>`, `<path d="${land}"/>`), drawing(`<path d="M0 0L1 1"/>`)];
    expect(sharedOutlines(each)).toEqual(each);
  });

  it("show the same as before: every outline in the figures of this site is the one that stood there", () => {
    const drawings = figures.flatMap((figure) => drawFigure(figure, get).panels.map(({ wide }) => wide));
    const shared = sharedOutlines(drawings);
    expect(shared.join("").length).toBeLessThan(drawings.join("").length);
    expect(outlinesOf(shared.join(""))).toEqual(outlinesOf(drawings.join("")));
  });
});
