// Spelling and reading level of the built pages' prose. `npm run prose`: a report; a word that no list knows makes it fail.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fleschKincaid } from "flesch-kincaid";
import { JSDOM } from "jsdom";
import { syllable } from "syllable";
import { distOf, runCommand } from "./command-line.ts";
import { root } from "./input-files.ts";
import { filesBelow } from "./site-files.ts";

interface Speller {
  readonly correct: (word: string) => boolean;
  readonly add: (word: string) => void;
}
const load = createRequire(import.meta.url);
/** The library brings no types. */
const nspell = load("nspell") as (aff: Buffer, dic: Buffer) => Speller;

/** Not prose of ours: quotations, code, tables, drawings, names of sources, lists of files. */
const skipped = "q, blockquote, code, pre, table, svg, cite, nav, .figure-source, .meta, .tags, .tag, .tools, .fact-card, .print-notes, script, style, [data-from='datasets'], [lang]:not([lang='en'])";
const wanted = "main p, main li, main dd, main h1, main h2, main h3, figcaption";

/** Captions and descriptions of figures should not ask for more than this school grade. */
const captionGrade = 9;

/** Sentences of one page: of its prose, and of its captions alone. */
function textsOf(html: string): { readonly prose: string[]; readonly captions: string[] } {
  const { document } = new JSDOM(html).window;
  for (const element of document.querySelectorAll(skipped)) element.replaceWith(document.createTextNode(" … "));
  const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, " ").trim()).filter((each) => each !== "");
  return { prose: text(wanted), captions: text(".figure-how, figure details > p") };
}

/** Words of a text that are to be spelled: no name, no number, no short form. */
export const spelledWords = (text: string): string[] => text.replace(/[a-z0-9.-]+\.[a-z]{2,}(?:\/\S*)?|\S*[_/@]\S*/gi, " ").replaceAll("’", "'").match(/(?<![\p{L}\d'-])\p{Ll}[\p{Ll}']+(?![\p{L}\d])/gu)?.map((word) => word.replace(/'s?$/, "")) ?? [];

/** School grade after Flesch and Kincaid (1975); null where there is no sentence to judge. */
export function gradeOf(texts: readonly string[]): number | null {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((sentence) => /\p{L}/u.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}'’]+/gu) ?? []);
  if (sentences.length === 0 || words.length === 0) return null;
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
}

function main(args: readonly string[]): void {
  const dist = distOf(args);
  const dictionary = path.dirname(load.resolve("dictionary-en-gb"));
  const speller = nspell(fs.readFileSync(path.join(dictionary, "index.aff")), fs.readFileSync(path.join(dictionary, "index.dic")));
  for (const word of fs.readFileSync(path.join(root, "scripts/prose-words.txt"), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"))) speller.add(word);
  const pages = filesBelow(dist).filter((file) => file.endsWith(".html") && !/^(?:embed|v|dossier)\//.test(file));
  const unknown = new Map<string, string>();
  const grade = (texts: readonly string[]): string => gradeOf(texts)?.toFixed(1).padStart(5) ?? "  –  ";
  console.log("grade  captions  page");
  for (const file of pages) {
    const { prose, captions } = textsOf(fs.readFileSync(path.join(dist, file), "utf8"));
    // The page of a claim is made of what was recorded, in the languages of the sources.
    const ofClaim = /^claims\/[^/]+\//.test(file);
    for (const word of ofClaim ? [] : new Set(spelledWords(prose.join(" ")))) if (!speller.correct(word) && !unknown.has(word)) unknown.set(word, file);
    if (!ofClaim) console.log(`${grade(prose)}  ${grade(captions)}     /${file.replace(/index\.html$/, "")}${(gradeOf(captions) ?? 0) > captionGrade ? `  captions above grade ${captionGrade}` : ""}`);
  }
  for (const [word, file] of [...unknown].sort()) console.log(`spelling: “${word}” on /${file}; mend it, or add it to scripts/prose-words.txt`);
  console.log(`${pages.length} pages, ${unknown.size} unknown words`);
  if (unknown.size > 0) process.exitCode = 1;
}

if (import.meta.main) await runCommand("prose", main);
