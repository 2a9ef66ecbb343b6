import type { NormaliserRow } from "./country.ts";

/** Shorter names than the table of denominators has. */
const shorter: Readonly<Record<string, string>> = { USA: "United States", CHN: "China", GBR: "United Kingdom", KOR: "South Korea" };

/** A country's name as this site prints it: short, as most readers know it, and without a claim about status. */
export const siteName = ({ iso3, name }: Pick<NormaliserRow, "iso3" | "name">): string => shorter[iso3] ?? name;
