import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { distOf, runCommand } from "./command-line.ts";
import { root } from "./input-files.ts";
import { sha256 } from "./sha256.ts";
import { sumsText, writeAside, zipFiles } from "./site-files.ts";

const resolve = createRequire(import.meta.url).resolve;
/** The pictures use these files and no font of the machine, so that the same drawing gives the same bytes everywhere. */
const fontFiles = ["source-sans-3/400Regular/SourceSans3_400Regular.ttf", "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf", "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"].map((file) => resolve(`@expo-google-fonts/${file}`));

/** Pictures already made, by the hash of what they were made from. Safe to delete. */
const cacheFolder = path.join(root, "node_modules/.cache/pictures");
const makerVersion = sha256(JSON.stringify([fs.readFileSync(resolve("@resvg/resvg-js/package.json"), "utf8"), ...fontFiles.map((file) => sha256(fs.readFileSync(file)))]));

/** PNG bytes of a drawing at a zoom; taken from the cache when the same drawing was made before. */
async function picture(svg: string, zoom: number): Promise<Uint8Array> {
  const cached = path.join(cacheFolder, `${sha256(`${makerVersion} ${zoom} ${svg}`)}.png`);
  if (fs.existsSync(cached)) return fs.readFileSync(cached);
  const drawn = await renderAsync(svg, { fitTo: { mode: "zoom", value: zoom }, font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Sans 3", sansSerifFamily: "Source Sans 3", serifFamily: "Source Serif 4" } });
  const png = drawn.asPng();
  writeAside(cached, png);
  return png;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

interface FigureJson {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly howToRead: string;
  readonly objection: string;
  readonly sources: readonly { readonly text: string; readonly url?: string }[];
  readonly citation: { readonly plain: string; readonly bibtex: string; readonly ris: string; readonly csl: unknown };
}

/** Makes the pictures and the zip of one figure's folder in the built site. @returns number of files written */
async function pressFiles(folder: string, id: string): Promise<number> {
  const read = (name: string): Uint8Array => fs.readFileSync(path.join(folder, name));
  const text = (name: string): string => fs.readFileSync(path.join(folder, name), "utf8");
  const write = (name: string, bytes: Uint8Array): void => {
    fs.writeFileSync(path.join(folder, name), bytes);
  };
  const pictures = { "figure.png": await picture(text("figure.svg"), 1), "figure@2x.png": await picture(text("figure.svg"), 2), "square.png": await picture(text("square.svg"), 1), "card.png": await picture(text("card.svg"), 1) };
  for (const [name, bytes] of Object.entries(pictures)) write(name, bytes);
  const words = JSON.parse(text("figure.json")) as FigureJson;
  const sources = words.sources.map((source) => (source.url === undefined ? source.text : `${source.text}, ${source.url}`)).join("\n");
  const contents: Record<string, Uint8Array> = {
    "figure.svg": read("figure.svg"),
    "figure.png": pictures["figure.png"],
    "figure@2x.png": pictures["figure@2x.png"],
    "square.png": pictures["square.png"],
    "figure.csv": read("figure.csv"),
    "figure.json": read("figure.json"),
    "alt.txt": utf8(`${words.description}\n`),
    "caption.txt": utf8(`${words.title}\n\n${words.subtitle}\n\n${words.howToRead}\n\nStrongest objection: ${words.objection}\n`),
    "citation.txt": utf8(`${words.citation.plain}\n`),
    "citation.bib": utf8(words.citation.bibtex),
    "citation.ris": utf8(words.citation.ris),
    "citation.json": utf8(`${JSON.stringify([words.citation.csl], null, 1)}\n`),
    "LICENCE.txt": utf8("Words and drawing: Creative Commons Attribution 4.0 International, https://creativecommons.org/licenses/by/4.0/\nFacts and quotations belong to the sources named in README.txt.\n"),
    "README.txt": utf8(`${words.title}\n${words.subtitle}\n\nFigure “${id}” of Counting Code Red.\n\nfigure.svg   the figure, words and drawing in one file, without outside fonts\nfigure.png   the same as a picture; figure@2x.png at double size; square.png for feeds\nfigure.csv   the rows behind it; figure.json the same with all words\nalt.txt      a text alternative for readers who cannot see it\ncaption.txt  title, subtitle, how to read it, the strongest objection\ncitation.*   how to cite it: text, BibTeX, RIS, CSL-JSON\nSHA256SUMS   check with: sha256sum -c SHA256SUMS\n\nSources\n${sources}\n`),
  };
  const files = new Map(Object.entries(contents));
  const sums = sumsText(new Map([...files].map(([name, bytes]) => [name, sha256(bytes)])));
  write("figure.zip", zipFiles(files.set("SHA256SUMS", utf8(sums))));
  fs.rmSync(path.join(folder, "square.svg"));
  fs.rmSync(path.join(folder, "card.svg"));
  return Object.keys(pictures).length + 1;
}

/** Folders in a folder, in the order of their names. */
const foldersIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Makes a picture at double size of every drawing of a recording. @returns number of files written */
async function recordingPictures(folder: string): Promise<number> {
  const drawings = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".svg"))
    .sort();
  for (const name of drawings) fs.writeFileSync(path.join(folder, name.replace(/svg$/, "png")), await picture(fs.readFileSync(path.join(folder, name), "utf8"), 2));
  return drawings.length;
}

/** Adds pictures and zips to every figure of a built site, and pictures to every drawing of its recordings, as many folders at once as there are processors. */
async function addPressFiles(dist: string): Promise<{ readonly figures: number; readonly files: number }> {
  const [figures, recordings] = [path.join(dist, "figures"), path.join(dist, "recordings")];
  const ids = foldersIn(figures);
  const jobs = [...ids.map((id) => () => pressFiles(path.join(figures, id), id)), ...foldersIn(recordings).map((id) => () => recordingPictures(path.join(recordings, id)))];
  const waiting = jobs.values();
  const written: number[] = [];
  const work = async (): Promise<void> => {
    for (const job of waiting) written.push(await job());
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return { figures: ids.length, files: written.reduce((sum, each) => sum + each, 0) };
}

if (import.meta.main)
  await runCommand("press files", async (args) => {
    const started = performance.now();
    const { figures, files } = await addPressFiles(distOf(args));
    console.log(`press files: ${figures} figures, ${files} files, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  });
