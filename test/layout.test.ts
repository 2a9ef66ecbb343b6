import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

interface Rule {
  /** Folders of `src` (or files at its root, without their ending) whose code may be imported. Its own is always allowed. */
  readonly code?: readonly string[];
  /** Folders of which types alone may be imported. */
  readonly types?: readonly string[];
  /** Packages; `name/` allows everything below it. */
  readonly packages?: readonly string[];
  /** No disk, clock, chance, network, environment, local time or screen. */
  readonly pure: boolean;
}

/** Who may import what. Data flow from left to right through these folders; imports point back. */
const rules: Readonly<Record<string, Rule>> = {
  schema: { packages: ["zod"], pure: true },
  // `node:crypto` for a hash, which is as pure as any sum.
  readers: { code: ["schema"], packages: ["csv-parse/sync", "jsonc-parser", "node:crypto", "topojson-specification", "zod"], pure: true },
  model: { pure: true },
  ingest: { code: ["schema"], pure: true },
  aggregates: { code: ["schema", "model"], types: ["readers"], packages: ["d3-geo", "geojson", "topojson-client", "topojson-server", "topojson-simplify", "topojson-specification", "zod"], pure: true },
  pipeline: { code: ["readers", "aggregates"], types: ["schema"], pure: true },
  published: { types: ["aggregates"], pure: true },
  charts: { code: ["schema"], types: ["aggregates"], packages: ["@observablehq/plot", "geojson", "topojson-client", "topojson-specification"], pure: true },
  figures: { code: ["charts", "schema"], types: ["aggregates"], packages: ["d3-dsv"], pure: true },
  // `model`: what a reader computes in the browser is the arithmetic that the build uses.
  components: { code: ["charts", "figures", "model", "published", "schema", "styles"], types: ["aggregates"], packages: ["astro:content"], pure: false },
  // A page's head names its picture, which is a figure's sheet.
  layouts: { code: ["charts", "components", "figures", "published", "schema", "styles"], packages: ["astro:content"], pure: false },
  prose: { code: ["components", "published", "schema"], types: ["aggregates"], pure: false },
  // What the published data are, for people and machines; among it lines of code that readers paste, which may fetch.
  dictionary: { code: ["schema"], pure: false },
  // What becomes of a page once it is built: its policy, its copies for a disk and for a frozen version, whose script fetches.
  "built-pages": { packages: ["parse5"], pure: false },
  // Settings of the servers that publish the site.
  hosting: { pure: true },
  content: { code: ["schema"], packages: ["astro:content", "astro/loaders", "zod"], pure: false },
  // `pipeline` for the text of a download, which is the text of the committed file.
  pages: { code: ["charts", "components", "content", "dictionary", "figures", "layouts", "pipeline", "prose", "published", "schema", "styles"], types: ["aggregates"], packages: ["astro", "astro:content", "@astrojs/"], pure: false },
  styles: { pure: false },
};

/** Folders of `src` that the scripts may import: what reads, counts, describes and finishes. They leave drawing and pages to the site's build. */
const scriptsMayImport: readonly string[] = ["built-pages", "dictionary", "hosting", "ingest", "model", "pipeline", "readers", "schema"];

/** Packages that one file alone may use: a document exists in one place, and so does the measuring of letters. */
const reserved: readonly (readonly [RegExp, string])[] = [
  [/^(?:jsdom|svgpath)$/, "src/charts/svg.ts"],
  [/^(?:opentype\.js$|@expo-google-fonts\/)/, "src/charts/typeface.ts"],
];

