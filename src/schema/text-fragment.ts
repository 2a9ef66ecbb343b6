/** One part of a text directive: a hyphen would be read as a mark of a prefix or suffix, so it is encoded with the rest. */
const part = (text: string): string => encodeURIComponent(text.trim()).replaceAll("-", "%2D");

/**
 * The address of a page with the sentence to scroll to (`#:~:text=`, WICG Scroll to Text Fragment). Words left out in the quotation
 * (`…` or `...`) become a range from its first part to its last.
 * @param url address of the source, with or without a fragment of its own
 * @param quotation words as they stand on the page
 */
export function textFragment(url: string, quotation: string): string {
  const parts = quotation.split(/\s*(?:\.\.\.|…)\s*/).filter((each) => each.trim() !== "");
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return url;
  const text = parts.length === 1 ? part(first) : `${part(first)},${part(last)}`;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${text}`;
}
