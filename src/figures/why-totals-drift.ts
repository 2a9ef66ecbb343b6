import type { Get } from "../aggregates/all.ts";
import { decompositionChart, type Stray, type StrayColumn } from "../charts/decomposition.ts";
import { claimsById, claimSources } from "./claim-table.ts";
import type { Figure, FigureSource } from "./figure.ts";

interface Reason {
  readonly way: Stray;
  readonly lines: readonly string[];
  /** Claims that it rests on or bears on. */
  readonly claims: readonly string[];
  /** Who says it, where no claim of the ledger does. */
  readonly source?: FigureSource;
}

interface Column {
  readonly head: string;
  readonly question: string;
  readonly reasons: readonly Reason[];
}

const conficker: FigureSource = { text: "A. DiMino (Conficker Working Group), in “Conficker group says worm 4.6 million strong”, Computerwoche, 14 April 2009", url: "https://www.computerwoche.de/a/conficker-group-says-worm-4-6-million-strong,1892882,4" };

const ours: FigureSource = { text: "this project's reading; see the methods" };

const columns: readonly Column[] = [
  {
    head: "Unit",
    question: "What was counted?",
    reasons: [
      { way: "either", lines: ["“attacks”, “infections”,", "“machines”: nouns that", "nobody defined"], claims: ["xs4all-half-hour", "sans-cumulative", "xs4all-unique-8h"] },
      { way: "fewer", lines: ["machines behind one", "shared address", "count once"], claims: ["xs4all-unique-8h", "sans-cumulative"], source: conficker },
    ],
  },
  {
    head: "Window",
    question: "Over which hours?",
    reasons: [
      { way: "more", lines: ["a running total keeps", "machines that have", "stopped"], claims: ["caida-16"] },
      { way: "fewer", lines: ["a short window ends", "before every machine", "has called"], claims: ["classb-02"] },
    ],
  },
  {
    head: "Vantage",
    question: "From where?",
    reasons: [
      { way: "fewer", lines: ["most machines never", "try a small network’s", "addresses"], claims: ["xs4all-unique-8h"], source: ours },
      { way: "fewer", lines: ["a support desk hears", "only from owners who", "noticed"], claims: ["kaspersky-no-reports"], source: ours },
    ],
  },
  {
    head: "Churn",
    question: "Who was there when?",
    reasons: [
      { way: "more", lines: ["a reboot removes the", "worm; the count keeps", "the machine"], claims: ["fsecure-reboot"] },
      { way: "more", lines: ["a new address at each", "dial-in counts again"], claims: ["caida-09"] },
    ],
  },
];

const drawn: readonly StrayColumn[] = columns.map(({ head, question, reasons }) => ({ head, question, items: reasons.map(({ way, lines }) => ({ way, lines })) }));
const wayWords: Readonly<Record<Stray, string>> = { more: "counts more", fewer: "counts fewer", either: "either way" };
const ids = [...new Set(columns.flatMap(({ reasons }) => reasons.flatMap(({ claims }) => claims)))];
const sourceWords = (get: Get, { claims, source }: Reason): string => (source === undefined ? claimSources(claimsById(get, claims)) : [source]).map(({ text }) => text).join("; ");

/** Why honest counts of one worm differ: reasons with their direction, and no sizes, for nobody measured those. */
export const whyTotalsDrift: Figure = {
  id: "why-totals-drift",
  from: ["claims"],
  span: "figure",
  title: () => "Four reasons honest counts disagree",
  subtitle: () => "Ways in which a count of Code Red strays from the number of machines infected at one time. Directions alone: nobody measured how far.",
  holds: (get) => columns.length === 4 && columns.every(({ reasons }) => reasons.length > 0 && reasons.every(({ claims, source }) => claims.length > 0 || source !== undefined)) && claimsById(get, ids).length === ids.length,
  howToRead: "A solid triangle pointing up: the count comes out higher than the machines at work. An open one pointing down: lower. A diamond: either way.",
  statuses: () => ["quoted", "derived"],
  lead: (_, form) => (form === "card" ? ["reasons"] : decompositionChart(drawn, "narrow", 2)),
  panels: () => [{ id: "reasons", wide: decompositionChart(drawn, "wide"), narrow: decompositionChart(drawn, "narrow") }],
  alt: () =>
    [
      "Diagram of four reasons why honest counts of Code Red differ, each with the direction in which it moves a count away from the machines infected at one time.",
      `${columns.map(({ head, reasons }) => `${head}: ${reasons.map(({ way, lines }) => `${lines.join(" ")} (${wayWords[way]})`).join("; ")}`).join(". ")}.`,
      "They pull in opposite directions, and how far is not known. Table follows.",
    ].join(" "),
  table: (get) => ({
    columns: [
      { key: "reason", label: "Reason" },
      { key: "what", label: "What happens" },
      { key: "way", label: "Direction" },
      { key: "source", label: "Source" },
      { key: "claim", label: "Claims it rests or bears on" },
    ],
    rows: columns.flatMap(({ head, reasons }) => reasons.map((reason) => ({ reason: head, what: reason.lines.join(" "), way: wayWords[reason.way], source: sourceWords(get, reason), claim: reason.claims.join(" ") }))),
  }),
  sources: (get) => [...claimSources(claimsById(get, ids)), conficker],
  notes: ["The remark on shared addresses is about another worm, Conficker, in 2009; nobody is known to have measured it for Code Red."],
  objection: "Reasons without sizes explain everything and predict nothing; only the window and the vantage can be worked out, and those only with the sensor’s size.",
};
