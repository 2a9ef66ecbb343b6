import { emptyWords, type Field, type TableDescription } from "./tables/field.ts";

/** Bytes and hash of a published file. */
export interface Stamp {
  readonly bytes: number;
  /** SHA-256 in lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** A published file of JSON that is not a table. */
export interface JsonDescription {
  readonly name: string;
  readonly path: string;
  readonly title: string;
}

export const licence = { name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0 International", path: "https://creativecommons.org/licenses/by/4.0/" } as const;

/** A column after Table Schema version 2 (datapackage.org/standard/table-schema): missing values carry labels. */
function fieldSchema({ name, type, description, empty, enum: values, pattern, unique }: Field): object {
  const constraints = { ...(empty === undefined ? { required: true } : {}), ...(unique === undefined ? {} : { unique }), ...(values === undefined ? {} : { enum: values }), ...(pattern === undefined ? {} : { pattern }) };
  return {
    name,
    type,
    description,
    ...(type === "boolean" ? { trueValues: ["yes"], falseValues: ["no"] } : {}),
    ...(empty === undefined ? {} : { missingValues: [{ value: "", label: emptyWords[empty] }] }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** Table Schema of one table. */
const tableSchema = (table: TableDescription): object => ({
  $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
  fields: table.fields.map(fieldSchema),
  missingValues: [{ value: "", label: "empty" }],
  ...(table.primaryKey === undefined ? {} : { primaryKey: [table.primaryKey] }),
});

/**
 * The descriptor of everything to download, after Data Package version 2 (datapackage.org/standard/data-package). It holds no clock:
 * the same files give the same descriptor.
 * @param site absolute address of the site, with its slash
 * @param stamp bytes and hash of a file by its path
 */
export function dataPackage(site: string, tables: readonly TableDescription[], others: readonly JsonDescription[], stamp: (path: string) => Stamp): object {
  const stamps = (path: string): object => {
    const { bytes, sha256 } = stamp(path);
    return { bytes, hash: `sha256:${sha256}` };
  };
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "counting-code-red",
    title: "Counting Code Red: statements, series and tables of 2001",
    description: "What was published in 2001 about the number and the place of machines infected by the Code Red worm: every statement with its source, every series and table with its card, and what this project computed from them.",
    homepage: site,
    licenses: [licence],
    contributors: [{ title: "Counting Code Red", path: site, roles: ["compiler"] }],
    keywords: ["Code Red", "computer worm", "2001", "measurement", "source addresses"],
    resources: [
      ...tables.map((table) => ({
        name: table.name,
        type: "table",
        path: table.path,
        title: table.title,
        description: table.description,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        ...stamps(table.path),
        licenses: [licence],
        sources: table.sources,
        schema: tableSchema(table),
      })),
      ...others.map(({ name, path, title }) => ({ name, path, title, format: "json", mediatype: "application/json", encoding: "utf-8", ...stamps(path), licenses: [licence] })),
    ],
  };
}
