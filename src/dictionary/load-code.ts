import type { TableDescription } from "./tables/field.ts";

/** One line of code that loads a table, by the name of the language. */
export interface LoadLine {
  readonly language: string;
  readonly code: string;
}

const variable = (name: string, join: string): string => name.replaceAll("-", join);

/**
 * One line each for Python, R, JavaScript and spreadsheets. Codes with leading zeros stay text, and `NA` stays the code of Namibia:
 * pandas and R would otherwise read both wrongly.
 * @param url absolute address of the table
 */
export function loadLines({ name, fields }: Pick<TableDescription, "name" | "fields">, url: string): LoadLine[] {
  const codes = fields.filter((field) => field.pattern === "\\d{3}").map((field) => field.name);
  const types = codes.map((code) => `"${code}": str`).join(", ");
  const classes = codes.map((code) => `${code} = "character"`).join(", ");
  return [
    { language: "Python", code: `${variable(name, "_")} = pandas.read_csv("${url}", keep_default_na=False, na_values=[""]${codes.length === 0 ? "" : `, dtype={${types}}`})` },
    { language: "R", code: `${variable(name, "_")} <- read.csv("${url}", na.strings = ""${codes.length === 0 ? "" : `, colClasses = c(${classes})`})` },
    { language: "JavaScript", code: `const ${variable(name, "_")} = d3.csvParse(await (await fetch("${url}")).text());` },
    { language: "Google Sheets", code: `=IMPORTDATA("${url}")` },
    { language: "Excel", code: `=Csv.Document(Web.Contents("${url}"), [Encoding=65001])` },
  ];
}
