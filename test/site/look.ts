import type { Page } from "@playwright/test";

/** Least size of text in a drawing as it is shown, CSS px. */
const leastText = 12;

/** Texts of drawings that are shown smaller than 12 px, the first five with their size; scaling of the drawing is counted in. */
export const smallTexts = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const texts = [...document.querySelectorAll<SVGTextContentElement>("svg text, svg tspan")];
    const small = texts.flatMap((text) => {
      const own = [...text.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "");
      const box = text.getBoundingClientRect();
      if (!own || box.width === 0 || box.height === 0 || !text.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      const matrix = text.getScreenCTM();
      if (matrix === null) return [];
      const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      return size < least - 0.05 ? [`“${text.textContent}” at ${size.toFixed(1)} px`] : [];
    });
    return small.length > 5 ? [...small.slice(0, 5), `and ${small.length - 5} more`] : small;
  }, leastText);

/** How many texts of drawings are shown. */
export const shownTexts = (page: Page): Promise<number> => page.evaluate(() => [...document.querySelectorAll("svg text")].filter((text) => text.getBoundingClientRect().width > 0).length);

/** Elements that reach over the right edge of the window, when the page scrolls sideways; empty when it does not. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = window.innerWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 0.5).slice(0, 5);
    return [`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px`, ...wide.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`)];
  });

/** What a reader sees of the content, without the controls that a script may add: headings of the first level, drawings, figures and rows of tables. */
export const content = (page: Page): Promise<{ h1: string[]; figures: number; drawings: number; tables: number; rows: number; words: string }> =>
  page.evaluate(() => {
    // Sheets of the dossier are laid out when a reader comes near: here all are, so that the words of each are read as they show.
    for (const part of document.querySelectorAll<HTMLElement>("main > *")) part.style.contentVisibility = "visible";
    return {
      h1: [...document.querySelectorAll("h1")].map((heading) => heading.innerText),
      figures: [...document.querySelectorAll("figure")].filter((figure) => figure.checkVisibility()).length,
      drawings: [...document.querySelectorAll("main svg")].filter((svg) => svg.checkVisibility()).length,
      tables: document.querySelectorAll("table").length,
      rows: document.querySelectorAll("tbody tr").length,
      words: [...document.querySelectorAll<HTMLElement>("main :is(h1, h2, h3, p, li, figcaption)")].filter((part) => part.checkVisibility() && part.closest("form, search, [role=status], [role=search], [aria-live], [data-scripted]") === null).map((part) => part.innerText).join("\n"),
    };
  });
