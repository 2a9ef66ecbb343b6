import { z } from "zod";

/** A cell that must hold text. */
export const textCell = z.string().refine((text) => text.trim() !== "", { error: "text; write “not stated” where the source says nothing" });

/** A cell that may be empty. */
export const optionalText = z.string();

const decimal = /^\d+(?:\.\d+)?$/;

/** A number at or above zero, plain digits with an optional decimal part; null when the cell is empty. */
export const optionalNumber = z
  .string()
  .refine((text) => text === "" || decimal.test(text), { error: "a number of 0 or more in plain digits, without commas or a sign, or nothing" })
  .transform((text) => (text === "" ? null : Number(text)));

/** A whole number at or above zero. */
export const countCell = z
  .string()
  .refine((text) => /^\d+$/.test(text) && Number.isSafeInteger(Number(text)), { error: "a whole number of 0 or more in plain digits" })
  .transform(Number);

/** A whole number at or above zero, or null when the cell is empty. */
export const optionalCount = z
  .string()
  .refine((text) => text === "" || (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))), { error: "a whole number of 0 or more in plain digits, or nothing" })
  .transform((text) => (text === "" ? null : Number(text)));

/** A percentage from 0 to 100; null when the cell is empty. */
export const optionalPercent = optionalNumber.refine((value) => value === null || value <= 100, { error: "a percentage from 0 to 100, or nothing" });

/** `yes` or `no`. */
export const yesNo = z.enum(["yes", "no"], { error: "yes or no" }).transform((text) => text === "yes");

/** A lower-case id that can stand in an address: letters, digits, hyphens. */
export const idCell = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "an id of lower-case letters, digits and single hyphens" });

/** A web address, with an optional note after it in brackets; or nothing. */
export const optionalUrl = z.string().refine((text) => text === "" || /^https?:\/\/[^\s"<>]+( \(.*\))?$/.test(text), { error: "a web address that begins with http:// or https://, or nothing" });
