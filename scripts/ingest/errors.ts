// What can end a run of the reader, of the pool and of the registry table, with the exit status of each.

/** The input cannot be read; the message names it, the place, and what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly status = 3;
}

/** An output cannot be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  readonly status = 4;
}

/** More lines were rejected than --strict allows. */
export class StrictError extends Error {
  override readonly name = "StrictError";
  readonly status = 1;
}

/** The exit status for anything thrown: its own, or 3 where no other is given. */
export const statusOf = (error: unknown, otherwise = 3): number => (error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : otherwise);
