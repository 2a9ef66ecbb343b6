import { attributeOf, elementsOf, type PageElement, textOf } from "./page-elements.ts";

const scriptsOf = (elements: readonly PageElement[]): string[] => elements.filter((element) => element.tagName === "script" && !["src", "href"].some((name) => attributeOf(element, name) !== undefined)).map(textOf);
const stylesOf = (elements: readonly PageElement[]): string[] => elements.filter(({ tagName }) => tagName === "style").map(textOf);
/** Whether an element is the `<meta>` that carries a page's policy. */
export const isPolicy = (element: PageElement): boolean => element.tagName === "meta" && attributeOf(element, "http-equiv")?.toLowerCase() === "content-security-policy";
const policyTag = (elements: readonly PageElement[]): PageElement | undefined => elements.find(isPolicy);

/** Texts of all scripts written into a page, data blocks such as JSON-LD too, in order. */
export const scriptsIn = (html: string): string[] => scriptsOf(elementsOf(html));

/** Texts of all style elements written into a page. */
export const stylesIn = (html: string): string[] => stylesOf(elementsOf(html));

const contentOf = (tag: PageElement | undefined): string | null => (tag === undefined ? null : (attributeOf(tag, "content") ?? null));

/** The policy that a page carries in its `<meta>`; null where it carries none. */
export const policyOf = (html: string): string | null => contentOf(policyTag(elementsOf(html)));

/** Directives of a policy by name, each with its sources. */
export const directivesOf = (policy: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    policy
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name = ""]) => name !== "")
      .map(([name = "", ...sources]) => [name, sources]),
  );

/**
 * A page with a policy that names the hash of each script in it and no other hash of a script, and likewise of each style.
 * Sources that are no hashes stay. A page without a policy comes back as it was.
 * @param hashOf SHA-256 of a text in base 64
 */
export function sealPage(html: string, hashOf: (text: string) => string): string {
  const elements = elementsOf(html);
  const tag = policyTag(elements);
  const policy = contentOf(tag);
  const place = tag?.sourceCodeLocation;
  if (policy === null || place == null) return html;
  const needed = new Map([
    ["script-src", scriptsOf(elements)],
    ["style-src", stylesOf(elements)],
  ]);
  const sealed = [...directivesOf(policy)].map(([name, sources]) => {
    const texts = needed.get(name);
    if (texts === undefined) return [name, ...sources].join(" ");
    const hashes = [...new Set(texts.map((text) => `'sha256-${hashOf(text)}'`))];
    return [name, ...sources.filter((source) => !source.startsWith("'sha256-")), ...hashes].join(" ");
  });
  return `${html.slice(0, place.startOffset)}<meta http-equiv="content-security-policy" content="${sealed.join("; ")}">${html.slice(place.endOffset)}`;
}

/** Everything in a page that its policy would refuse or that loosens it, one sentence each. */
export function policyFaults(html: string, hashOf: (text: string) => string): string[] {
  const elements = elementsOf(html);
  const policy = contentOf(policyTag(elements));
  if (policy === null) return ["has no policy"];
  const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
  const directives = directivesOf(policy);
  const unsealed = (name: string, texts: readonly string[]): string[] => texts.filter((text) => directives.get(name)?.includes(`'sha256-${hashOf(text)}'`) !== true).map((text) => `${name} lacks the hash of ${JSON.stringify(text.slice(0, 60))}`);
  return [
    ...(directives.get("default-src")?.join(" ") === "'none'" ? [] : ["does not begin from default-src 'none'"]),
    ...[...directives.values()].flat().filter((source) => source === "'unsafe-inline'" || source === "'unsafe-eval'" || source === "*" || /^https?:/.test(source)).map((source) => `allows ${source}`),
    ...unsealed("script-src", scriptsOf(elements)),
    ...unsealed("style-src", stylesOf(elements)),
    ...(attributes.includes("style") ? ["has a style attribute"] : []),
    ...(attributes.some((name) => /^on[a-z]/.test(name)) ? ["has an event attribute"] : []),
  ];
}
