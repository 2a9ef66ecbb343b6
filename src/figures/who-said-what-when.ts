import type { Get } from "../aggregates/all.ts";
import type { ClaimEntry } from "../aggregates/claims.ts";
import type { EventEntry } from "../aggregates/events.ts";
import { type Statement, statementList, type StatementLink } from "../charts/statement-list.ts";
import { numberWords } from "../schema/format.ts";
import { claimColumns, claimRow, claimsById, claimSources, statusesOf } from "./claim-table.ts";
import { lastInstant, shortWhen } from "./short-when.ts";
import type { Figure, FigureTable } from "./figure.ts";

/** How an entry is dated: by the moment its number held, by the day it was printed, or not at all. */
type Dating = "as_of" | "printed" | "undated";

interface Entry {
  readonly id: string;
  readonly by: Dating;
  /** Who said it, in a few words. */
  readonly words: string;
}

const july: readonly Entry[] = [
  { id: "july-01", by: "printed", words: "a specialist, by AFP" },
  { id: "cert-01", by: "printed", words: "CERT/CC" },
  { id: "july-04", by: "as_of", words: "a forward of eEye’s post" },
  { id: "caida-02", by: "as_of", words: "CAIDA, early announcement" },
  { id: "cert-02", by: "as_of", words: "joint US alert, “nine hours”" },
  { id: "fsecure-04", by: "as_of", words: "F-Secure" },
  { id: "fsecure-nine-hours", by: "printed", words: "F-Secure, “nine hours”" },
  { id: "sans-13", by: "printed", words: "SANS" },
  { id: "gao-01", by: "printed", words: "GAO, “nine hours”" },
  { id: "caida-01", by: "printed", words: "CAIDA, the paper" },
  { id: "caida-07", by: "undated", words: "CAIDA, the July table" },
];

const august: readonly Entry[] = [
  { id: "fsecure-01", by: "as_of", words: "F-Secure" },
  { id: "fsecure-02", by: "as_of", words: "F-Secure" },
  { id: "fsecure-03", by: "as_of", words: "F-Secure" },
  { id: "sans-02", by: "as_of", words: "a US think-tank, not named" },
  { id: "xs4all-unique-wednesday", by: "as_of", words: "XS4ALL, 24 hours, assumed" },
  { id: "caida-04", by: "as_of", words: "CAIDA" },
  { id: "sans-06", by: "as_of", words: "SANS, so far" },
  { id: "xs4all-unique-8h", by: "as_of", words: "XS4ALL, eight hours" },
  { id: "sans-cumulative", by: "as_of", words: "SANS, so far" },
  { id: "cert-03", by: "printed", words: "CERT/CC" },
  { id: "sans-09", by: "as_of", words: "SANS, so far" },
  { id: "xs4all-half-hour", by: "printed", words: "XS4ALL, one half-hour" },
  { id: "symantec-bound", by: "printed", words: "Symantec" },
  { id: "kaspersky-denial", by: "printed", words: "Kaspersky, an argument" },
  { id: "obit-most-asia", by: "printed", words: "Obit, most from Asia" },
  { id: "sans-digi-hour45", by: "as_of", words: "SANS, so far" },
  { id: "sans-12", by: "as_of", words: "SANS, so far" },
];

/** The worm's own dates, by event. */
const worm: Readonly<Record<string, string>> = {
  "ev-03": "version 1 appears (13 July in other accounts)",
  "ev-05": "version 2 begins to spread",
  "ev-09": "the spread stops",
  "ev-16": "the spread resumes",
};

/** The revision, and the number that was repeated in much the same words. */
const links: readonly StatementLink[] = [
  { from: "caida-02", to: "caida-07", kind: "revised" },
  { from: "cert-02", to: "fsecure-nine-hours", kind: "repeated" },
  { from: "fsecure-nine-hours", to: "gao-01", kind: "repeated" },
];

/** As wide as eight entries of a phone's drawing are in a square, px. */
const squareWidth = 430;

/** What a card and a square have room for: the revision, the repeats, and the three counts. */
const decisive: readonly string[] = ["caida-02", "cert-02", "fsecure-nine-hours", "gao-01", "xs4all-unique-8h", "sans-cumulative", "symantec-bound", "caida-07"];

interface Dated {
  readonly statement: Statement;
  /** For the order: the last instant its date can mean, ms; infinite where undated. */
  readonly order: number;
  readonly claim: ClaimEntry | null;
  readonly event: EventEntry | null;
}

/** True for a statement of several organisations together: it carries no one's colour. */
const isJoint = ({ organisation }: ClaimEntry): boolean => organisation.includes(",");

/** The date of an entry, as exact as its source. */
const dateOf = (claim: ClaimEntry, by: Dating): string | null => (by === "undated" ? null : by === "as_of" ? claim.asOf : claim.source.date);

