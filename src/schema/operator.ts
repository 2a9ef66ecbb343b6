import { z } from "zod";

/**
 * What a source says about its number. The mark of a chart is chosen from the operator, so that a bound can never be drawn as a dot.
 * - `eq` the number is stated as such; `approx` "about", "close to"; `range` two ends are stated
 * - `lt` "under", "nearly"; `gt` "more than", "at least": bounds, not estimates
 * - `denied` the speaker disputes the number
 * - `rank` an order without counts; `qualitative` words without a number; `not_stated` nothing was said
 */
export const operators = ["eq", "approx", "range", "lt", "gt", "denied", "rank", "qualitative", "not_stated"] as const;
export const operatorSchema = z.enum(operators, { error: `one of ${operators.join(" ")}` });
export type Operator = z.infer<typeof operatorSchema>;

/** Operators that carry a number of some kind. */
export const numericOperators = ["eq", "approx", "range", "lt", "gt", "denied"] as const satisfies readonly Operator[];
export type NumericOperator = (typeof numericOperators)[number];

export const isNumeric = (operator: Operator): operator is NumericOperator => (numericOperators as readonly Operator[]).includes(operator);

/** The operator in words, for a table cell. */
export const operatorWords: Readonly<Record<Operator, string>> = {
  eq: "stated as exact",
  approx: "about",
  range: "between two figures",
  lt: "under, a bound",
  gt: "more than, a bound",
  denied: "disputed by the speaker",
  rank: "an order, no count",
  qualitative: "words, no number",
  not_stated: "not stated",
};
