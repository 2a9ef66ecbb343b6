import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { colours, lightValues } from "../../src/charts/palette.ts";
import { contrast } from "../figures/checks.ts";

const css = fs.readFileSync(path.resolve(import.meta.dirname, "../../src/styles/tokens.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

type Values = Readonly<Record<string, string>>;

/** Custom properties of the rules of one selector, which must stand once. */
function valuesOf(selector: string): Values {
  const blocks = css.split("}").filter((block) => block.slice(0, block.lastIndexOf("{")).trim().endsWith(selector));
  if (blocks.length !== 1) throw new Error(`${selector} stands ${blocks.length} times in tokens.css`);
  return Object.fromEntries([...(blocks[0] ?? "").matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value.trim()]));
}

const light = valuesOf(":root");
const preferred = valuesOf(':root:not([data-theme="light"])');
const fixed = valuesOf(':root[data-theme="dark"]');
const themes: readonly (readonly [theme: string, values: Values])[] = [["light", light], ["dark", { ...light, ...fixed }]];

/** Contrast of two tokens of a theme. */
const against = (values: Values, token: string, ground: string): number => contrast(values[token] ?? "", values[ground] ?? "");

describe("the colours", () => {
  it("of drawings that leave the site are the light ones of the pages", () => {
    expect(Object.keys(lightValues).length).toBeGreaterThan(10);
    expect(Object.entries(lightValues).filter(([name, value]) => light[name] !== value)).toEqual([]);
    expect(Object.values(colours).filter((colour) => lightValues[colour.slice(4, -1)] === undefined)).toEqual([]);
  });

  // The palette stands twice: `light-dark()` is younger than the oldest browsers that the build aims at, where every mark would turn black.
  it("of dark mode are the same whether the reader or the page chose it", () => {
    expect(Object.keys(fixed).length).toBeGreaterThan(10);
    expect(preferred).toEqual(fixed);
    expect(Object.keys(fixed).filter((name) => light[name] === undefined)).toEqual([]);
  });

  describe.each(themes)("in %s", (_, values) => {
    it.each(["--ink", "--ink-2", "--hairline", "--xs4all", "--sans-isc", "--symantec", "--worm"])("%s stands out as a mark, 3 to 1", (token) => {
      expect(against(values, token, "--paper")).toBeGreaterThanOrEqual(3);
    });

    it.each(["--ink", "--ink-2", "--link", "--xs4all-text", "--sans-isc-text", "--symantec-text"])("%s is readable as text on paper and panel, 4.5 to 1", (token) => {
      expect(Math.min(against(values, token, "--paper"), against(values, token, "--panel"))).toBeGreaterThanOrEqual(4.5);
    });

    it("text and borders of a map keep to its light card", () => {
      expect(Math.min(against(values, "--map-ink", "--land"), against(values, "--map-ink", "--sea"))).toBeGreaterThanOrEqual(4.5);
      expect(Math.min(against(values, "--border", "--land"), against(values, "--border", "--sea"))).toBeGreaterThanOrEqual(3);
    });
  });
});
