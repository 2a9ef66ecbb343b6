import { z } from "zod";
import { idCell, optionalText, textCell } from "./cell.ts";
import { quantitySchema } from "./quantity.ts";
import { statusSchema } from "./status.ts";
import { boundWords } from "./format.ts";
import { edgeBasisSchema } from "./window.ts";
import { zoneCell } from "./zone.ts";

const words = <const T extends readonly [string, ...string[]]>(list: T) => z.enum(list, { error: `one of ${list.join(" ")}` });

/** Which outbreak a statement is about. Different waves are never compared as one. */
export const waves = ["july", "august", "code_red_2", "several", "none"] as const;
/** How the count runs: `in_window` distinct in stated hours, `cumulative` since a start, `at_once` at one moment. */
export const accumulations = ["in_window", "cumulative", "at_once", "not_stated", "not_applicable"] as const;
/** The kind of instrument. */
export const vantageKinds = ["one_network", "telescope", "pool", "web_servers", "reports", "survey", "laboratory", "secondary", "opinion", "not_stated"] as const;
/** The question that the number answers; rows of the ladder are grouped by it. */
export const questions = ["seen_by_one_network", "reported_to_a_pool", "believed_total", "earlier_wave", "share", "rate", "reports", "denominator", "cost", "forecast", "place", "other"] as const;

/**
 * How this project reads a claim: a row of `data/records/claim-readings.csv`. The source's own words stay in the ledger;
 * every classification that a verdict or a chart depends on stands here, one row a claim, open to correction.
 */
export const readingRowSchema = z.object({
  claim: idCell,
  /** Short name for a chart's row, at most 40 characters. */
  label: textCell.refine((text) => text.length <= 40, { error: "at most 40 characters" }),
  quantity: quantitySchema,
  wave: words(waves),
  accumulation: words(accumulations),
  vantage_kind: words(vantageKinds),
  question: words(questions),
  /** How the value came to us. */
  status: statusSchema,
  /** Whether the source states the edges of its window. */
  start_basis: edgeBasisSchema,
  end_basis: edgeBasisSchema,
  /**
   * The clock on which the source prints its local times; where it prints none, or UTC, the clock of the speaker's place, which is
   * then assumed. A name of the zone database; empty where neither is known, or where no time of day is known.
   */
  zone: zoneCell,
  zone_basis: edgeBasisSchema,
  /** What was counted, in the source's own words and no others; empty where the words kept do not name it in English. */
  noun: optionalText,
  /** The word before a bound, as the source has it or in English; empty where the number is no bound. */
  bound_word: z.union([z.literal("").transform(() => null), words(boundWords)], { error: `one of ${boundWords.join(", ")}, or nothing` }),
  /** What is to be known of the hours beside their edges; where there are none, all that is known, with its preposition. */
  hours_note: optionalText,
}).superRefine((row, context) => {
  if ((row.zone === "") !== (row.zone_basis === "not_stated")) context.addIssue({ code: "custom", path: ["zone_basis"], message: row.zone === "" ? "not_stated: there is no zone" : "stated or assumed: a zone is given" });
});

export type ReadingRow = z.infer<typeof readingRowSchema>;
export type Wave = (typeof waves)[number];
export type VantageKind = (typeof vantageKinds)[number];
export type Question = (typeof questions)[number];
export type ClaimAccumulation = (typeof accumulations)[number];

export const waveWords: Readonly<Record<Wave, string>> = {
  july: "July outbreak",
  august: "restart of 1 August",
  code_red_2: "Code Red II",
  several: "several outbreaks together",
  none: "no outbreak in particular",
};

export const vantageWords: Readonly<Record<VantageKind, string>> = {
  one_network: "one network",
  telescope: "a network telescope",
  pool: "a pool of reporting sensors",
  web_servers: "web servers",
  reports: "reports from people",
  survey: "a test of servers",
  laboratory: "a laboratory",
  secondary: "no instrument: repeated from others",
  opinion: "no instrument: an opinion",
  not_stated: "not stated",
};

export const questionWords: Readonly<Record<Question, string>> = {
  seen_by_one_network: "Seen by one network",
  reported_to_a_pool: "Reported to a pool",
  believed_total: "Believed total",
  earlier_wave: "Earlier wave, July",
  share: "Share of a place",
  rate: "Rate",
  reports: "Reports received",
  denominator: "Machines that could be infected",
  cost: "Cost",
  forecast: "Forecast",
  place: "Place, in words",
  other: "Other",
};
