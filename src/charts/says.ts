import type { Operator } from "../schema/operator.ts";

/**
 * What a mark says of its number: an operator of the ledger; `modelled` for a value of a model; `supposed` for one worked out under a
 * condition; `moment` for an instant, which is no number.
 */
export type Saying = Operator | "modelled" | "supposed" | "moment";

const prefix = "says ";

/**
 * Options of a mark that stands for a number: which row it stands for, and what is said of it. In the drawing they become
 * `data-says="<operator> <key>"`, so that a reader of the file, and the checks, can tell which mark is whose.
 * @param key the claim's id where the number is a claim's
 * @param hollow drawn open whatever its operator: doubtful, or derived here
 */
export const says = (saying: Saying, key: string, hollow = false): { readonly ariaLabel: () => string } => ({ ariaLabel: () => `${prefix}${hollow ? "hollow " : ""}${saying} ${key}` });

/** Options of marks of countries, one country each: in the drawing `data-country="<ISO 3166-1 numeric>"`. */
export const ofCountry = { ariaLabel: ({ id }: { readonly id: string }): string => `country ${id}` } as const;

/** The data attribute that a label becomes in the drawing, or null for a label of Plot's own. */
export function dataAttribute(label: string): readonly [name: string, value: string] | null {
  if (label.startsWith(prefix)) return ["data-says", label.slice(prefix.length)];
  return label.startsWith("country ") ? ["data-country", label.slice("country ".length)] : null;
}