function claimEntries(get: Get, entries: readonly Entry[], about: "july" | "august"): Dated[] {
  const claims = claimsById(get, entries.map(({ id }) => id));
  return claims.flatMap((claim, index) => {
    const entry = entries[index];
    if (entry === undefined) return [];
    const date = dateOf(claim, entry.by);
    const signs = claim.id === "caida-04" ? `nearly ${numberWords(claim.value ?? 0)}` : claim.signs;
    return [{ statement: { key: claim.id, when: date === null ? "undated" : shortWhen(date), about, organisation: isJoint(claim) ? "several" : claim.organisation, signs, words: entry.words, quoted: claim.inIdgArticle }, order: date === null ? Number.POSITIVE_INFINITY : lastInstant(date), claim, event: null }];
  });
}

function wormEntries(get: Get): Dated[] {
  return get("events").rows.flatMap((event) => {
    const words = worm[event.id];
    return words === undefined ? [] : [{ statement: { key: event.id, when: shortWhen(event.when), about: "worm" as const, organisation: "", signs: "", words, quoted: false, ...(event.id === "ev-16" ? { wave: "august" as const } : {}) }, order: Date.parse(event.sortKey), claim: null, event }];
  });
}

/** Every entry in order of UTC time; a day without an hour comes at its end, the undated last. */
export const datedEntries = (get: Get): Dated[] => [...wormEntries(get), ...claimEntries(get, july, "july"), ...claimEntries(get, august, "august")].sort((a, b) => (a.order === b.order ? 0 : a.order - b.order));

const claimsOf = (get: Get): ClaimEntry[] => datedEntries(get).flatMap(({ claim }) => (claim === null ? [] : [claim]));

/** First and last number of the revision. */
function revision(get: Get): readonly [ClaimEntry, ClaimEntry] {
  const [early, late] = claimsById(get, ["caida-02", "caida-07"]);
  if (early === undefined || late === undefined) throw new Error("the revision needs both of CAIDA’s numbers");
  return [early, late];
}

const wormRow = (event: EventEntry): FigureTable["rows"][number] => ({ statement: event.what, number: "no number", operator: "an event", unit: "none", window: shortWhen(event.when), vantage: "does not apply", by: "see the list of events", status: "does not apply", claim: event.id });

/** Who printed which number when. */
export const whoSaidWhatWhen: Figure = {
  id: "who-said-what-when",
  from: ["claims", "events"],
  span: "figure",
  title: () => "The numbers moved while they were being quoted",
  subtitle: () => "Statements on how many machines or addresses Code Red held, in the order of UTC time, 12 July 2001 to 2002: on the outbreak of July and on that of August.",
  holds: (get) => {
    const [early, late] = revision(get);
    const numbers = claimsById(get, july.map(({ id }) => id)).map(({ value }) => value);
    return early.organisation === late.organisation && early.value !== null && late.value !== null && late.value < early.value && new Set(numbers).size > 2;
  },
  howToRead: "Read down. A time is the moment a number held where its source says so, otherwise the day of print. The solid arrow is a revision, the dashed ones a number repeated in much the same words. Shaded rows are quoted in the news article of 2 August.",
  statuses: (get) => statusesOf(claimsOf(get)),
  lead: (get, form) => {
    const statements = datedEntries(get).flatMap(({ statement }) => (decisive.includes(statement.key) ? [statement] : []));
    return statementList(statements, links.filter(({ from, to }) => decisive.includes(from) && decisive.includes(to)), form === "card" ? "wide" : "narrow", form === "card" ? undefined : squareWidth);
  },
  panels: (get) => {
    const statements = datedEntries(get).map(({ statement }) => statement);
    return [{ id: "rail", wide: statementList(statements, links, "wide"), narrow: statementList(statements, links, "narrow") }];
  },
  alt: (get) => {
    const [early, late] = revision(get);
    const [alert] = claimsById(get, ["cert-02"]);
    const claims = claimsOf(get);
    return [
      `Timeline of ${numberWords(claims.length)} statements on the size of Code Red’s outbreaks, by CAIDA, CERT/CC, SANS, F-Secure, XS4ALL, Symantec, Kaspersky and others, world-wide or from one network, 12 July 2001 to 2002, in order of UTC time.`,
      `For July, CAIDA announced ${early.words} on 25 July and its table holds ${late.words}; the joint US alert of 29 July said ${alert?.words ?? ""}, which F-Secure and the GAO repeated; for August the numbers changed by the hour while the article quoted them.`,
      "Units and hours differ from entry to entry, and the date of CAIDA’s table record is not stated. Table follows.",
    ].join(" ");
  },
  table: (get) => ({
    columns: [{ key: "when", label: "When, UTC" }, ...claimColumns],
    rows: datedEntries(get).map(({ statement, claim, event }) => ({ when: statement.when, ...(claim !== null ? claimRow(claim) : event !== null ? wormRow(event) : {}) })),
  }),
  sources: (get) => claimSources(claimsOf(get)),
  notes: [
    "CAIDA’s July numbers are three claims: an early announcement, a sentence of the paper, and the table that a catalogue record describes. The table’s record carries no date and stands last.",
    "That F-Secure and the GAO took their number from the joint alert is our reading of their words, “nine hours”.",
  ],
  objection: "The entries count unlike things over unlike hours: most of the movement in August is the worm’s own spread, not a change of mind.",
};
