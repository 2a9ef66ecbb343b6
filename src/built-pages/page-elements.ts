import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** An element as a browser reads it, with its place in the text. */
export type PageElement = DefaultTreeAdapterTypes.Element;

/** All elements of a page in order, those inside templates too, as a browser without scripts reads them. */
export function elementsOf(html: string): PageElement[] {
  const found: PageElement[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("tagName" in node) found.push(node);
    if ("content" in node) visit(node.content);
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  // With scripts, what stands in <noscript> would be text.
  visit(parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true }));
  return found;
}

/** The value of an attribute; undefined where the element has none of this name. */
export const attributeOf = (element: PageElement, name: string): string | undefined => element.attrs.find((attribute) => attribute.name === name)?.value;

/** The text directly inside an element. */
export const textOf = ({ childNodes }: PageElement): string => childNodes.map((node) => ("value" in node ? node.value : "")).join("");

/** A piece of a page that is written anew, by its places in the text; an empty one is an insertion. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The page with all changes made. A change inside one that begins before it is left out. */
export function changed(html: string, changes: readonly Change[]): string {
  let end = 0;
  let text = "";
  for (const change of changes.toSorted((a, b) => a.start - b.start)) {
    if (change.start < end) continue;
    text += html.slice(end, change.start) + change.text;
    end = change.end;
  }
  return text + html.slice(end);
}

/** The change that takes a whole element out; none for one that stands nowhere in the text. */
export const without = ({ sourceCodeLocation: place }: PageElement): Change[] => (place == null ? [] : [{ start: place.startOffset, end: place.endOffset, text: "" }]);
