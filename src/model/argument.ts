/** A function of this folder was given a number it cannot mean anything with. Names the argument, the value and what is allowed. */
export class ModelArgumentError extends RangeError {
  readonly argument: string;
  readonly value: number;
  readonly allowed: string;
  constructor(argument: string, value: number, allowed: string) {
    super(`${argument} is ${value}; allowed is ${allowed}`);
    this.name = "ModelArgumentError";
    this.argument = argument;
    this.value = value;
    this.allowed = allowed;
  }
}

const refuseUnless = (holds: boolean, argument: string, value: number, allowed: string): number => {
  if (!holds) throw new ModelArgumentError(argument, value, allowed);
  return value;
};

/** The value, if it is finite. Throws ModelArgumentError otherwise. */
export const finite = (argument: string, value: number): number => refuseUnless(Number.isFinite(value), argument, value, "a finite number");

/** The value, if it is finite and above zero. Throws ModelArgumentError otherwise. */
export const positive = (argument: string, value: number): number => refuseUnless(Number.isFinite(value) && value > 0, argument, value, "a finite number above 0");

/** The value, if it is finite and not below zero. Throws ModelArgumentError otherwise. */
export const notNegative = (argument: string, value: number): number => refuseUnless(Number.isFinite(value) && value >= 0, argument, value, "a finite number, 0 or more");

/** The value, if it is a share from 0 to 1, both ends allowed. Throws ModelArgumentError otherwise. */
export const share = (argument: string, value: number): number => refuseUnless(value >= 0 && value <= 1, argument, value, "a share from 0 to 1");

/** The value, if it is a share strictly between 0 and 1. Throws ModelArgumentError otherwise. */
export const properShare = (argument: string, value: number): number => refuseUnless(value > 0 && value < 1, argument, value, "a share above 0 and below 1");

/** The value, if it is finite and above a floor. Throws ModelArgumentError otherwise. */
export const above = (argument: string, value: number, floor: number): number => refuseUnless(Number.isFinite(value) && value > floor, argument, value, `a finite number above ${floor}`);

/** The value, if it is finite, above zero and at most a ceiling. Throws ModelArgumentError otherwise. */
export const positiveUpTo = (argument: string, value: number, ceiling: number): number => refuseUnless(value > 0 && value <= ceiling, argument, value, `a number above 0 and at most ${ceiling}`);

/** The value, if it is above zero and below a ceiling that may not be reached. Throws ModelArgumentError otherwise. */
export const positiveBelow = (argument: string, value: number, ceiling: number): number => refuseUnless(value > 0 && value < ceiling, argument, value, `a number above 0 and below ${ceiling}`);

/** The value, if it is a whole number not below a floor (0 unless told). Throws ModelArgumentError otherwise. */
export const wholeNumber = (argument: string, value: number, floor = 0): number => refuseUnless(Number.isSafeInteger(value) && value >= floor, argument, value, `a whole number, ${floor} or more`);
