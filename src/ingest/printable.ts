import { addressLike } from "../schema/address-like.ts";

/** Text from outside as it may be shown on a terminal: control characters and direction marks become codes, long text is cut. */
export function printable(text: string, longest = 200): string {
  // eslint-disable-next-line no-control-regex
  const shown = text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}

/** A file's name as it may stand in the output: without its folder, printable, and with addresses within it, and what reads as one, masked. */
export const publicName = (path: string): string => printable(path.split(/[\\/]/).at(-1) ?? path).replace(/\d{1,3}([._-])\d{1,3}\1\d{1,3}\1\d{1,3}/g, "(address)").replace(new RegExp(addressLike, "gi"), "(address)");
