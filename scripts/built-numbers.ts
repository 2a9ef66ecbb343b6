import { JSDOM } from "jsdom";
import { orphans } from "./number-allowances.ts";

/**
 * Elements that say where their numbers come from: a fact with its card, a figure or table with its sources, a block that names the
 * record it prints, a link to the page that holds the number, another's words, a formula, a date; and the parts around every page.
 */
const carriers = ["[data-fact]", "[data-from]", "figure", "table", "svg", "a[href*='/claims/']", "a[href*='/figures/']", "a[href*='/data/']", ".print-notes", "q", "math", "code", "time", "nav", "footer", "script", "style", "template", "noscript"].join(", ");

/** A number on a built page that came from nowhere. */
export interface Unsourced {
  readonly digits: string;
  /** The words around it, on one line. */
  readonly words: string;
}

/** Block elements: words on two sides of their edge are not one sentence. */
const blocks = "p, li, dd, dt, h1, h2, h3, h4, h5, h6, div, section, summary, label, option, button, caption, td, th, header, article, aside, main, legend, output";

/**
 * Numbers in the visible text of a page that stand in no element with a source and are not on the short list of allowed ones.
 * @param html a whole built page
 */
export function unsourcedNumbers(html: string): Unsourced[] {
  // Drawings are carriers and make up most of a page.
  const { document, NodeFilter } = new JSDOM(html.replace(/<svg[\s\S]*?<\/svg>/g, "")).window;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = new Map<Element, string>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null) continue;
    const block = parent.closest(blocks) ?? document.body;
    // A carrier inside a sentence leaves a gap in it: digits on its two sides are not one number.
    texts.set(block, (texts.get(block) ?? "") + (parent.closest(carriers) === null ? (node.nodeValue ?? "") : " \ufffc "));
  }
  return [...texts.values()].flatMap((text) => {
    const line = text.replace(/[\s\u00a0]+/g, " ");
    return orphans(line).map(({ digits, index }) => ({ digits, words: line.slice(Math.max(0, index - 40), index + digits.length + 40).trim() }));
  });
}

/** A file of the source as text, by its path from the project's root. */
export type Sources = ReadonlyMap<string, string>;

/**
 * Where the words around a number are written: the line of `src` that shares most words with them, or null where no line has both the
 * number and two of its neighbours, because an expression prints it.
 */
export function whereWritten({ digits, words }: Unsourced, sources: Sources): string | null {
  const neighbours = words.split(/[^\p{L}]+/u).filter((word) => word.length > 2);
  let best: { readonly place: string; readonly score: number } | null = null;
  for (const [file, text] of sources)
    for (const [index, line] of text.split("\n").entries()) {
      if (!line.includes(digits)) continue;
      const score = neighbours.filter((word) => line.includes(word)).length;
      if (score >= 2 && score > (best?.score ?? 0)) best = { place: `${file}:${index + 1}`, score };
    }
  return best?.place ?? null;
}
