import fs from "node:fs";
import path from "node:path";
import type { Get } from "../../src/aggregates/all.ts";
import { drawFigure } from "../../src/figures/draw.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { figureSheet } from "../../src/figures/sheets.ts";
import { tableCsv } from "../../src/figures/table-csv.ts";
import { csvParseRows } from "d3-dsv";
import { type Check, drawings, elements, inherited } from "./drawings.ts";
import { sameBreaks, unmatchedCountries } from "./map-checks.ts";
import { operatorsDrawn } from "./operators-drawn.ts";

const luminance = (hex: string): number => {
  const part = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
};
/** WCAG contrast of two colours, `#rrggbb`. */
export const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

/** 1. The title is true of the data. */
export const titleHolds: Check = (figure, get) => (figure.holds(get) ? [] : ["the title is not true of the data"]);

/** 2. Titles of at most ten words, annotations of at most fifty characters. */
export const lengths: Check = (figure, get) => {
  const words = figure.title(get).split(/\s+/).length;
  const long = drawings(figure, get).flatMap(({ name, svg }) =>
    elements(svg)
      .filter((element) => element.tagName === "text" || element.tagName === "tspan")
      .filter((element) => element.querySelector("tspan") === null && element.textContent.trim().length > 50)
      .map((element) => `${name}: “${element.textContent.trim()}” is longer than 50 characters`),
  );
  return [...(words > 10 ? [`the title has ${words} words`] : []), ...long];
};

/** 3. Text of at least 12 px: in the narrow drawing where there is one, else in the only one. */
export const textSizes: Check = (figure, get) =>
  drawings(figure, get).flatMap(({ name, svg }) =>
    elements(svg)
      .filter((element) => element.tagName === "text" && element.textContent.trim() !== "")
      .filter((element) => Number(inherited(element, "font-size") ?? 10) < 12)
      .map((element) => `${name}: “${element.textContent.trim()}” is smaller than 12 px`),
  );

/** The values of the colours in both themes, as the page has them. */
const themes: Readonly<Record<"light" | "dark", Readonly<Record<string, string>>>> = (() => {
  const read = (block: string): Record<string, string> => Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name = "", value = ""]) => [name, value]));
  const css = fs.readFileSync(path.resolve(import.meta.dirname, "../../src/styles/tokens.css"), "utf8");
  const light = read(css.slice(0, css.indexOf("@media")));
  return { light, dark: { ...light, ...read(css.slice(css.indexOf('[data-theme="dark"]'))) } };
})();

const grounds = ["var(--land)", "var(--sea)", "var(--paper)"];

/**
 * 4. Solid marks stand out from their ground by 3 : 1 or more, words by 4.5 : 1, in both themes. Grid lines and tints are drawn with an
 * opacity and are no marks.
 */
