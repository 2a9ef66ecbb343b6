import type { Operator } from "./operator.ts";

const noBreak = "\u00a0";

/** `228949` → `228,949`; decimals are kept as they are. */
export function numberWords(value: number): string {
  const [whole = "", decimals] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${value < 0 ? "\u2212" : ""}${grouped}${decimals === undefined ? "" : `.${decimals}`}`;
}

/** Rounds to `digits` decimals and prints all of them: `(3.4666, 1)` → `3.5`. */
export function fixedWords(value: number, digits: number): string {
  const [whole = "", decimals] = Math.abs(value).toFixed(digits).split(".");
  return `${value < 0 ? "\u2212" : ""}${numberWords(Number(whole))}${decimals === undefined ? "" : `.${decimals}`}`;
}

/** Rounds to three significant figures for rates, without an exponent. */
export const significantWords = (value: number, figures = 3): string => numberWords(Number(value.toPrecision(figures)));

/** Words before a bound from above, then from below: the first of each is used where none is recorded. */
const boundsAbove = ["under", "nearly", "up to", "well under"] as const;
const boundsBelow = ["more than", "at least", "over"] as const;
export const boundWords = [...boundsAbove, ...boundsBelow] as const;
export type BoundWord = (typeof boundWords)[number];

/** What a value's text needs: its operator and numbers, and the sign that stands after them. */
export interface Valued {
  readonly operator: Operator;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** `%` or `$`; anything else is printed by the caller. */
  readonly sign?: "%" | "$" | undefined;
  /** The word that stands before a bound, or before the number that a speaker disputes. */
  readonly boundWord?: BoundWord | null | undefined;
}

const withSign = (text: string, sign: Valued["sign"]): string => (sign === "%" ? `${text}${noBreak}%` : sign === "$" ? `$${text}` : text);

/** The number alone, without its operator: `100,000`, `75–80 %`. Empty where there is none. */
export function bareValue({ operator, value, low, high, sign }: Valued): string {
  if (operator === "range" && low !== null && high !== null) return withSign(`${numberWords(low)}–${numberWords(high)}`, sign);
  return value === null ? "" : withSign(numberWords(value), sign);
}

const oneOf = (list: readonly BoundWord[], word: Valued["boundWord"], fallback: string): string => {
  if (word == null) return fallback;
  if (!list.includes(word)) throw new RangeError(`“${word}” is no word for this bound; expected one of ${list.join(", ")}`);
  return word;
};

/** The words before the number, each with the space that follows it. */
function before({ operator, boundWord }: Valued): string {
  switch (operator) {
    case "approx":
      return "about ";
    case "lt":
      return `${oneOf(boundsAbove, boundWord, boundsAbove[0])} `;
    case "gt":
      return `${oneOf(boundsBelow, boundWord, boundsBelow[0])} `;
    case "denied":
      return boundWord == null ? "disputes " : `disputes ${boundWord} `;
    default:
      return "";
  }
}

/**
 * The number with its operator in words: `nearly 130,000`, `about 80 %`, `disputes more than 150,000`. A claim without a number says so.
 * @throws RangeError where the bound's word points the other way
 */
export function valueWords(valued: Valued): string {
  const bare = bareValue(valued);
  if (bare !== "") return before(valued) + bare;
  return valued.operator === "rank" ? "an order, no count" : valued.operator === "qualitative" ? "no number" : "not stated";
}

const signs: Partial<Readonly<Record<Operator, string>>> = { approx: "≈ ", lt: "< ", gt: "> ", denied: "not > " };

/** The number with its operator as a sign, for labels of marks: `< 100,000`, `≈ 80 %`. */
export function valueSigns(valued: Valued): string {
  const bare = bareValue(valued);
  return bare === "" ? valueWords(valued) : (signs[valued.operator] ?? "") + bare;
}
