import { expect } from "vitest";

/** Fails unless actual and expected agree to the given relative tolerance (1e-9 unless told), naming both. */
export function expectClose(actual: number, expected: number, relative = 1e-9): void {
  expect(Math.abs(actual - expected) / Math.abs(expected), `${actual} against ${expected}`).toBeLessThanOrEqual(relative);
}

/** Fails unless actual lies within a distance of expected, naming both. */
export function expectWithin(actual: number, expected: number, distance: number): void {
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(distance);
}
