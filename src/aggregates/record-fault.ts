import { RecordError } from "../schema/problem.ts";

/** Where the tables stand that computed numbers look rows up in. */
export const ledgerFile = "data/records/claims.csv";
export const eventsFile = "data/records/events.csv";

/**
 * The error for a record that passed every check of its own and still lacks what a computed number needs.
 * @param column column or path; "" where the row as a whole is meant
 * @param value what stands there, or the id that is looked for
 * @param expected what is needed, and what to do
 */
export const recordFault = (file: string, column: string, value: string, expected: string): RecordError => new RecordError([{ file, line: 0, column, value, expected }]);
