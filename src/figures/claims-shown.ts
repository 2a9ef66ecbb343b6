import { once } from "./once.ts";

/** Ids of the claims whose numbers a figure shows: those its table names in a column `claim`, several parted by spaces or commas. */
export const claimsShown = once((figure, get): readonly string[] => figure.table(get).rows.flatMap((row) => (typeof row["claim"] === "string" ? row["claim"].split(/[\s,;]+/).filter((id) => id !== "") : [])));
