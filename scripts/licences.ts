// Prints the licences of everything of others that the built site hands on. `npm run licences`
import fs from "node:fs";
import path from "node:path";
import { root } from "./input-files.ts";

interface Part {
  readonly package: string;
  /** What of it reaches readers. */
  readonly what: string;
  /** Its licence text, below the package's folder. */
  readonly file: string;
}

/** Packages of which something stands in the built site. Tools that only make it are not handed on. */
const parts: readonly Part[] = [
  { package: "@fontsource-variable/source-sans-3", what: "the font Source Sans 3, cut down to the letters and weights of the site, as a file and inside the style sheet of embeds", file: "LICENSE" },
  { package: "@fontsource-variable/source-serif-4", what: "the font Source Serif 4, cut down likewise, as a file", file: "LICENSE" },
  { package: "world-atlas", what: "outlines of countries (Natural Earth, public domain), simplified", file: "LICENSE" },
  { package: "@observablehq/plot", what: "shapes of marks and axes inside the drawings; no code", file: "LICENSE" },
  { package: "pagefind", what: "code of the search and its index", file: "LICENSE/LICENSE" },
];

/** The licence of one part. @throws when the installed package holds no licence text */
function section(project: string, { package: name, what, file }: Part): string {
  const folder = path.join(project, "node_modules", name);
  const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as { readonly version: string; readonly license: string };
  const text = fs.readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  if (text.length < 200) throw new Error(`${name} holds no licence text in ${file}`);
  return `${name} ${version} (${license})\n${what}\n\n${text}\n`;
}

/** The report as text: what is handed on, under which licence, with the licences in full. */
export function licenceReport(project: string): string {
  const own = "Counting Code Red\n\nText, figures and compiled data: Creative Commons Attribution 4.0 International, https://creativecommons.org/licenses/by/4.0/\nCode: MIT. Facts and quotations belong to the sources that stand beside them.\n\nParts by others\n";
  return [own, ...parts.map((part) => section(project, part))].join(`\n${"-".repeat(72)}\n\n`);
}

if (import.meta.main) process.stdout.write(licenceReport(root));
