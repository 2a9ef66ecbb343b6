/**
 * Why there is no number. One vocabulary for data and for drawing: each drawn class has its own pattern.
 * - `zero_observed` somebody looked and saw none
 * - `not_observed` nobody looked, or the hour is missing from the record
 * - `not_published` the organisation had or may have had it, and did not print it
 * - `opinion_only` the organisation gave an opinion without a figure
 * - `too_few` under 10 hosts in the numerator, or under 10,000 internet users in the denominator
 * - `not_applicable` the question does not arise
 */
export const missingKinds = ["zero_observed", "not_observed", "not_published", "opinion_only", "too_few", "not_applicable"] as const;
export type MissingKind = (typeof missingKinds)[number];

/** A value that is not there, with its reason. Stored instead of null or −1. */
export interface Missing {
  readonly missing: MissingKind;
}

export const missingWords: Readonly<Record<MissingKind, string>> = {
  zero_observed: "none observed",
  not_observed: "not observed",
  not_published: "not published",
  opinion_only: "opinion, no figure",
  too_few: "too few to show",
  not_applicable: "does not apply",
};

/** Printed thresholds below which a rate is not shown. */
export const tooFew = { hosts: 10, internetUsers: 10_000 } as const;

/** True where there is a reason in place of a value. */
export const isMissing = (value: unknown): value is Missing => typeof value === "object" && value !== null && "missing" in value;
