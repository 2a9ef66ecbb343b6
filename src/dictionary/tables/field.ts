/** What an empty cell means; the label of the missing value in the data package. */
export const emptyWords = {
  not_stated: "the source does not state it",
  not_applicable: "does not apply to this row",
  none: "nothing to say",
  as_dataset: "as the dataset as a whole",
} as const;
export type EmptyKind = keyof typeof emptyWords;

/** One column of a published table, after Table Schema version 2. */
export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly description: string;
  /** What an empty cell means; absent = no cell is empty. */
  readonly empty?: EmptyKind;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly unique?: true;
}

/** A published table: one file of the recorded data. */
export interface TableDescription {
  /** Lower-case name with hyphens, as the data package wants it. */
  readonly name: string;
  /** Path from the project's root and below the site's: the same. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** What one row is, in a few words. */
  readonly row?: string | undefined;
  readonly fields: readonly Field[];
  readonly primaryKey?: string;
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
}

type Rest = Omit<Field, "name" | "type" | "description">;
const column = (type: Field["type"]) => (name: string, description: string, rest: Rest = {}): Field => ({ name, type, description, ...rest });

export const text = column("string");
export const whole = column("integer");
export const decimal = column("number");
/** A column of `yes` and `no`. */
export const yesNo = column("boolean");

/** A time in UTC to the minute or second, `2001-08-01T22:00Z`; a string, because Table Schema has no type for a time without seconds. */
export const utcTime = (name: string, description: string, rest: Rest = {}): Field => text(name, description, { pattern: "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?Z", ...rest });

/** A date as exact as the source is: year, month, day or minute. */
export const looseDate = (name: string, description: string, rest: Rest = {}): Field => text(name, description, { pattern: "\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?Z)?)?)?", ...rest });
