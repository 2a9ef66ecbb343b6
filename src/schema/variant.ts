/**
 * The worm as far as a request tells it: a run of `N` after `/default.ida?` is Code Red (v1 and v2 send the same request),
 * a run of `X` is Code Red II (from 4 August 2001), anything else is kept as unknown.
 */
export const variants = ["code_red", "code_red_2", "unknown"] as const;
export type Variant = (typeof variants)[number];

/** The variants in words, by the run of letters in the request. */
export const variantWords: Readonly<Record<Variant, string>> = {
  code_red: "Code Red, both versions (run of N)",
  code_red_2: "Code Red II (run of X)",
  unknown: "Unknown (any other run, or none)",
};
