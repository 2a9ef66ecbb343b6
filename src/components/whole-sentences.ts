/**
 * The whole sentences of a text from its beginning, as many as fit.
 * @param most characters that the answer may have
 * @returns the text itself where it fits; where not even the first sentence does, its whole words with an ellipsis
 */
export function wholeSentences(text: string, most: number): string {
  if (text.length <= most) return text;
  // A full stop ends a sentence before a space and a capital or a digit; that of “9 a.m. UTC” ends none.
  const ends = [...text.slice(0, most + 1).matchAll(/(?<!\b[a-z]\.[a-z])[.!?]”?(?=\s+[\p{Lu}\d“])/gu)].map((end) => end.index + end[0].length).filter((end) => end <= most);
  const last = ends.at(-1);
  if (last !== undefined) return text.slice(0, last);
  return `${text.slice(0, most - 1).replace(/\s+\S*$/u, "").slice(0, most - 2).replace(/[,;:]$/u, "")} …`;
}
