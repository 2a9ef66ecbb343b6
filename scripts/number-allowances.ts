const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const day = "\\d{1,2}(?:st|nd|rd|th)?";
const s = "[\\s\\u00a0]+";

/** Digits that prose may hold without a source, and nothing else: what, as a pattern, with an example. The whole list is here. */
export const allowances: readonly { readonly what: string; readonly example: string; readonly pattern: RegExp }[] = [
  { what: "a date, or days of one month", example: "19 and 20 July 2001", pattern: new RegExp(`\\b${day}(?:(?:,${s}|${s}(?:and|to|or)${s}|[–-])${day})*${s}${month}(?:${s}\\d{4})?\\b`, "g") },
  { what: "a date as machines write it", example: "2001-08-02", pattern: /\b(?:19|20)\d\d-[01]\d-[0-3]\d\b/g },
  { what: "a month with its year", example: "August 2001", pattern: new RegExp(`\\b${month}${s}\\d{4}\\b`, "g") },
  { what: "a clock time", example: "06:00 UTC", pattern: /\b(?:[01]?\d|2[0-4]):[0-5]\d\b/g },
  { what: "a clock time of the twelve-hour clock", example: "8 pm", pattern: new RegExp(`\\b1?\\d${s}?(?:am|pm|a\\.m\\.|p\\.m\\.)(?!\\w)`, "g") },
  { what: "an offset from UTC", example: "UTC+2", pattern: /\bUTC[+\u2212-]\d{1,2}\b/g },
  { what: "a year after a word that dates", example: "in 2001", pattern: new RegExp(`\\b(?:in|of|since|until|before|after|around|early|late|mid|year)${s}(?:19[89]\\d|20[0-2]\\d)(?:[–-]\\d{2,4})?\\b(?!${s}(?:hosts|machines|addresses|probes|servers))`, "gi") },
  { what: "a year after the name of a meeting or an outbreak", example: "HotBots 2007", pattern: new RegExp(`\\b(?:HotBots|IMW|INFOCOM|WORM|CCS|Conficker,?|USENIX Security)${s}(?:19[89]\\d|20[0-2]\\d)\\b`, "g") },
  { what: "a year in brackets", example: "(2003)", pattern: /\((?:19[89]\d|20[0-2]\d)\)/g },
  { what: "the level of an interval, which names its kind", example: "a 95 % interval", pattern: new RegExp(`\\b(?:90|95|99)${s}%${s}(?:confidence${s})?intervals?\\b`, "g") },
  { what: "a day of the month", example: "the 19th", pattern: /\b\d{1,2}(?:st|nd|rd|th)\b/g },
  { what: "a network named by the length of its prefix", example: "one /8 and two /16", pattern: /(?<![\w/.])\/(?:8|16|24)s?\b/g },
  { what: "the name of an organisation", example: "XS4ALL", pattern: /\b(?:XS4ALL|01net|AS\d{1,5})\b/g },
  { what: "the name of a worm or its version", example: "CRv2", pattern: /\bCRv[12]\b|\bCode Red v[12]\b/g },
  { what: "the name of a protocol, a format or a standard", example: "IPv4", pattern: /\b(?:IPv[46]|region[\s\u00a0]142|UTF-8|SHA-256|SHA256(?:SUMS)?|sha256sum|M49|ISO[\s\u00a0]\d{4,5}(?:-\d)?|CC BY 4\.0|WCAG 2\.\d|RFC[\s\u00a0]\d{3,4}|W3C|MS01-033|CA-2001-\d{2})(?!\w)/g },
];

/** The text with every allowed span blanked, the same length as before, so that places still fit. */
const withoutAllowed = (text: string): string => allowances.reduce((left, { pattern }) => left.replace(pattern, (span) => " ".repeat(span.length)), text);

/** A number that has no source: its digits and where they stand in the text. */
export interface Orphan {
  readonly digits: string;
  readonly index: number;
}

/** Every number of a text that the list does not allow. */
export const orphans = (text: string): Orphan[] => [...withoutAllowed(text).matchAll(/\d(?:[\d.,]*\d)?/g)].map((match) => ({ digits: match[0], index: match.index }));
