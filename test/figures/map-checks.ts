import { rateClasses } from "../../src/charts/rate-map.ts";
import { type Check, drawings, elements, inherited, isPoint, placeOf } from "./drawings.ts";

const ramp = /^var\(--r\d\)$/;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Words that stand to the right of a mark of a key, on its line. */
function wordsBeside(mark: Element, parts: readonly Element[]): string {
  const [x, y] = placeOf(mark) ?? [0, 0];
  const near = (text: Element): boolean => {
    const place = placeOf(text);
    return place !== null && Math.abs(place[1] - y) < 12 && place[0] > x && place[0] - x < 40;
  };
  return parts.find((part) => part.tagName === "text" && near(part))?.textContent.trim() ?? "";
}

/** `0.2 to 0.5` → its two ends; the upper one belongs to the next class. */
function endsOf(words: string): readonly [number, number] {
  const [first = Number.NaN, second] = words.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  return words.startsWith("under") ? [0, first] : words.endsWith("more") ? [first, Number.POSITIVE_INFINITY] : [first, second ?? Number.NaN];
}

/**
 * 9. The same breaks across all panels of a figure and across all figures: a step of the ramp has the same words in every key, and every
 * country on a map has the shade of the class that its value falls into; circles of one drawing have one scale.
 */
export const sameBreaks: Check = (figure, get) => {
  const rows = new Map(get("countries-caida-2001-07-19").rows.map((row) => [row.isoNumeric, row]));
  const standard = new Map<string, string>(rateClasses.map(({ fill, words }) => [fill, words]));
  return drawings(figure, get).flatMap(({ name, svg }) => {
    const parts = elements(svg);
    const shaded = parts.filter((part) => ramp.test(part.getAttribute("fill") ?? inherited(part, "fill") ?? "") && part.tagName !== "g");
    const fillOf = (part: Element): string => inherited(part, "fill") ?? "";
    const key = shaded.filter((part) => !part.hasAttribute("data-country"));
    const inKey = new Map(key.map((part) => [fillOf(part), wordsBeside(part, parts)]));
    const wrongWords = [...inKey].filter(([fill, words]) => standard.get(fill) !== words).map(([fill, words]) => `${name}: ${fill} means “${words}” here and “${standard.get(fill) ?? "nothing"}” elsewhere`);
    const wrongShades = shaded.flatMap((part) => {
      const id = part.getAttribute("data-country");
      if (id === null) return [];
      const rate = rows.get(id)?.perThousandInternetUsers;
      const words = inKey.get(fillOf(part));
      if (words === undefined) return [`${name}: the shade of ${id} is not in the key`];
      const [low, high] = endsOf(words);
      return rate !== undefined && !("missing" in rate) && rate.value >= low && rate.value < high ? [] : [`${name}: ${id} has the shade of “${words}” and not its value`];
    });
    const circles = parts.filter((part) => part.tagName === "circle" && part.hasAttribute("data-country") && rows.has(part.getAttribute("data-country") ?? "") && Number(part.getAttribute("r")) > 4);
    const scaled = (part: Element, count: number): number => Number(part.getAttribute("r")) / Math.sqrt(count);
    const keys = parts.filter((part) => isPoint(part) && part.tagName === "circle" && !part.hasAttribute("data-country") && /^\d[\d,]*$/.test(wordsBeside(part, parts)));
    const largest = keys.toSorted((a, b) => Number(b.getAttribute("r")) - Number(a.getAttribute("r")))[0];
    // Radii are rounded to a tenth of a pixel.
    const wrongCircles = circles.filter((part) => {
      const hosts = rows.get(part.getAttribute("data-country") ?? "")?.hosts ?? 0;
      return Math.abs(scaled(part, hosts) * Math.sqrt(hosts) - (Number(largest?.getAttribute("r")) / Math.sqrt(100_000)) * Math.sqrt(hosts)) > 0.15;
    });
    return [...wrongWords, ...wrongShades, ...wrongCircles.map((part) => `${name}: the circle of ${part.getAttribute("data-country") ?? ""} has another scale than the key, ${round(Number(part.getAttribute("r")))} px`)];
  });
};

/** Rows of tables of countries that are no country, and are drawn as a region or as the hatched class. */
const noCountry = /^(?:Asia|Everything else)/;

/** 10. No country id without a match: every country of the table is on every kind of map that shows values, and every id drawn is on the map. */
export const unmatchedCountries: Check = (figure, get) => {
  const parts = drawings(figure, get).map((drawing) => ({ name: drawing.name, ids: [...new Set(elements(drawing.svg).flatMap((part) => part.getAttribute("data-country") ?? []))] }));
  const maps = parts.filter(({ ids }) => ids.length > 0);
  if (figure.lightCard !== true && maps.length === 0) return [];
  const world = new Set(get("world").points.map(({ id }) => id));
  const byName = new Map(get("countries-caida-2001-07-19").rows.map((row) => [row.name, row.isoNumeric]));
  const named = figure.table(get).rows.map((row) => String(row["country"] ?? "")).filter((name) => name !== "" && !noCountry.test(name));
  return [
    ...(maps.length === 0 ? ["it is a map and draws no country"] : []),
    ...maps.flatMap(({ name, ids }) => ids.filter((id) => !world.has(id)).map((id) => `${name}: the map knows no country ${id}`)),
    ...named.filter((name) => !byName.has(name)).map((name) => `${name} has no country id`),
    ...maps.flatMap(({ name, ids }) => named.flatMap((country) => { const id = byName.get(country); return id === undefined || ids.includes(id) ? [] : [`${name}: ${country} is in the table and not on the map`]; })),
  ];
};
