import type { Get } from "../aggregates/all.ts";
import type { Figure } from "./figure.ts";

/** Ids of the claims whose numbers a figure shows: those its table names in a column `claim`, several parted by spaces or commas. */
export const claimsShown = (figure: Figure, get: Get): string[] => figure.table(get).rows.flatMap((row) => (typeof row["claim"] === "string" ? row["claim"].split(/[\s,;]+/).filter((id) => id !== "") : []));
