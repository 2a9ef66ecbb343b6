import type { Citation } from "./citation.ts";
import { dateWords } from "./window.ts";

const pad = (number: number): string => String(number).padStart(2, "0");

/** `[2001, 8, 2]` → `2001-08-02`; as short as the date is known. */
const isoDate = (date: readonly number[]): string => date.map((part, index) => (index === 0 ? String(part) : pad(part))).join("-");

/** One line: line breaks, tabs and other control characters become a space, so that no value can begin a field of its own. */
// eslint-disable-next-line no-control-regex
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ").trim();

/** A citation as one paragraph: author, title, date, address, note. */
export function plainCitation({ author, title, date, url, note }: Citation): string {
  const parts = [author === null ? "" : `${author}. `, `“${title}”, ${dateWords(isoDate(date))}. `, url === null ? "" : `${url}. `, note, "."];
  return oneLine(parts.join(""));
}

const bibtexEscapes: Readonly<Record<string, string>> = { "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "%": "\\%", "&": "\\&", $: "\\$", "#": "\\#", _: "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

/** Text inside a BibTeX field: every character that TeX reads as a command is escaped, and braces stay balanced. */
export const bibtexText = (text: string): string => oneLine(text).replace(/[\\{}%&$#_~^]/g, (sign) => bibtexEscapes[sign] ?? sign);

/** An address inside `url = {…}`: the field is read verbatim, so what would end it or start a comment is percent-encoded. */
const bibtexUrl = (url: string): string => oneLine(url).replace(/[{}\\^~ ]/g, (sign) => encodeURIComponent(sign).replace("~", "%7E"));

/** A BibTeX entry, type `misc`, in UTF-8; the doubled braces keep an organisation's name whole. */
export function bibtex({ key, author, title, date, url, note }: Citation): string {
  const fields = [
    author === null ? null : `author = {{${bibtexText(author)}}}`,
    `title = {{${bibtexText(title)}}}`,
    date[0] === undefined ? null : `year = {${date[0]}}`,
    date[1] === undefined ? null : `date = {${isoDate(date)}}`,
    url === null ? null : `url = {${bibtexUrl(url)}}`,
    `note = {${bibtexText(note)}}`,
  ];
  return `@misc{${key},\n${fields.filter((field) => field !== null).map((field) => `  ${field}`).join(",\n")}\n}\n`;
}

/** A record in RIS: one tag a line, two spaces, hyphen, space; `ER` ends it. Lines end with CR LF, as readers of the format expect. */
export function ris({ key, author, title, date, url, note }: Citation): string {
  const [year, month, day] = date;
  const lines: (readonly [string, string])[] = [
    ["TY", url === null ? "GEN" : "ELEC"],
    ["ID", key],
    ...(author === null ? [] : [["AU", author] as const]),
    ["TI", title],
    ...(year === undefined ? [] : [["PY", String(year)] as const, ["DA", [String(year), ...[month, day].map((part) => (part === undefined ? "" : pad(part)))].join("/") + "/"] as const]),
    ...(url === null ? [] : [["UR", url] as const]),
    ["N1", note],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join("");
}

/** An item of CSL-JSON (schema csl-data.json): one object in a list, as reference managers import it. */
export function cslJson({ key, author, title, date, url, note }: Citation): string {
  const item = {
    id: key,
    type: url === null ? "document" : "webpage",
    ...(author === null ? {} : { author: [{ literal: author }] }),
    title,
    ...(date.length === 0 ? {} : { issued: { "date-parts": [date] } }),
    ...(url === null ? {} : { URL: url }),
    note,
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}

/** File endings of the downloads, with the function that makes each and its media type. */
export const citationFiles = {
  bib: { label: "BibTeX", make: bibtex, type: "application/x-bibtex" },
  ris: { label: "RIS", make: ris, type: "application/x-research-info-systems" },
  json: { label: "CSL-JSON", make: cslJson, type: "application/vnd.citationstyles.csl+json" },
} as const satisfies Readonly<Record<string, { label: string; make: (citation: Citation) => string; type: string }>>;

export type CitationFormat = keyof typeof citationFiles;
