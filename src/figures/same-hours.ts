import type { Get } from "../aggregates/all.ts";
import type { ClaimEntry } from "../aggregates/claims.ts";
import { type WindowRow, windowChart } from "../charts/window-chart.ts";
import type { ChartSpec, Size } from "../charts/spec.ts";
import { numberWords } from "../schema/format.ts";
import { hoursBetween } from "../schema/window.ts";
import { claimColumns, claimRow, claimsById, claimSources, statusesOf } from "./claim-table.ts";
import type { Figure } from "./figure.ts";

/** Statements of the article, in drawing order: XS4ALL’s three, SANS’s, then the two without hours. */
const shown = ["xs4all-unique-wednesday", "xs4all-half-hour", "xs4all-unique-8h", "sans-cumulative", "symantec-bound", "kaspersky-denial"] as const;

/** The counts that the title speaks of. */
const counted = ["xs4all-unique-8h", "xs4all-unique-wednesday", "xs4all-half-hour", "sans-cumulative"] as const;

const domain = { start: "2001-07-31T18:00Z", end: "2001-08-02T14:00Z" } as const;

/** Midnight to noon in Amsterdam: the Thursday morning in which XS4ALL's half-hour lies. */
const thursdayMorning = { start: "2001-08-01T22:00Z", end: "2001-08-02T10:00Z" } as const;

const rowOf = (claim: ClaimEntry): WindowRow => ({
  key: claim.id,
  label: claim.label,
  organisation: claim.organisation,
  signs: claim.signs,
  window: claim.window,
  asOf: claim.accumulation === "cumulative" ? claim.window.end : null,
  ...(claim.id === "xs4all-half-hour" ? { without: "half-hour not named", within: thursdayMorning } : { without: "not stated: no hours" }),
});

/** Hours from the end of XS4ALL's eight hours to SANS's total. */
function lagHours(get: Get): number {
  const [xs4all, sans] = claimsById(get, ["xs4all-unique-8h", "sans-cumulative"]);
  const [from, to] = [xs4all?.window.end ?? null, sans?.window.end ?? null];
  if (from === null || to === null) throw new Error("XS4ALL’s eight hours and SANS’s total need the ends of their windows");
  return hoursBetween(from, to);
}

const edges = ({ window }: ClaimEntry): string => `${window.start ?? "?"} ${window.end ?? "?"}`;

function drawing(get: Get, size: Size): ChartSpec {
  const [xs4all, sans] = claimsById(get, ["xs4all-unique-8h", "sans-cumulative"]);
  const lag = { from: xs4all?.window.end ?? domain.start, to: sans?.window.end ?? domain.end, rows: ["xs4all-unique-8h", "sans-cumulative"] as const, text: size === "wide" ? `SANS’s total is ${numberWords(lagHours(get))} hours after XS4ALL stopped` : `${numberWords(lagHours(get))} hours later` };
  return windowChart(claimsById(get, shown).map(rowOf), domain, { at: "2001-08-01T00:00Z", text: "worm resumes scanning" }, lag, size);
}

/** Which hours the counts of the article cover. */
export const sameHours: Figure = {
  id: "same-hours",
  from: ["claims"],
  span: "figure",
  title: () => "No two stated windows cover the same hours",
  subtitle: () => "Hours behind each statement on the size of Code Red in one news article of 2 August 2001, in UTC, 31 July 18:00 to 2 August 14:00.",
  holds: (get) => {
    const claims = claimsById(get, counted);
    const windows = claims.filter(({ window }) => window.start !== null || window.end !== null).map(edges);
    return windows.length > 1 && new Set(windows).size === windows.length;
  },
  howToRead: "A bar covers the hours of one count. Where it fades the edge is assumed (“?”) or not stated; a square end is stated; a diamond is the moment of a running total. Hatching: hours not stated.",
  statuses: (get) => statusesOf(claimsById(get, shown)),
  panels: (get) => [{ id: "windows", wide: drawing(get, "wide"), narrow: drawing(get, "narrow") }],
  alt: (get) => {
    const [wednesday, half, eight, sans] = claimsById(get, shown);
    return [
      "Window chart of when each count of Code Red in one article was made, by XS4ALL, SANS, Symantec and Kaspersky, 31 July 18:00 to 2 August 14:00 UTC.",
      `XS4ALL’s ${eight?.words ?? ""}: ${eight?.windowWords ?? ""}; its ${wednesday?.words ?? ""}: a Wednesday whose edges are assumed, ${wednesday?.windowWords ?? ""}; its ${half?.words ?? ""}: one half-hour of Thursday morning, not named. SANS’s ${sans?.words ?? ""} is a total at 11:00 UTC on 2 August, start not stated, ${numberWords(lagHours(get))} hours after XS4ALL stopped.`,
      "No two stated windows cover the same hours; Symantec and Kaspersky state none. Table follows.",
    ].join(" ");
  },
  table: (get) => ({ columns: claimColumns, rows: claimsById(get, shown).map(claimRow) }),
  sources: (get) => claimSources(claimsById(get, shown)),
  notes: [
    "XS4ALL’s “local time” is read as Amsterdam, two hours ahead of UTC. Its Wednesday is drawn as the calendar day there; the article does not say where the 24 hours began. Its half-hour lies in Thursday morning, hatched from midnight to noon there.",
    "31 July in the United States and 1 August in Europe, both printed in the article for the restart, are the same instant: 00:00 UTC on 1 August.",
  ],
  objection: "SANS’s total may include every hour of XS4ALL’s windows: different hours do not mean separate hours.",
};
