import { type Aggregate, allAggregates } from "./aggregates/all.ts";
import type { Files } from "./readers/file-set.ts";
import { readRecords } from "./readers/records.ts";

/** One generated file: its path from the project's root and its text. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

export const aggregatesFolder = "data/aggregates/";

/** Significant digits of a computed number in a file: more than any recorded number has, fewer than those in which engines differ. */
export const writtenDigits = 12;

/** A number as files hold it. Whole numbers are kept; others are rounded, so that another version of the engine gives the same bytes. */
export const writtenNumber = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(writtenDigits)));

/** The text of an aggregate's file: JSON, one space of indent, so that a change shows line by line in a diff. */
export const aggregateText = (aggregate: Aggregate): string => `${JSON.stringify(aggregate, (_, value: unknown) => (typeof value === "number" ? writtenNumber(value) : value), 1)}\n`;

/**
 * Every data file as bytes → every aggregate as text. No disk, no clock: the same bytes in give the same bytes out.
 * @throws RecordError with every problem of every file
 */
export function pipeline(files: Files): Generated[] {
  return allAggregates(readRecords(files)).map((aggregate) => ({ path: `${aggregatesFolder}${aggregate.id}.json`, text: aggregateText(aggregate) }));
}
