import { attributeOf, elementsOf } from "./page-elements.ts";

/** The canonical address that a page gives for itself; null where it gives none. */
export const canonicalOf = (html: string): string | null => {
  const link = elementsOf(html).find((element) => element.tagName === "link" && attributeOf(element, "rel") === "canonical");
  return link === undefined ? null : (attributeOf(link, "href") ?? null);
};
