/** How a unit is printed: the sign of the number, or words after it; a number that counts things and may stand alone has neither. */
export interface Unit {
  readonly sign?: "%" | "$";
  /** Words without which the number alone says nothing: `addresses an hour`. */
  readonly after?: string;
}

/** Every unit of the ledger. A claim with another is refused, so that no number loses its sign to a slip of the pen. */
export const units: Readonly<Record<string, Unit>> = {
  "'unique attacks'": {},
  "addresses attempted per day": { after: "addresses a day" },
  "ADSL customers possibly affected": {},
  "attack attempts": {},
  attacks: {},
  attempts: {},
  "confirmed infection": {},
  "confirmed infection cases": {},
  "corporate reports": {},
  "customer reports": {},
  "damage reports": {},
  dollars: { sign: "$" },
  hours: { after: "hours" },
  "IIS servers": {},
  "incidents (rolling seven days)": {},
  "infected computers": {},
  "infected computers (forecast)": {},
  "infected domains/servers": {},
  "infected hosts": {},
  "infected machines": {},
  "infected or damaged computers": {},
  "infected servers": {},
  "infected subscribers": {},
  "infected systems": {},
  "infected systems (argument, not a count)": {},
  "infected web servers": {},
  "infected web sites": {},
  "infection reports": {},
  infections: {},
  "IP addresses": {},
  "IPv4 addresses": {},
  "machines still at risk": {},
  "method note": {},
  multiplier: { after: "machines for each one seen" },
  "new infections per hour": { after: "new infections an hour" },
  "new infections per infected host per hour": { after: "hosts an hour for each infected host" },
  "new infections per minute": { after: "hosts a minute" },
  "patch downloads": {},
  "percent packet loss": { sign: "%" },
  "percent share": { sign: "%" },
  probes: {},
  "probes per hour per infected host": { after: "addresses an hour" },
  qualitative: {},
  rank: {},
  "reported attacks": {},
  "servers at risk": {},
  "unauthorised-access reports (all kinds)": {},
  "unique source hosts": {},
  "unique source IPs": {},
  "unique source IPs (reported as 'infections')": {},
  "unique source IPs per hour": { after: "an hour" },
  "unpatched systems": {},
  "vulnerable servers": {},
  "web servers": {},
};

/** @throws RangeError for a unit that the ledger's reader would have refused */
function unitOf(unit: string): Unit {
  const found = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (found === undefined) throw new RangeError(`“${unit}” is no unit of src/schema/unit.ts`);
  return found;
}

/** The sign of a claim's number; null where it has none. */
export const unitSign = (unit: string): "%" | "$" | null => unitOf(unit).sign ?? null;

/** The words after the number of a claim, `addresses an hour`; null where the number counts things and may stand alone. */
export const unitAfter = (unit: string): string | null => unitOf(unit).after ?? null;
