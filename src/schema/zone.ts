import { z } from "zod";

/** True when the runtime's zone database knows the name. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** A place's clock by its name in the zone database, `Europe/Amsterdam`; or nothing. Abbreviations and bare offsets are refused: they do not say where. */
export const zoneCell = z
  .string()
  .refine((name) => name === "" || (/^[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)+$/.test(name) && isZone(name)), { error: "a zone of the zone database such as Europe/Amsterdam, or nothing" });

/** The place that a zone is named after, for prose: `America/New_York` → `New York`. */
export const zonePlace = (zone: string): string => (zone.split("/").at(-1) ?? "").replaceAll("_", " ");
