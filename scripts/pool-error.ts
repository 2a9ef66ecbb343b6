// What can end a pooling, or the writing of a partial.

/** A message for the person at the keyboard, with its exit status. */
export class PoolError extends Error {
  override readonly name = "PoolError";
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