const impurities: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, "reads the clock (Date.now)"],
  [/\bnew Date\(\s*\)/, "reads the clock (new Date())"],
  [/\bperformance\.now\b/, "reads the clock (performance.now)"],
  [/\bMath\.random\b/, "draws at random (Math.random)"],
  [/\bfetch\(/, "uses the network (fetch)"],
  [/\bprocess\./, "reads the process (process)"],
  [/\bimport\.meta\.env\b/, "reads the environment (import.meta.env)"],
  [/\bconsole\./, "writes to the screen (console)"],
  [/\bimport\(/, "imports while running (import())"],
  [/\.get(?:FullYear|Month|Date|Day|Hours|Minutes)\(/, "uses the local time of the machine; use the UTC twin"],
];

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

function importsOf(code: string): Import[] {
  return [...code.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:([^;"']*?)\s+from\s+)?["']([^"']+)["']/gm)].map(([, type, names = "", from = ""]) => {
    const named = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]?.split(",").map((name) => name.trim()).filter((name) => name !== "");
    return { from, typeOnly: type !== undefined || (named !== undefined && named.length > 0 && named.every((name) => name.startsWith("type "))) };
  });
}

/** `src/charts/ladder.ts` → `charts`; `src/pipeline.ts` → `pipeline`. */
const stageOf = (file: string): string => (file.split("/")[1] ?? "").replace(/\.(?:config\.)?ts$/, "");

/** Everything in one file of `src` that the layout forbids, each as a sentence that names the file. */
function offences(file: string, text: string): string[] {
  const stage = stageOf(file);
  const rule = rules[stage];
  if (rule === undefined) return [`${file} is in no folder of the layout; add ${stage} to the table in test/layout.test.ts, with a reason`];
  const code = withoutComments(text);
  const faults = importsOf(code).flatMap(({ from, typeOnly }): string[] => {
    if (from.startsWith(".")) {
      const target = path.posix.join(path.posix.dirname(file), from);
      const wanted = stageOf(target);
      if (!target.startsWith("src/")) return /^data\/aggregates\//.test(target) && stage === "published" ? [] : [`${file} imports ${target}, which is outside src`];
      const allowed = wanted === stage || rule.code?.includes(wanted) === true || (typeOnly && rule.types?.includes(wanted) === true);
      return allowed ? [] : [`${file} imports ${target}${rule.types?.includes(wanted) === true ? ": types alone are allowed" : ""}`];
    }
    const keeper = reserved.find(([name]) => name.test(from))?.[1];
    if (keeper !== undefined) return keeper === file ? [] : [`${file} imports ${from}, which ${keeper} alone may`];
    const allowed = rule.packages?.some((name) => (name.endsWith("/") ? from.startsWith(name) : from === name)) === true;
    return allowed ? [] : [`${file} imports ${from}`];
  });
  return [...faults, ...(rule.pure ? impurities.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${file} ${what}`) : [])];
}

/** Everything in one file of `scripts` that the layout forbids. */
const offencesOfScript = (file: string, text: string): string[] =>
  [...importsOf(withoutComments(text)).map(({ from }) => from), ...[...withoutComments(text).matchAll(/\bimport\(\s*["'](\.[^"']+)["']/g)].map(([, from = ""]) => from)].flatMap((from) => {
    if (!from.startsWith(".")) return [];
    const target = path.posix.join(path.posix.dirname(file), from);
    if (target.startsWith("src/")) return scriptsMayImport.includes(stageOf(target)) ? [] : [`${file} imports ${target}`];
    return target.startsWith("scripts/") ? [] : [`${file} imports ${target}, which is neither in src nor in scripts`];
  });

/** Names that say where code was put and not what it is. */
const emptyNames = /(?:^|\/)(?:index\.ts|(?:utils?|helpers?|common|misc|lib)(?:\.ts|\/))/;

const filesOf = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.split(path.sep).join("/")}`)
    .filter((name) => /\.(?:ts|astro)$/.test(name) && !name.endsWith(".d.ts"))
    .sort();

const source = filesOf("src");

describe("the source", () => {
  it("imports only backwards along the flow of data, and stays pure where it must", () => {
    expect(source.flatMap((file) => offences(file, fs.readFileSync(path.join(root, file), "utf8")))).toEqual([]);
  });

  it("is used by the scripts as far as it reads, counts and describes", () => {
    const scripts = filesOf("scripts").filter((name) => /\.(?:ts|mjs|js)$/.test(name));
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.flatMap((file) => offencesOfScript(file, fs.readFileSync(path.join(root, file), "utf8")))).toEqual([]);
  });

  it("has names that say what is in a file", () => {
    expect([...source, ...filesOf("scripts")].filter((file) => emptyNames.test(file))).toEqual([]);
  });

  it("has a test for every reader and every formula", () => {
    const missing = source.filter((file) => /^src\/(?:readers|model)\//.test(file)).filter((file) => !fs.existsSync(path.join(root, file.replace(/^src/, "test").replace(/\.ts$/, ".test.ts"))));
    expect(missing).toEqual([]);
  });
});

describe("the rules of the layout", () => {
  it.each([
    ["a chart that computes with an aggregate", "src/charts/x.ts", 'import { claims } from "../aggregates/claims.ts";', "src/charts/x.ts imports src/aggregates/claims.ts: types alone are allowed"],
    ["a chart with a document of its own", "src/charts/x.ts", 'import { JSDOM } from "jsdom";', "src/charts/x.ts imports jsdom, which src/charts/svg.ts alone may"],
    ["a reader that opens a file", "src/readers/x.ts", 'import fs from "node:fs";', "src/readers/x.ts imports node:fs"],
    ["a formula that imports data", "src/model/x.ts", 'import type { Records } from "../readers/records.ts";', "src/model/x.ts imports src/readers/records.ts"],
    ["a page that reads records", "src/pages/x.astro", '---\nimport { readRecords } from "../readers/records.ts";\n---\n', "src/pages/x.astro imports src/readers/records.ts"],
    ["a figure that imports a record", "src/figures/x.ts", 'import rows from "../../data/records/datasets.json";', "src/figures/x.ts imports data/records/datasets.json, which is outside src"],
    ["a schema that imports a script", "src/schema/x.ts", 'import { root } from "../../scripts/input-files.ts";', "src/schema/x.ts imports scripts/input-files.ts, which is outside src"],
    ["an import over several lines", "src/schema/x.ts", 'import {\n  a,\n  type B,\n} from "../charts/spec.ts";', "src/schema/x.ts imports src/charts/spec.ts"],
    ["code passed on", "src/schema/x.ts", 'export { a } from "../charts/spec.ts";', "src/schema/x.ts imports src/charts/spec.ts"],
    ["an import for its effect", "src/model/x.ts", 'import "tslib";', "src/model/x.ts imports tslib"],
    ["the clock", "src/aggregates/x.ts", "export const x = () => new Date();", "src/aggregates/x.ts reads the clock (new Date())"],
    ["chance", "src/model/x.ts", "export const x = () => Math.random();", "src/model/x.ts draws at random (Math.random)"],
    ["local time", "src/schema/x.ts", "export const x = (d: Date) => d.getHours();", "src/schema/x.ts uses the local time of the machine; use the UTC twin"],
    ["a folder nobody described", "src/widgets/x.ts", "", "src/widgets/x.ts is in no folder of the layout; add widgets to the table in test/layout.test.ts, with a reason"],
  ])("catch %s", (_, file, text, expected) => {
    expect(offences(file, text)).toEqual([expected]);
  });

  it.each([
    ["types of an aggregate in a chart", "src/charts/x.ts", 'import type { SeriesPoint } from "../aggregates/series.ts";\nimport { type ClaimEntry } from "../aggregates/claims.ts";'],
    ["a date made from a text", "src/schema/x.ts", "export const x = (t: string) => new Date(Date.parse(t)).getUTCHours();"],
    ["words about the clock in a comment", "src/model/x.ts", "// never Date.now()\n/* nor new Date() */\nexport const x = 1;"],
    ["a document where it belongs", "src/charts/svg.ts", 'import { JSDOM } from "jsdom";'],
  ])("allow %s", (_, file, text) => {
    expect(offences(file, text)).toEqual([]);
  });

  it.each([
    ["a script that draws", 'import { draw } from "../src/figures/draw.ts";', "scripts/x.ts imports src/figures/draw.ts"],
    ["a script that computes an aggregate past the pipeline", 'import type { Results } from "../src/aggregates/results.ts";', "scripts/x.ts imports src/aggregates/results.ts"],
    ["a script that draws once it runs", 'const { draw } = await import("../src/charts/svg.ts");', "scripts/x.ts imports src/charts/svg.ts"],
    ["a script that needs a test", 'import { close } from "../test/model/close.ts";', "scripts/x.ts imports test/model/close.ts, which is neither in src nor in scripts"],
  ])("catch %s", (_, text, expected) => {
    expect(offencesOfScript("scripts/x.ts", text)).toEqual([expected]);
  });

  it("allow a script to read, to count and to use its neighbours", () => {
    expect(offencesOfScript("scripts/x.ts", 'import { readRecords } from "../src/readers/records.ts";\nimport { root } from "./input-files.ts";\nconst { a } = await import("../src/ingest/tally.ts");')).toEqual([]);
  });

  it("know a name that says nothing", () => {
    expect(["src/charts/index.ts", "src/utils/x.ts", "src/model/helpers.ts"].filter((file) => emptyNames.test(file))).toHaveLength(3);
    expect(["src/charts/palette.ts", "src/schema/common-law.ts"].filter((file) => emptyNames.test(file))).toEqual([]);
  });
});
