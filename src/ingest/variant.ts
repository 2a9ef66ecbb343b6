/** Codes used in typed arrays: the place in `variants`. */
export const codeRed = 0;
export const codeRed2 = 1;
export const unknownVariant = 2;

/** Midnight UTC of 12 July 2001, the day of the first probes in CAIDA's account of Code Red version 1. */
const codeRedFrom = 994_896_000;
/** Midnight UTC of 4 August 2001, the day Code Red II was first seen (CERT Incident Note IN-2001-09). */
const codeRed2From = 996_883_200;

/**
 * The variant that a date alone suggests, for log lines that do not hold the request.
 * @param time seconds since 1970, UTC
 * @returns `codeRed` from 12 July to 3 August 2001, when no other worm of the family was about; otherwise `unknownVariant`.
 */
export const variantByDate = (time: number): number => (time >= codeRedFrom && time < codeRed2From ? codeRed : unknownVariant);
