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

/** What a value's text needs: its operator and numbers, and the sign that stands after them. */
export interface Valued {
  readonly operator: Operator;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** `%` or `$`; anything else is printed by the caller. */
  readonly sign?: "%" | "$" | undefined;
}

const withSign = (text: string, sign: Valued["sign"]): string => (sign === "%" ? `${text}${noBreak}%` : sign === "$" ? `$${text}` : text);

/** The number alone, without its operator: `100,000`, `75–80 %`. Empty where there is none. */
export function bareValue({ operator, value, low, high, sign }: Valued): string {
  if (operator === "range" && low !== null && high !== null) return withSign(`${numberWords(low)}–${numberWords(high)}`, sign);
  return value === null ? "" : withSign(numberWords(value), sign);
}

const before: Readonly<Record<Operator, string>> = {
  eq: "",
  approx: "about ",
  range: "",
  lt: "under ",
  gt: "more than ",
  denied: "not ",
  rank: "",
  qualitative: "",
  not_stated: "",
};

/** The number with its operator in words: `under 100,000`, `about 80 %`, `not 150,000`. A claim without a number says so. */
export function valueWords(valued: Valued): string {
  const bare = bareValue(valued);
  if (bare !== "") return before[valued.operator] + bare;
  return valued.operator === "rank" ? "an order, no count" : valued.operator === "qualitative" ? "no number" : "not stated";
}

const signs: Partial<Readonly<Record<Operator, string>>> = { approx: "≈ ", lt: "< ", gt: "> ", denied: "not > " };

/** The number with its operator as a sign, for labels of marks: `< 100,000`, `≈ 80 %`. */
export function valueSigns(valued: Valued): string {
  const bare = bareValue(valued);
  return bare === "" ? valueWords(valued) : (signs[valued.operator] ?? "") + bare;
}
