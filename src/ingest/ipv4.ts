import { type Hit, isProbe, rejectAs } from "./outcome.ts";

const dot = 46;
const colon = 58;
const invalid = rejectAs("address_invalid");
const ipv6 = rejectAs("address_ipv6");
const name = rejectAs("address_is_name");

/** Why the bytes are no IPv4 address: the outcome code of the rejection. */
function blame(bytes: Uint8Array, start: number, end: number): number {
  let colons = 0;
  let letters = 0;
  for (let i = start; i < end; i++) {
    const c = bytes[i] ?? 0;
    if (c === colon) colons++;
    else if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) letters++;
  }
  if (colons > 1) return ipv6;
  return letters > 0 ? name : invalid;
}

/**
 * Sets `hit.address` to the IPv4 address that fills bytes[start, end): four decimal numbers from 0 to 255, at most three digits each.
 * @returns `isProbe`, or the rejection `address_invalid` (999.1.1.1), `address_ipv6` or `address_is_name`
 */
export function ipv4(bytes: Uint8Array, start: number, end: number, hit: Pick<Hit, "address">): number {
  let address = 0;
  let part = 0;
  let digits = 0;
  let dots = 0;
  for (let i = start; i < end; i++) {
    const c = bytes[i] ?? 0;
    if (c === dot) {
      if (digits === 0) return blame(bytes, start, end);
      address = (address << 8) | part;
      part = 0;
      digits = 0;
      dots++;
    } else {
      const digit = c - 48;
      if (digit < 0 || digit > 9) return blame(bytes, start, end);
      part = part * 10 + digit;
      digits++;
      if (part > 255 || digits > 3) return blame(bytes, start, end);
    }
  }
  if (dots !== 3 || digits === 0) return blame(bytes, start, end);
  hit.address = ((address << 8) | part) >>> 0;
  return isProbe;
}
