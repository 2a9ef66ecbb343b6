// Cuts the typefaces down to the letters and weights of the site: `npm run fonts` writes src/styles/fonts/, which is committed.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import subsetFont from "subset-font";
import { root } from "./input-files.ts";
import { writeFile } from "./site-files.ts";

const resolve = createRequire(import.meta.url).resolve;
export const fontsFolder = "src/styles/fonts";

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join("");
/** What the pages print. A letter that is not here is drawn in the stand-in; a test names each. */
export const letters = `${ascii}\u00a0·±×÷²³¹–—‘’“”…−àáãäåçèéêëíñóöøùúüÄÅÉÖØÜß`;
/** Weights that the style sheets ask for, and the bold of browsers. */
const weights = { min: 400, max: 700 };

const faces = [
  { file: "serif.woff2", from: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2" },
  { file: "sans.woff2", from: "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2" },
] as const;

/** The cut typefaces by name of their file. The same packages give the same bytes. */
export async function cutFonts(): Promise<ReadonlyMap<string, Uint8Array>> {
  const cut = faces.map(async ({ file, from }) => [file, await subsetFont(fs.readFileSync(resolve(from)), letters, { targetFormat: "woff2", variationAxes: { wght: weights } })] as const);
  return new Map(await Promise.all(cut));
}

if (import.meta.main)
  for (const [file, bytes] of await cutFonts()) {
    writeFile(path.join(root, fontsFolder), file, bytes);
    console.log(`${fontsFolder}/${file}: ${(bytes.length / 1000).toFixed(1)} KB`);
  }
