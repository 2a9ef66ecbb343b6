import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { AggregateId, Get } from "../../src/aggregates/all.ts";
import { figures } from "../../src/figures/all.ts";
import { asiaShare } from "../../src/figures/asia-share.ts";
import type { Figure, FigurePanel } from "../../src/figures/figure.ts";
import { hostsByCountryMap } from "../../src/figures/hosts-by-country-map.ts";
import { howMany } from "../../src/figures/how-many.ts";
import { what7528Implies as whatImplies } from "../../src/figures/what-7528-implies.ts";
import { get } from "../../src/published.ts";
import * as checks from "./checks.ts";
import type { Check } from "./drawings.ts";

const all: readonly (readonly [string, Check])[] = [...checks.thirteen, ...checks.more];

it("has figures, each with an id of its own", () => {
  expect(figures.length).toBeGreaterThan(3);
  expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
});

describe.each(figures.map((figure) => [figure.id, figure] as const))("%s", (_, figure) => {
  it.each(all)("passes %s", (_name, check) => {
    expect(check(figure, get)).toEqual([]);
    // Drawing a figure several times over takes a busy machine its time.
  }, 60_000);
});

const firstPanel = (figure: Figure): FigurePanel => {
  const [panel] = figure.panels(get);
  if (panel === undefined) throw new Error(`${figure.id} draws nothing`);
  return panel;
};
const claimed = firstPanel(howMany);
/** A panel with other marks in its wide drawing. */
const marked = (panel: FigurePanel, marks: unknown[]): FigurePanel => ({ ...panel, wide: { plot: { ...panel.wide.plot, marks: marks as never } } });
const withMarks = (marks: unknown[]): Partial<Figure> => ({ panels: () => [marked(claimed, marks)] });
/** The figure with one element more in its first drawing. */
const withMore = (figure: Figure, made: () => SVGElement): Partial<Figure> => {
  const panel = firstPanel(figure);
  return { panels: () => [marked(panel, [...(panel.wide.plot.marks ?? []), made]), ...figure.panels(get).slice(1)] };
};
/** The figure as it would be drawn if a claim of the ledger had another operator, which its drawing then misses. */
const withClaim = (id: string, operator: string): Get => ((name: AggregateId) => (name === "claims" ? { ...get("claims"), rows: get("claims").rows.map((claim) => (claim.id === id ? { ...claim, operator } : claim)) } : get(name as "claims"))) as unknown as Get;
const drawnWith = (figure: Figure, other: Get): Partial<Figure> => ({ panels: () => figure.panels(other) });

/** A number in the texts of the ledger that no claim states and the figure's table does not hold. */
const remarked = ((): string => {
  const stated = new Set(get("claims").rows.flatMap(({ value, low, high }) => [value, low, high]));
  const found = JSON.stringify([get("claims").rows.map(({ evidence }) => evidence), howMany.table(get).rows]).match(/(?<![\d.,])\d{4,}(?![\d.,])/g);
  const lone = found?.find((number) => !/^(?:19|20)/.test(number) && !stated.has(Number(number)) && !JSON.stringify(howMany.table(get).rows).includes(number));
  if (lone === undefined) throw new Error("no remark of the ledger has a number of its own");
  return lone;
})();

interface Broken {
  readonly how: string;
  readonly of?: Figure;
  readonly change: Partial<Figure>;
  /** What the check has to say. */
  readonly says: RegExp;
}

