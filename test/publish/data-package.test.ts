import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../scripts/sha256.ts";
import { dist, textOf } from "./finished-site.ts";

interface Labelled {
  readonly missingValues?: readonly { readonly value: string; readonly label: string }[];
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: Labelled & { readonly fields: readonly (Labelled & Record<string, unknown>)[] };
}
interface Descriptor {
  readonly $schema: string;
  readonly resources: readonly Resource[];
}

/** The two libraries of the Frictionless project itself; they know version 1 of the standard. */
const load = createRequire(import.meta.url);
const { Package } = load("datapackage") as { Package: { load: (descriptor: object, options: object) => Promise<{ readonly valid: boolean; readonly errors: readonly Error[] }> } };
const { Table, Schema } = load("tableschema") as {
  Table: { load: (source: string, options: object) => Promise<{ read: (options: object) => Promise<unknown[]> }> };
  Schema: { load: (descriptor: object) => Promise<{ readonly valid: boolean; readonly errors: readonly Error[] }> };
};

const descriptor = JSON.parse(textOf("datapackage.json")) as Descriptor;
const tables = descriptor.resources.filter((resource) => resource.schema !== undefined);

/** A schema as version 1 writes it: missing values as bare strings, for the whole table. Everything else is the same in both. */
const asVersion1 = (schema: NonNullable<Resource["schema"]>): object => ({ ...schema, missingValues: [""], fields: schema.fields.map((field) => Object.fromEntries(Object.entries(field).filter(([name]) => name !== "missingValues"))) });

describe("datapackage.json", () => {
  it("is a data package to the library of its makers", async () => {
    const resources = descriptor.resources.map(({ schema, ...rest }) => ({ ...rest, ...(schema === undefined ? {} : { profile: "tabular-data-resource", schema: asVersion1(schema) }) }));
    const loaded = await Package.load({ ...descriptor, resources }, { basePath: dist });
    expect(loaded.errors.map((error) => error.message)).toEqual([]);
    expect(loaded.valid).toBe(true);
  });

  it("names version 2 of the standard, and gives every missing value a label", () => {
    expect(descriptor.$schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    for (const { schema } of tables) for (const each of [schema, ...(schema?.fields ?? [])]) for (const missing of each?.missingValues ?? []) expect(missing).toEqual({ value: "", label: expect.stringMatching(/[a-z]/) as string });
  });

  it("says the bytes and the hash of each file", () => {
    expect(descriptor.resources.length).toBeGreaterThan(30);
    for (const { path: file, bytes, hash } of descriptor.resources) {
      const content = fs.readFileSync(path.join(dist, file));
      expect([content.length, `sha256:${sha256(content)}`], file).toEqual([bytes, hash]);
    }
  });

  it.each(tables.map((resource) => [resource.path, resource] as const))("describes %s so that every cell fits", async (file, { schema }) => {
    const old = asVersion1(schema ?? { fields: [] });
    const checked = await Schema.load(old);
    expect(checked.errors.map((error) => error.message)).toEqual([]);
    const table = await Table.load(path.join(dist, file), { schema: old, strict: true, delimiter: "," });
    const faults: string[] = [];
    const rows = await table.read({
      // The library would stop at the first fault.
      forceCast: true,
    });
    for (const row of rows) if (row instanceof Error) faults.push(...((row as Error & { errors?: Error[] }).errors ?? [row]).map((error) => `row ${(row as Error & { rowNumber?: number }).rowNumber ?? ""}: ${error.message}`));
    expect(faults).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });

  it("is checked by something that can say no", async () => {
    const [first] = tables;
    const broken = asVersion1({ ...(first?.schema ?? { fields: [] }), fields: (first?.schema?.fields ?? []).map((field, index) => (index === 0 ? { ...field, type: "integer" } : field)) });
    const table = await Table.load(path.join(dist, first?.path ?? ""), { schema: broken, strict: true, delimiter: "," });
    await expect(table.read({})).rejects.toThrow();
    expect((await Package.load({ name: "x", resources: [] }, {})).valid).toBe(false);
  });
});
