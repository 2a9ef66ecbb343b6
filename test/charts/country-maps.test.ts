import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { countries } from "../../src/aggregates/countries.ts";
import { world as buildWorld } from "../../src/aggregates/world.ts";
import { rateBreaks, rateClass, rateClasses, rateMap } from "../../src/charts/rate-map.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { radiusOf, symbolMap } from "../../src/charts/symbol-map.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());
const world = buildWorld(records);
const july = countries(records).rows;
const tiny = ["344", "702"];
const words = { id: "map", title: "t", description: "d" };
const counts = july.map((row) => ({ id: row.isoNumeric, hosts: row.hosts, text: row.name }));
const rates = july.flatMap((row) => ("missing" in row.perThousandInternetUsers ? [] : [{ id: row.isoNumeric, value: row.perThousandInternetUsers.value, text: row.name }]));
const paths = (svg: string): string[] => [...svg.matchAll(/ d="(M[^"]+)"/g)].map(([, d = ""]) => d);

describe("circles", () => {
  test("the area, not the radius, is in proportion to the count", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom("wide" as const, "narrow" as const), (a, b, size) => {
        expect(radiusOf(a, size) ** 2 / radiusOf(b, size) ** 2).toBeCloseTo(a / b, 6);
      }),
    );
  });

  test("Plot draws the radii as given, one circle for each country and one for each size of the key", () => {
    const svg = drawSvg(symbolMap(world, counts, tiny, "rest", "wide"), words);
    const radii = [...svg.matchAll(/<circle[^>]* r="([\d.]+)"/g)].map(([, r]) => Number(r));
    for (const { hosts } of counts) expect(radii).toContain(Number(radiusOf(hosts, "wide").toFixed(1)));
    expect(svg.match(/>(?:5,000|25,000|100,000)</g)).toHaveLength(3);
  });
});

describe("classes of the rate", () => {
  test("breaks are steps of 1-2-5, in order, and there is one class more than breaks", () => {
    for (const end of rateBreaks) expect([1, 2, 5]).toContain(Number((end / 10 ** Math.floor(Math.log10(end))).toPrecision(3)));
    expect([...rateBreaks].sort((a, b) => a - b)).toEqual([...rateBreaks]);
    expect(rateClasses).toHaveLength(rateBreaks.length + 1);
  });

  test("a value on a break belongs above it, and a higher rate never has a lower class", () => {
    expect(rateBreaks.map(rateClass)).toEqual([1, 2, 3, 4]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }), (a, b) => {
        expect(Math.sign(rateClass(a) - rateClass(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("a rate that is no rate is refused", () => {
    expect(() => rateClass(Number.NaN)).toThrow();
    expect(() => rateClass(-0.1)).toThrow();
  });

  test("the key names the classes up to the highest that occurs, and the hatched one", () => {
    const svg = drawSvg(rateMap(world, rates, tiny, "not broken down", "wide"), words);
    const highest = Math.max(...rates.map(({ value }) => rateClass(value)));
    for (const [index, { words: name }] of rateClasses.entries()) expect(svg.includes(`>${name}<`)).toBe(index <= highest);
    expect(svg).toContain(">not broken down<");
  });

  test("every country is filled with the step of its class, and a square repeats the step of those too small to show it", () => {
    const small = ["826", "528", "276", "410", "158", "392"];
    const svg = drawSvg(rateMap(world, rates, tiny, "rest", "wide"), words);
    for (const [index, { fill }] of rateClasses.entries()) {
      const countriesOfClass = rates.filter(({ value }) => rateClass(value) === index).length;
      const inKey = index <= Math.max(...rates.map(({ value }) => rateClass(value))) ? 1 : 0;
      const squares = rates.filter(({ id, value }) => small.includes(id) && rateClass(value) === index).length;
      expect(svg.split(`fill="${fill}"`).length - 1).toBe(countriesOfClass + inKey + squares);
    }
  });
});

describe("the map of counts", () => {
  test("tints the countries with a count, for plain land would mean that nobody was seen there", () => {
    const svg = drawSvg(symbolMap(world, counts, tiny, "rest", "wide"), words);
    expect(svg.match(/fill-opacity="0.1"/g)).toHaveLength(counts.length);
  });
});

describe("the ground", () => {
  /** The two longest shapes of a map, each once: all land, and all borders. */
  const ground = (svg: string): string[] => [...new Set(paths(svg))].sort((a, b) => b.length - a.length).slice(0, 2);

  for (const size of ["wide", "narrow"] as const)
    test(`is the same in both ${size} maps, byte for byte: all land once and all borders once`, () => {
      const ofCounts = ground(drawSvg(symbolMap(world, counts, tiny, "rest", size), words));
      const ofRates = ground(drawSvg(rateMap(world, rates, tiny, "rest", size), words));
      expect(ofCounts.map((d) => d.length > 3000)).toEqual([true, true]);
      expect(ofCounts.join(" ") === ofRates.join(" ")).toBe(true);
    });

  test("land without a figure is hatched and never plain: plain would mean that nobody was seen", () => {
    const svg = drawSvg(rateMap(world, rates, tiny, "rest", "wide"), words);
    expect(svg).toMatch(/<pattern[^>]*id="map-0"/);
    expect(svg).toMatch(/<path[^>]*d="M[^"]{3000,}"/);
    expect(svg).not.toContain('fill="var(--land)" stroke="var(--border)"');
    expect(svg.match(/url\(#map-0\)/g)?.length).toBeGreaterThanOrEqual(2 + tiny.length - 1);
  });

  test("a shape that is drawn twice is written once", () => {
    const long = paths(drawSvg(rateMap(world, rates, tiny, "rest", "wide"), words)).filter((d) => d.length > 3000);
    expect(new Set(long).size).toBe(long.length);
  });

  test("a value whose country the map does not know is an error, never a value left out", () => {
    expect(() => symbolMap(world, [{ id: "999", hosts: 5, text: "nowhere" }], [], "rest", "wide")).toThrow(/999/);
    expect(() => rateMap(world, [{ id: "702", value: 1, text: "no outline" }], [], "rest", "wide")).toThrow(/702/);
  });

  test("a drawing is light enough to send", () => {
    for (const size of ["wide", "narrow"] as const) expect(drawSvg(symbolMap(world, counts, tiny, "rest", size), words).length).toBeLessThan(90_000);
  });
});
