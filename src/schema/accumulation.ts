import type { ClaimAccumulation } from "./reading.ts";

/** How a count runs over time, in words: for tables, the matrix and the glossary. */
export const accumulationWords: Readonly<Record<ClaimAccumulation, string>> = {
  in_window: "distinct within stated hours",
  cumulative: "a running total that never falls",
  at_once: "active at one time",
  not_stated: "not stated",
  not_applicable: "does not apply",
};