/** Figures broken for each check: the check must see each, and for the right reason. */
const broken: Readonly<Record<string, readonly Broken[]>> = {
  "1, the title is true": [{ how: "a title that the data deny", change: { holds: () => false }, says: /not true/ }],
  "2, short title and annotations": [
    { how: "eleven words", change: { title: () => "one two three four five six seven eight nine ten eleven" }, says: /11 words/ },
    { how: "a long annotation", change: withMore(howMany, () => element("text", { "font-size": "12" }, "an annotation that goes on for fifty-one letters or so")), says: /longer than 50/ },
  ],
  "3, text of 12 px": [{ how: "an axis of Plot's own", change: { panels: () => [{ ...claimed, wide: { plot: { ...claimed.wide.plot, x: { axis: "bottom" } } } }] }, says: /smaller than 12 px/ }],
  "4, contrast of marks": [
    { how: "a dot that is faint on white", change: withMarks([() => element("circle", { r: "4", fill: "#eeeeee" })]), says: /contrast of 1\.\d in the light theme/ },
    { how: "a dot that is faint in the dark alone", change: withMarks([() => element("circle", { r: "4", fill: "#14171a" })]), says: /contrast of 1\.\d in the dark theme/ },
    { how: "words in a colour for marks", change: withMarks([() => element("text", { fill: "var(--sans-isc)", "font-size": "13" }, "228,949")]), says: /a text in var\(--sans-isc\)/ },
  ],
  "5, no styles, ids once": [{ how: "two panels of one id", change: { panels: () => [claimed, claimed] }, says: /stands twice/ }],
  "6, role, title, description": [{ how: "a drawing without a description", change: { alt: () => "" }, says: /no role, title or description/ }],
  "7, table and CSV": [{ how: "a cell that holds nothing", change: { table: () => ({ columns: [{ key: "a", label: "A" }], rows: [{ b: 1 }] }) }, says: /nothing under A/ }],
  "8, operators drawn as the grammar says": [
    { how: "Symantec's bound drawn as a point", change: drawnWith(howMany, withClaim("symantec-bound", "eq")), says: /symantec-bound is drawn as eq, and the ledger says lt/ },
    { how: "a bound that points up", change: drawnWith(howMany, withClaim("symantec-bound", "gt")), says: /symantec-bound is drawn as gt/ },
    { how: "a disputed number without dashes", change: drawnWith(howMany, withClaim("kaspersky-denial", "lt")), says: /kaspersky-denial is drawn as lt/ },
    { how: "an exact share that was stated as about", of: asiaShare, change: drawnWith(asiaShare, withClaim("xs4all-asia-probes", "eq")), says: /xs4all-asia-probes is drawn as eq/ },
    { how: "an exact number drawn open", change: withMore(howMany, () => element("circle", { r: "4", fill: "var(--paper)", stroke: "#000000", "data-says": "eq sans-13" })), says: /sans-13 \(eq\) is not filled/ },
    { how: "a point that stands for nothing", change: withMore(howMany, () => element("circle", { r: "4", cx: "300", cy: "40" })), says: /stands for no number/ },
    { how: "a rank drawn as a point", change: withMore(howMany, () => element("circle", { r: "4", cx: "300", cy: "40", "data-says": "rank xs4all-order" })), says: /\(rank\) has a mark, and is no number/ },
    { how: "a modelled value filled like a count", of: whatImplies, change: withMore(whatImplies, () => element("circle", { r: "4", cx: "300", cy: "40", fill: "#000000", "data-says": "modelled total" })), says: /filled like a count/ },
    { how: "a claim of the table that is not drawn", change: withMarks([]), says: /wide: the table lists xs4all-half-hour, which is neither drawn nor written/ },
  ],
  "9, the same breaks everywhere": [
    { how: "a class with other ends", of: hostsByCountryMap, change: withMore(hostsByCountryMap, () => keyOf("var(--r1)", "0.2 to 0.7")), says: /means “0\.2 to 0\.7” here and “0\.2 to 0\.5” elsewhere/ },
    { how: "a country in the shade of another class", of: hostsByCountryMap, change: { panels: () => [...hostsByCountryMap.panels(get).slice(1).map((panel) => marked(panel, [...(panel.wide.plot.marks ?? []), () => element("path", { d: "M0,0L1,1", fill: "var(--r0)", "data-country": "410" })]))] }, says: /410 has the shade/ },
    { how: "a circle of another scale", of: hostsByCountryMap, change: withMore(hostsByCountryMap, () => element("circle", { r: "20", "data-country": "392", fill: "#000000" })), says: /circle of 392 has another scale/ },
  ],
  "10, no country without a match": [
    { how: "an id that the map does not know", of: hostsByCountryMap, change: withMore(hostsByCountryMap, () => element("circle", { r: "4", "data-country": "999" })), says: /knows no country 999/ },
    { how: "a country of the table that no map shows", of: hostsByCountryMap, change: { panels: () => hostsByCountryMap.panels(get).map((panel) => marked(panel, (panel.wide.plot.marks ?? []).slice(0, 6))) }, says: /in the table and not on the map/ },
    { how: "a name without an id", of: hostsByCountryMap, change: { table: () => ({ columns: [{ key: "country", label: "Country" }], rows: [{ country: "Ruritania" }] }) }, says: /Ruritania has no country id/ },
    { how: "a map without countries", change: { lightCard: true }, says: /draws no country/ },
  ],
  "11, every number has a source": [
    { how: "a number from nowhere", change: { subtitle: () => "A subtitle that states 424,242 machines." }, says: /424242 is in its words/ },
    { how: "a title's number from nowhere", change: { title: () => "SANS counted 424,242 machines" }, says: /title's 424242 is neither/ },
    { how: "a title with a number that stands in a remark of the ledger alone", change: { title: () => `SANS counted ${remarked} machines` }, says: new RegExp(`title's ${remarked} is neither`) },
    { how: "a title with a claim's number in a figure without claims", of: hostsByCountryMap, change: { title: () => "SANS counted 228,949 machines" }, says: /title's 228949 is neither/ },
  ],
  "12, the sheet stands alone": [{ how: "a picture from elsewhere", change: withMarks([() => element("image", { href: "https://example.org/a.png" })]), says: /example\.org/ }],
  "13, the same bytes again": [{ how: "words that count the drawings", change: { subtitle: counter() }, says: /differ/ }],
  "it reads what it declares": [{ how: "an aggregate that is never read", change: { from: ["claims", "clock-xs4all"] }, says: /never reads/ }],
  "its words are complete": [{ how: "“image of”", change: { alt: () => "Image of a chart." }, says: /image of/ }],
};

function counter(): () => string {
  let calls = 0;
  return () => `drawn for the ${String(++calls).repeat(3)}th time`;
}
const dom = new JSDOM("").window.document;
function element(name: string, attributes: Readonly<Record<string, string>>, text = ""): SVGElement {
  const made = dom.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
/** A square of a key with its words beside it. */
function keyOf(fill: string, words: string): SVGElement {
  const group = element("g", {});
  group.append(element("path", { d: "M0,0H8V8Z", transform: "translate(20,300)", fill }), element("text", { transform: "translate(34,300)", "font-size": "12" }, words));
  return group;
}

describe("each check sees a figure that is broken for it", () => {
  it.each(all.flatMap(([name, check]) => (broken[name] ?? []).map((each) => [name, each.how, check, each] as const)))("%s: %s", (_name, _how, check, { of = howMany, change, says }) => {
    expect(check({ ...of, ...change }, get).join("\n")).toMatch(says);
  });

  it("is shown one for every check", () => {
    expect(all.map(([name]) => name).filter((name) => (broken[name] ?? []).length === 0)).toEqual([]);
    expect(checks.thirteen).toHaveLength(13);
  });
});