export const markContrast: Check = (figure, get) =>
  drawings(figure, get).flatMap(({ name, svg }) =>
    elements(svg)
      .filter((element) => ["circle", "path", "rect", "line", "text"].includes(element.tagName) && element.closest("defs") === null && inherited(element, "stroke-opacity") === null && inherited(element, "fill-opacity") === null)
      .flatMap((element) => {
        const isText = element.tagName === "text";
        // The stroke of a text is a rim of paper; land and sea without an outline are grounds, not marks.
        const used = (isText ? ["fill"] : ["fill", "stroke"]).map((attribute) => inherited(element, attribute)).filter((value): value is string => value !== null && value !== "none" && !value.startsWith("url(") && !grounds.includes(value));
        return (["light", "dark"] as const).flatMap((theme) => {
          const values = themes[theme];
          const valueOf = (colour: string): string => (colour === "currentColor" ? (values[figure.lightCard === true ? "--map-ink" : "--ink"] ?? "") : colour.startsWith("var(") ? (values[colour.slice(4, -1)] ?? "") : colour);
          const known = used.map(valueOf).filter((value) => /^#[0-9a-f]{6}$/i.test(value));
          const best = Math.max(...known.map((value) => contrast(value, values[figure.lightCard === true ? "--sea" : "--paper"] ?? "")));
          return known.length > 0 && best < (isText ? 4.5 : 3) ? [`${name}: a ${element.tagName} in ${used.join(" and ")} has a contrast of ${best.toFixed(1)} in the ${theme} theme`] : [];
        });
      }),
  );

/** 5. No style blocks or attributes; every id once over all drawings of the figure. */
export const stylesAndIds: Check = (figure, get) => {
  const ids = drawings(figure, get).flatMap(({ svg }) => elements(svg).slice(1).map((element) => element.id).filter((id) => id !== ""));
  const styled = drawings(figure, get).filter(({ svg }) => /<style|\sstyle="/.test(svg));
  return [...styled.map(({ name }) => `${name}: a style is left`), ...[...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `the id ${id} stands twice`)];
};

/** 6. A role, a title and a description inside every drawing. */
export const accessibleNames: Check = (figure, get) =>
  drawings(figure, get).flatMap(({ name, svg }) => {
    const [root] = elements(svg);
    const named = (root?.getAttribute("aria-labelledby") ?? "").split(" ").filter((id) => (root?.querySelector(`[id="${id}"]`)?.textContent ?? "").trim() !== "").length;
    return root?.getAttribute("role") === "img" && named === 2 ? [] : [`${name}: no role, title or description`];
  });

/** 7. A table with rows, every cell filled, and a CSV that reads back as the same table. */
export const tables: Check = (figure, get) => {
  const table = figure.table(get);
  const rows = csvParseRows(tableCsv(table));
  const empty = table.rows.flatMap((row, index) => table.columns.filter((column) => row[column.key] === undefined || row[column.key] === "").map((column) => `row ${index + 1} has nothing under ${column.label}`));
  const unlike = rows.slice(1).flatMap((cells, index) => cells.flatMap((cell, column) => (cell.replace(/^'/, "") === String(table.rows[index]?.[table.columns[column]?.key ?? ""] ?? "").replace(/^'/, "") ? [] : [`CSV row ${index + 1} differs from the table`])));
  return [...(table.rows.length === 0 ? ["the table has no rows"] : []), ...(rows.length === table.rows.length + 1 ? [] : ["the CSV has other rows than the table"]), ...empty, ...unlike];
};

/** The figure reads the aggregates it names, and no others. */
export const declaredAggregates: Check = (figure, get) => {
  const asked = new Set<string>();
  const watching = ((id: never) => {
    asked.add(id);
    return get(id);
  }) as unknown as Get;
  figure.title(watching);
  figure.subtitle(watching);
  figure.alt(watching);
  figure.table(watching);
  figure.sources(watching);
  figure.statuses(watching);
  figure.panels(watching);
  figure.holds(watching);
  const declared = new Set<string>(figure.from);
  return [...[...asked].filter((id) => !declared.has(id)).map((id) => `it reads ${id}, which \`from\` does not name`), ...[...declared].filter((id) => !asked.has(id)).map((id) => `\`from\` names ${id}, which it never reads`)];
};

const months = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Jul";
/** Digits that are dates, clock times, years, and names: allowed anywhere. */
const dateOrName = new RegExp(`\\b\\d{1,2}(?: to \\d{1,2}| and \\d{1,2}|–\\d{1,2})? (?:${months})(?: \\d{4})?|\\d{1,2}:\\d{2}|\\b(?:19|20)\\d{2}\\b|\\d{4}-\\d{2}-\\d{2}|XS4ALL|M49|region 142|/(?:8|16|24)\\b|24-hour|1:50|per 1,000|1-2-5`, "g");
const numbersIn = (text: string): string[] => text.replace(dateOrName, " ").match(/\d[\d,]*(?:\.\d+)?/g)?.map((number) => number.replace(/,/g, "").replace(/^0+(?=\d)/, "")) ?? [];

/** Numbers in any text: digits with their commas, decimals and powers of ten. */
const valuesIn = (text: string): number[] => (text.match(/\d[\d,]*(?:\.\d+)?(?:e-?\d+)?/g) ?? []).map((number) => Number(number.replace(/,/g, "")));

/** Which of the numbers in some words are none of the given values. Words may round: 1.8132 in the data is 1.81 in a sentence. */
const numbersLacking = (words: string, values: readonly number[]): string[] => {
  const byDecimals = new Map<number, Set<string>>();
  const has = (number: string): boolean => {
    const decimals = number.split(".")[1]?.length ?? 0;
    const rounded = byDecimals.get(decimals) ?? new Set(values.map((value) => value.toFixed(decimals)));
    byDecimals.set(decimals, rounded);
    return rounded.has(number);
  };
  return numbersIn(words).filter((number) => !has(number));
};

/** What the ledger states: the numbers themselves, and not the digits in its dates, addresses and remarks. */
const statedIn = (figure: Figure, get: Get): number[] =>
  figure.from.includes("claims") ? get("claims").rows.flatMap(({ value, low, high }) => [value, low, high]).filter((value) => value !== null) : [];

/**
 * 11. Every number in the title is in the figure's table or is a claim's. Every number in the subtitle, the alternative text and the notes is a
 * number of the figure's own data.
 */
export const numbersResolve: Check = (figure, get) => {
  const { rows } = figure.table(get);
  const shown = [...valuesIn(JSON.stringify(rows)), rows.length];
  const held = [...shown, ...figure.from.flatMap((id) => valuesIn(JSON.stringify(get(id as "claims"))))];
  return [
    ...numbersLacking(figure.title(get), [...shown, ...statedIn(figure, get)]).map((number) => `the title's ${number} is neither in the table nor a claim`),
    ...[figure.subtitle(get), figure.alt(get), ...(figure.notes ?? [])].flatMap((text) => numbersLacking(text, held)).map((number) => `the number ${number} is in its words and not in its data`),
  ];
};

/** 12. The sheet refers to nothing outside itself. */
export const standsAlone: Check = (figure, get) => {
  const sheet = figureSheet(figure, get, "example.org/figures/x/", "sheet");
  const outside = [...sheet.matchAll(/(?:href|src)="(?!#)([^"]+)"|url\((?!#)([^)]+)\)|var\((--[\w-]+)\)/g)].map((match) => match[0]);
  return outside.map((reference) => `the sheet refers to ${reference}`);
};

/** 13. Drawing twice gives the same bytes. */
export const deterministic: Check = (figure, get) => {
  const once = JSON.stringify([drawFigure(figure, get), figureSheet(figure, get, "x", "sheet")]);
  return once === JSON.stringify([drawFigure(figure, get), figureSheet(figure, get, "x", "sheet")]) ? [] : ["two drawings differ"];
};

/** Words: a subtitle, how to read it, sources, an objection, an alternative text that ends with the table. */
export const wordsComplete: Check = (figure, get) => {
  const alt = figure.alt(get);
  return [
    ...(figure.subtitle(get).length < 20 ? ["the subtitle says too little"] : []),
    ...(figure.howToRead.length < 20 ? ["it does not say how to read it"] : []),
    ...(figure.sources(get).length === 0 ? ["it names no source"] : []),
    ...(figure.objection.length < 20 ? ["it names no objection"] : []),
    ...(figure.statuses(get).length === 0 ? ["it does not say how its values came to us"] : []),
    ...(alt.endsWith("Table follows.") ? [] : ["the alternative text does not lead to the table"]),
    ...(/image of|picture of/i.test(alt) ? ["the alternative text says “image of”"] : []),
    ...numbersIn(figure.title(get)).filter((number) => !numbersIn(alt).includes(number)).map((number) => `the alternative text leaves out the title's ${number}`),
  ];
};

/** The checks that every figure has to pass, in the order of their numbers. */
export const thirteen = [
  ["1, the title is true", titleHolds],
  ["2, short title and annotations", lengths],
  ["3, text of 12 px", textSizes],
  ["4, contrast of marks", markContrast],
  ["5, no styles, ids once", stylesAndIds],
  ["6, role, title, description", accessibleNames],
  ["7, table and CSV", tables],
  ["8, operators drawn as the grammar says", operatorsDrawn],
  ["9, the same breaks everywhere", sameBreaks],
  ["10, no country without a match", unmatchedCountries],
  ["11, every number has a source", numbersResolve],
  ["12, the sheet stands alone", standsAlone],
  ["13, the same bytes again", deterministic],
] as const satisfies readonly (readonly [string, Check])[];

/** And two of this project's own. */
export const more = [
  ["it reads what it declares", declaredAggregates],
  ["its words are complete", wordsComplete],
] as const satisfies readonly (readonly [string, Check])[];
